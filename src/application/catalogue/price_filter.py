"""Shared by lists that are filtered by price: amounts compare within one currency only."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar, cast

from src.domain.errors import ValidationFailed
from src.domain.repositories.event import EventFilter
from src.domain.repositories.ticket_type import TicketTypeFilter
from src.domain.shared.money import payable

CURRENCIES = "currencies"

Wanted = TypeVar("Wanted", EventFilter, TicketTypeFilter)


async def require_one_currency(
    wanted: Wanted, currencies: Callable[[Wanted], Awaitable[list[str]]]
) -> None:
    """Raise ValidationFailed for a price without a currency where prices are in several.

    `currencies` are those of what all other filters find, the most frequent first; the error
    names them. Zero is the same in all of them. A price that its currency cannot pay is refused
    too.
    """
    if wanted.currency is not None:
        for field in ("price_min", "price_max"):
            if (price := getattr(wanted, field)) is not None:
                payable(price, wanted.currency, field=f"query.{field}")
        return
    if not (wanted.price_min or wanted.price_max):
        return
    found = await currencies(wanted)
    if len(found) > 1:
        *others, last = sorted(found)
        names = f"{', '.join(others)} and {last}"
        message = f"There are prices in {names}. Say in which currency yours is."
        error = ValidationFailed("query.currency", message, reason="missing")
        error.facts = {CURRENCIES: found}
        raise error


def currencies_of(refusal: ValidationFailed) -> Sequence[str]:
    """The currencies, the most frequent first, of which a refused filter has to name one."""
    return cast(Sequence[str], refusal.facts.get(CURRENCIES, ()))

"""What a visitor chose on an event's page: tickets by type, seats, or the best that are free."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from pydantic import TypeAdapter, ValidationError

from src.domain.entities.event import Event
from src.domain.errors import ValidationFailed
from src.domain.services.allocation import TicketRequest
from src.presentation.web.pages.manage.fields import N_, Amount

PREFIX = "type_"
PRICE_PREFIX = "price_"
MAX_QUANTITY = 1000
MAX_DIGITS = 18
AMOUNT: TypeAdapter[Decimal] = TypeAdapter(Amount)
NO_AMOUNT = N_("Write what you give for a ticket as a number, such as 12.50.")


def quantities(pairs: Iterable[tuple[str, str]]) -> dict[int, int]:
    """The number of tickets of each type, from fields such as `type_12`; none of zero."""
    chosen: dict[int, int] = {}
    for name, value in pairs:
        type_id = name.removeprefix(PREFIX)
        if name.startswith(PREFIX) and _is_number(type_id) and value.strip():
            if not _is_number(value.strip()) or int(value) > MAX_QUANTITY:
                raise ValidationFailed(f"body.{name}", "Choose a number of tickets.")
            if int(value):
                chosen[int(type_id)] = int(value)
    return chosen


def amounts(pairs: Iterable[tuple[str, str]]) -> dict[int, Decimal]:
    """What the visitor gives for a ticket of a type, from fields such as `price_12`."""
    given: dict[int, Decimal] = {}
    for name, value in pairs:
        type_id = name.removeprefix(PRICE_PREFIX)
        if name.startswith(PRICE_PREFIX) and _is_number(type_id) and value.strip():
            try:
                given[int(type_id)] = AMOUNT.validate_python(value)
            except ValidationError:
                raise ValidationFailed(f"body.{name}", NO_AMOUNT) from None
    return given


def requests_of(
    event: Event, chosen: Mapping[int, int], given: Mapping[int, Decimal]
) -> list[TicketRequest]:
    """Requests for so many tickets of each type; numbered seats are the best that are free.

    `given` is what the visitor gives for a ticket of a type, where that is theirs to say.
    """
    return [
        TicketRequest(
            quantity=quantity,
            ticket_type_id=type_id,
            is_best_available=event.is_seated,
            unit_price=given.get(type_id),
        )
        for type_id, quantity in chosen.items()
    ]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS

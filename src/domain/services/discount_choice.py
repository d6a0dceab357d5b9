"""Which of several codes of one name an order uses.

Organizers name their codes as they like, so that several owners may have one of the same name. A
code applies to what it covers, and an order uses one code: of those that can be used for it, the
one that takes off most, and of equal ones the oldest.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from src.domain.entities.discount import NOT_ITS_TICKETS, Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.errors import DiscountInvalid
from src.domain.shared.money import ZERO

HELPFUL = (
    "below_minimum",
    "too_many_tickets",
    "not_started",
    "used_up_by_you",
    "used_up",
    "expired",
    "other_currency",
    "not_applicable",
    "unknown",
)
"""The reasons of refusals, from the one that a buyer can do most about."""


def choose_discount(
    candidates: Sequence[Discount],
    lines: Sequence[DiscountLine],
    *,
    currency: str,
    used_by_user: Mapping[int, int],
    now: datetime,
    opening: Collection[int] = (),
) -> Discount:
    """Return the code that an order of these lines uses.

    It has to open all of `opening`, hidden ticket types among the lines. `used_by_user` are the
    buyer's uses by code. Raises DiscountInvalid for the most helpful reason of all candidates.
    """
    refusals: list[DiscountInvalid] = []
    usable: list[tuple[Decimal, int, Discount]] = []
    for discount in candidates:
        try:
            taken = _taken_off(discount, lines, currency, used_by_user.get(discount.id, 0), now)
            if any(type_id != discount.ticket_type_id for type_id in opening):
                raise DiscountInvalid("not_applicable", NOT_ITS_TICKETS)
        except DiscountInvalid as refusal:
            refusals.append(refusal)
        else:
            usable.append((-taken, discount.id, discount))
    if usable:
        return min(usable, key=lambda found: found[:2])[2]
    if not refusals:
        raise DiscountInvalid("unknown", "There is no such discount code.")
    raise min(refusals, key=lambda refusal: HELPFUL.index(str(refusal.facts["reason"])))


def _taken_off(
    discount: Discount,
    lines: Sequence[DiscountLine],
    currency: str,
    used_by_user: int,
    now: datetime,
) -> Decimal:
    """What it takes off. Raises DiscountInvalid."""
    covered = discount.terms.tickets(lines)
    if not covered and discount.deleted_at is None:
        raise DiscountInvalid("not_applicable", NOT_ITS_TICKETS)
    discount.require_usable(used_by_user=used_by_user, now=now)
    amounts = discount.amounts(lines, currency=currency)
    discount.require_room(covered)
    return sum(amounts, ZERO)

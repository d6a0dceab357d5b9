"""The hidden ticket types that a discount code opens."""

from datetime import datetime
from decimal import Decimal

from src.application.dtos.event import EventSnapshot
from src.domain.entities.discount_terms import DiscountLine
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid
from src.domain.repositories.discount import DiscountRepository
from src.domain.services.discount_choice import choose_discount

ENOUGH = Decimal(10) ** 15
"""Above every minimum: how much is bought is not known yet."""


async def types_for(
    discounts: DiscountRepository,
    snapshot: EventSnapshot,
    actor: Actor | None,
    code: str | None,
    now: datetime,
) -> list[TicketType]:
    """The event's ticket types that exist for the actor, with those that the code opens.

    Raises DiscountInvalid for a code that can be used for none of them, with the same reason for
    one that there is not and one that is not for this event.
    """
    event = snapshot.event
    if actor is not None and event.is_managed_by(actor):
        return list(snapshot.ticket_types)
    if code is None:
        return snapshot.visible_types
    candidates = await discounts.named(code, [event.id])
    await discounts.without_lapsed(candidates, now)
    visible = {ticket_type.id for ticket_type in snapshot.visible_types}
    opened: set[int] = set()
    refusals: list[DiscountInvalid] = []
    for candidate in candidates:
        named = candidate.ticket_type_id
        lines = [
            DiscountLine(event, kind.id, ENOUGH)
            for kind in snapshot.ticket_types
            if kind.id in visible or kind.id == named
        ]
        try:
            choose_discount([candidate], lines, currency=event.currency, used_by_user={}, now=now)
        except DiscountInvalid as refusal:
            refusals.append(refusal)
        else:
            opened |= {named} if named is not None else set()
    if len(refusals) == len(candidates):
        raise _one_for_all(refusals)
    return [kind for kind in snapshot.ticket_types if kind.id in visible | opened]


def _one_for_all(refusals: list[DiscountInvalid]) -> DiscountInvalid:
    """Why the code cannot be used, where it is one for this event at all."""
    for refusal in refusals:
        if refusal.facts["reason"] not in ("unknown", "not_applicable"):
            return refusal
    return DiscountInvalid("unknown", "There is no such discount code.")

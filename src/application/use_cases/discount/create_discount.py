"""Create a discount code."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.application.access import require_event_manager, require_organizer_role
from src.application.catalogue.discount_for_update import audited
from src.application.ports.database import AuditEntry, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ValidationFailed
from src.domain.shared.currency import require_currency
from src.domain.shared.times import in_zone_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateDiscountCommand:
    """The code to create. Naive times are in the event's time zone, without an event in UTC.

    `value` is a percentage, or an amount in the event's currency, without an event in `currency`.
    """

    code: str
    kind: DiscountKind
    value: Decimal
    currency: str | None = None
    event_id: int | None = None
    ticket_type_id: int | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    max_uses: int | None = None
    max_uses_per_user: int | None = None
    max_tickets: int | None = None
    min_spend: Decimal | None = None
    max_discount: Decimal | None = None


class CreateDiscount:
    """Create a discount code for a ticket type, an event, or all events of its owner.

    Authorization: organizers for their own events; admins for any, or for all events. Refused with
    `duplicate` if its owner has a code of this name; what others have is theirs, and what was
    deleted is free. A percentage is taken off every covered ticket price, `max_discount` at most;
    a fixed amount is taken off all of them together. Amounts are in the event's currency or, for
    several events, in `currency`. A code that names a hidden ticket type opens it; with a `value`
    of 0 it does nothing else.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, command: CreateDiscountCommand) -> Discount:
        require_organizer_role(actor)
        async with self._unit_of_work() as uow:
            event = await event_of_code(uow, actor, command)
            discount = make_discount(command, event, actor)
            await uow.discounts.add(discount)
            await uow.audit.record([_entry(discount, actor)])
            await uow.commit()
        return discount


async def event_of_code(
    uow: UnitOfWork, actor: Actor, command: CreateDiscountCommand
) -> Event | None:
    """The event of the code, given by itself or by a ticket type. Raises NotFound, Forbidden."""
    event_id, type_id = command.event_id, command.ticket_type_id
    if type_id is not None:
        type_event_id = (await uow.ticket_types.get(type_id)).event_id
        if event_id not in (None, type_event_id):
            raise NotFound("ticket type", type_id)
        event_id = type_event_id
    if event_id is None:
        return None
    try:
        event = await uow.events.get(event_id)
        require_event_manager(actor, event)
    except NotFound:
        if command.event_id is None:
            raise NotFound("ticket type", type_id) from None
        raise
    return event


def make_discount(command: CreateDiscountCommand, event: Event | None, actor: Actor) -> Discount:
    """Make the unsaved code. Raises ValidationFailed."""
    timezone = event.timezone if event else "UTC"
    currency = event.currency if event else command.currency
    if event and command.currency not in (None, currency):
        raise ValidationFailed("body.currency", f"The event's prices are in {currency}.")
    if event is None and currency is not None:
        require_currency(currency, field="body.currency")
    discount = Discount(
        code=command.code,
        owner_id=None if actor.is_admin else actor.id,
        kind=command.kind,
        value=command.value,
        event_id=event.id if event else None,
        ticket_type_id=command.ticket_type_id,
        valid_from=in_zone_or_none(command.valid_from, timezone),
        valid_until=in_zone_or_none(command.valid_until, timezone),
        max_uses=command.max_uses,
        max_uses_per_user=command.max_uses_per_user,
        max_tickets=command.max_tickets,
        min_spend=command.min_spend,
        max_discount=command.max_discount,
    )
    # A percentage without amounts is one in any currency.
    discount.currency = currency if discount.needs_currency else None
    discount.check(timezone)
    return discount


def _entry(discount: Discount, actor: Actor) -> AuditEntry:
    return AuditEntry(
        "discount.created",
        subject="discount",
        subject_id=discount.id,
        event_id=discount.event_id,
        after=audited(discount),
        by=actor,
    )

"""Put an event on sale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.application.access import require_organizer_role
from src.application.ports import AuditEntry, Clock, UnitOfWorkFactory
from src.application.use_cases.ticket_type.new_ticket_type import NewTicketType, make_ticket_type
from src.domain.entities.event import (
    DEFAULT_DURATION,
    Event,
    EventKind,
    EventStatus,
    Payment,
    Seating,
)
from src.domain.entities.ticket_type import GENERAL_ADMISSION, TicketType
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.services.times import in_zone, in_zone_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEventCommand:
    """Times without an offset are read in `timezone`."""

    title: str
    description: str | None = None
    venue: str | None = None
    kind: EventKind = EventKind.OTHER
    date_time: datetime
    ends_at: datetime | None = None
    timezone: str = "UTC"
    capacity: int | None = None
    price: Decimal | None = None
    currency: str = "USD"
    status: EventStatus = EventStatus.ACTIVE
    seating: Seating = Seating.GENERAL
    payment: Payment = Payment.NONE
    max_tickets_per_user: int | None = None
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    ticket_types: Sequence[NewTicketType] = ()


class CreateEvent:
    """Make an event with its ticket types; it is on sale at once unless made as a draft.

    Organizers and admins, who own what they make. Just `capacity` and `price` make one
    ticket type, "General admission". A capacity left out of the event is the sum of its
    types', left out of a type is the event's. Refused with `validation_failed` for a past
    `date_time`.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: CreateEventCommand) -> Event:
        require_organizer_role(actor)
        event, ticket_types = make_event(command, organizer_id=actor.id)
        event.check_dates(self._clock())
        async with self._unit_of_work() as uow:
            await uow.events.add(event)
            for ticket_type in ticket_types:
                ticket_type.event_id = event.id
            await uow.ticket_types.add(ticket_types)
            after = {"status": event.status, "capacity": event.capacity, "price": event.price}
            entry = AuditEntry("event.created", "event", event.id, event.id, after=after)
            await uow.audit.record(actor, [entry])
            await uow.commit()
        return event


def make_event(command: CreateEventCommand, *, organizer_id: int) -> tuple[Event, list[TicketType]]:
    """The event and its ticket types, unsaved. Raises ValidationFailed."""
    _refuse_what_cannot_be_sold(command)
    zone = command.timezone
    starts = in_zone(command.date_time, zone)
    wanted = command.ticket_types or [NewTicketType(name=GENERAL_ADMISSION)]
    capacity = _capacity(command, wanted)
    ticket_types = [
        make_ticket_type(new, capacity=capacity, price=command.price, timezone=zone)
        for new in wanted
    ]
    event = Event(
        title=command.title,
        description=command.description,
        venue=command.venue,
        kind=command.kind,
        date_time=starts,
        ends_at=in_zone_or_none(command.ends_at, zone) or starts + DEFAULT_DURATION,
        timezone=zone,
        capacity=capacity,
        price=min(ticket_type.price for ticket_type in ticket_types),
        currency=command.currency,
        status=command.status,
        seating=command.seating,
        payment=command.payment,
        max_tickets_per_user=command.max_tickets_per_user,
        sales_start=in_zone_or_none(command.sales_start, zone),
        sales_end=in_zone_or_none(command.sales_end, zone),
        organizer_id=organizer_id,
    )
    return event, ticket_types


def _capacity(command: CreateEventCommand, wanted: Sequence[NewTicketType]) -> int:
    if command.capacity is not None:
        return command.capacity
    capacities = [new.capacity for new in wanted if new.capacity is not None]
    if len(capacities) < len(wanted):
        message = "Give the event a capacity, or every ticket type one."
        raise ValidationFailed("body.capacity", message, reason="missing")
    return sum(capacities)


def _refuse_what_cannot_be_sold(command: CreateEventCommand) -> None:
    if command.status not in (EventStatus.DRAFT, EventStatus.ACTIVE):
        raise ValidationFailed("body.status", "A new event is either a draft or active.")
    if command.seating is Seating.RESERVED:
        raise ValidationFailed("body.seating", "This version sells general admission only.")
    if command.payment is Payment.ONLINE:
        message = "This version takes no online payments: a booking is paid outside."
        raise ValidationFailed("body.payment", message)

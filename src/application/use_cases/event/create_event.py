"""Create an event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from src.application.access import require_organizer_role
from src.application.catalogue.new_ticket_type import NewTicketType, make_ticket_type
from src.application.concurrency.idempotency import once
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.event import (
    DEFAULT_DURATION,
    Event,
    EventKind,
    EventStatus,
    Payment,
    Seating,
)
from src.domain.entities.seat_plan import (
    SeatCounts,
    require_no_sections,
    require_seat_count,
    require_sections,
)
from src.domain.entities.ticket_type import (
    GENERAL_ADMISSION,
    TicketType,
    admissions,
    lowest_price,
    require_some_capacity,
)
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.country import require_country
from src.domain.shared.currency import require_currency
from src.domain.shared.language import Language
from src.domain.shared.money import payable
from src.domain.shared.times import in_zone, in_zone_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateEventCommand:
    """The event to create. Naive times are in `timezone`, by default the venue's or UTC."""

    title: str
    description: str | None = None
    venue: str | None = None
    venue_id: int | None = None
    country: str | None = None
    kind: EventKind = EventKind.OTHER
    date_time: datetime
    ends_at: datetime | None = None
    timezone: str | None = None
    capacity: int | None = None
    price: Decimal | None = None
    currency: str = "USD"
    status: EventStatus = EventStatus.ACTIVE
    seating: Seating = Seating.GENERAL
    payment: Payment = Payment.NONE
    max_tickets_per_user: int | None = None
    sales_start: datetime | None = None
    sales_end: datetime | None = None
    service_fee_fixed: Decimal = Decimal("0.00")
    service_fee_percent: Decimal = Decimal("0.00")
    tax_rate: Decimal | None = None
    fee_tax_rate: Decimal | None = None
    tax_inclusive: bool | None = None
    terms: str | None = None
    language: Language = Language.EN
    allows_reentry: bool = False
    allows_transfer: bool = True
    allows_bank_transfer: bool = True
    payment_days: int | None = None
    payment_instructions: str | None = None
    ticket_types: Sequence[NewTicketType] = ()
    idempotency: IdempotentRequest | None = None


class CreateEvent:
    """Create an event with its ticket types, active unless created as a draft.

    Authorization: organizers and admins, who become its owner. Refused with `validation_failed`
    for a `date_time` in the past, a venue without seats, or a capacity that is not the number of
    seats.

    Without `ticket_types`, `capacity` and `price` make one type, "General admission". Without a
    capacity the event's is the sum of its types', a type's is the event's, and follows it when
    it changes. With `venue_id`, venue name and time zone default to the venue's, and the
    `country` is the venue's where that says one.

    Without `tax_rate` and `fee_tax_rate` the event starts with the rates that its organizer has for
    its country (`taxes_by_country` of the seller), added or included as there unless
    `tax_inclusive` is given; without these with none. It keeps them whatever is said there later.

    With `seating` `reserved` the venue's seats are sold: a ticket type sells the `section` that
    it names, one type without a section sells all others, and capacities are numbers of seats.
    A ticket type with `admits` false is an add-on, with a price and a stock of its own.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: CreateEventCommand) -> Event:
        require_organizer_role(actor)
        async with self._unit_of_work() as uow:
            outcome = await once(
                uow, command.idempotency, Event, lambda: self._create(uow, actor, command)
            )
        return outcome.result

    async def _create(self, uow: UnitOfWork, actor: Actor, command: CreateEventCommand) -> Event:
        venue_id = command.venue_id
        venue = None if venue_id is None else await uow.venues.lock(venue_id)
        is_seated = command.seating is Seating.RESERVED and venue is not None
        seats = await uow.venues.seat_counts(venue.id) if venue and is_seated else {}
        now = self._clock()
        command = await with_country(uow, command, organizer_id=actor.id, venue=venue)
        event, ticket_types = make_event(
            command, organizer_id=actor.id, now=now, venue=venue, seats=seats
        )
        check_times(event, ticket_types, now)
        await uow.events.add(event)
        for ticket_type in ticket_types:
            ticket_type.event_id = event.id
        await uow.ticket_types.add(ticket_types)
        after = {"status": event.status, "capacity": event.capacity, "price": event.price}
        entry = AuditEntry(
            "event.created",
            subject="event",
            subject_id=event.id,
            event_id=event.id,
            after=after,
            by=actor,
        )
        await uow.audit.record([entry])
        return event


async def with_country(
    uow: UnitOfWork, command: CreateEventCommand, *, organizer_id: int, venue: Venue | None
) -> CreateEventCommand:
    """Return the command with the country of its venue, and its rates there if it says none.

    Raises ValidationFailed for an unknown country, or another one than the venue's.
    """
    if venue is not None:
        venue.require_same_country(command.country)
    country = command.country or (venue.country if venue else None)
    if country is None:
        return command
    require_country(country, field="body.country")
    command = replace(command, country=country)
    if command.tax_rate is not None or command.fee_tax_rate is not None:
        return command
    seller = (await uow.sellers.by_ids([organizer_id])).get(organizer_id)
    if seller is None or (taxes := seller.taxes_in(country)) is None:
        return command
    return replace(
        command,
        tax_rate=taxes.tax_rate,
        fee_tax_rate=taxes.fee_tax_rate,
        tax_inclusive=(
            taxes.tax_inclusive if command.tax_inclusive is None else command.tax_inclusive
        ),
    )


def check_times(event: Event, ticket_types: Sequence[TicketType], now: datetime) -> None:
    """Raise ValidationFailed when a new event or one of its types could not take place or sell."""
    event.check_dates(now)
    for number, ticket_type in enumerate(ticket_types):
        event.check_sales_of(ticket_type, path=f"body.ticket_types.{number}")
        event.check_tax_of(ticket_type, path=f"body.ticket_types.{number}")


def make_event(
    command: CreateEventCommand,
    *,
    organizer_id: int,
    now: datetime,
    venue: Venue | None = None,
    seats: SeatCounts | None = None,
) -> tuple[Event, list[TicketType]]:
    """Make an unsaved event and its ticket types. Raises ValidationFailed, NotFound (a section)."""
    if command.status not in (EventStatus.DRAFT, EventStatus.ACTIVE):
        raise ValidationFailed("body.status", "A new event is either a draft or active.")
    zone = command.timezone or (venue.timezone if venue else "UTC")
    starts = in_zone(command.date_time, zone)
    wanted = command.ticket_types or [NewTicketType(name=GENERAL_ADMISSION)]
    if not any(new.admits for new in wanted):
        raise ValidationFailed("body.ticket_types", "Give the event a ticket type that admits.")
    is_seated = command.seating is Seating.RESERVED
    capacity = 0 if is_seated else _capacity(command, wanted)
    currency, price = command.currency, command.price
    require_currency(currency, field="body.currency")
    if price is not None:
        price = payable(price, currency, field="body.price")
    ticket_types = [
        make_ticket_type(
            new,
            capacity=capacity,
            price=price,
            currency=currency,
            timezone=zone,
            now=now,
            path=f"body.ticket_types.{number}",
        )
        for number, new in enumerate(wanted)
    ]
    event = Event(
        title=command.title,
        description=command.description,
        venue=command.venue or (venue.name if venue else None),
        venue_id=command.venue_id,
        country=command.country,
        kind=command.kind,
        date_time=starts,
        ends_at=in_zone_or_none(command.ends_at, zone) or starts + DEFAULT_DURATION,
        timezone=zone,
        capacity=capacity,
        capacity_is_derived=command.capacity is None,
        price=lowest_price(ticket_types),
        currency=currency,
        status=command.status,
        seating=command.seating,
        payment=command.payment,
        max_tickets_per_user=command.max_tickets_per_user,
        sales_start=in_zone_or_none(command.sales_start, zone),
        sales_end=in_zone_or_none(command.sales_end, zone),
        service_fee_fixed=payable(
            command.service_fee_fixed, currency, field="body.service_fee_fixed"
        ),
        service_fee_percent=command.service_fee_percent,
        tax_rate=command.tax_rate or Decimal("0.00"),
        tax_inclusive=bool(command.tax_inclusive),
        fee_tax_rate=command.fee_tax_rate,
        terms=command.terms,
        language=command.language,
        allows_reentry=command.allows_reentry,
        allows_transfer=command.allows_transfer,
        allows_bank_transfer=command.allows_bank_transfer,
        payment_days=command.payment_days,
        payment_instructions=command.payment_instructions,
        organizer_id=organizer_id,
    )
    event.reprice(ticket_types)
    if is_seated:
        _sell_seats(event, ticket_types, seats or {}, command=command, wanted=wanted)
    else:
        require_no_sections(ticket_types)
        _require_some_capacity(event, wanted)
    return event, ticket_types


def _sell_seats(
    event: Event,
    ticket_types: Sequence[TicketType],
    seats: SeatCounts,
    *,
    command: CreateEventCommand,
    wanted: Sequence[NewTicketType],
) -> None:
    if not seats:
        message = "Reserved seating needs a venue that has seats."
        raise ValidationFailed("body.venue_id", message, reason="missing")
    require_sections(ticket_types, seats)
    event.sync_capacity(ticket_types, seats)
    event.capacity_is_derived = True
    for ticket_type in admissions(ticket_types):
        ticket_type.capacity_is_derived = True
    require_seat_count(command.capacity, event.capacity, what="this event")
    for new, ticket_type in zip(wanted, ticket_types, strict=True):
        if not new.admits:
            continue
        require_seat_count(new.capacity, ticket_type.capacity, what=f'"{new.name}"')


def _require_some_capacity(event: Event, wanted: Sequence[NewTicketType]) -> None:
    for number, new in enumerate(wanted):
        if new.capacity is not None:
            require_some_capacity(new.capacity, field=f"body.ticket_types.{number}.capacity")
    require_some_capacity(event.capacity)


def _capacity(command: CreateEventCommand, wanted: Sequence[NewTicketType]) -> int:
    if command.capacity is not None:
        return command.capacity
    admitting = [new for new in wanted if new.admits]
    capacities = [new.capacity for new in admitting if new.capacity is not None]
    if len(capacities) < len(admitting):
        message = "Give the event a capacity, or every ticket type one."
        raise ValidationFailed("body.capacity", message, reason="missing")
    return sum(capacities)

"""Make a draft like an event."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from src.application.access import require_event_manager
from src.application.catalogue.new_ticket_type import NewTicketType
from src.application.concurrency.idempotency import Outcome, once
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.use_cases.event.create_event import (
    CreateEventCommand,
    check_times,
    make_event,
    with_country,
)
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import NotFound
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.shared.times import in_zone

OWN = frozenset(
    {
        "title",
        "date_time",
        "ends_at",
        "status",
        "sales_start",
        "sales_end",
        "ticket_types",
        "idempotency",
    }
)
"""What the copy does not simply take over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateEventCommand:
    """The event to copy, and when the copy takes place: a naive time is in its time zone."""

    event_id: int
    date_time: datetime
    title: str | None = None
    idempotency: IdempotentRequest | None = None


class DuplicateEvent:
    """Make a draft like this event, at another time.

    Authorization: the event's organizer and admins; the copy belongs to the same organizer. It
    has the same ticket types (all available), prices, fees, tax rates, terms, cancellation policy
    and sections of seats, lasts as long, and its sales windows lie as far before it by the clock on
    the wall. Bookings, scanners, gates and codes are not copied. Refused with
    `validation_failed` for a `date_time` in the past, `not_found` if its seats belong to a venue
    that was deleted.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: DuplicateEventCommand) -> Outcome[Event]:
        async with self._unit_of_work() as uow:
            return await once(
                uow, command.idempotency, Event, lambda: self._copy(uow, actor, command)
            )

    async def _copy(self, uow: UnitOfWork, actor: Actor, command: DuplicateEventCommand) -> Event:
        original = await uow.events.get(command.event_id)
        require_event_manager(actor, original)
        venue = await _venue(uow, original)
        seats = await uow.venues.seat_counts(venue.id) if venue and original.is_seated else {}
        now = self._clock()
        wanted = _as_command(original, await uow.ticket_types.of_event(original.id), venue, command)
        copied, ticket_types = make_event(
            await with_country(uow, wanted, organizer_id=original.organizer_id, venue=venue),
            organizer_id=original.organizer_id,
            now=now,
            venue=venue,
            seats=seats,
        )
        copied.capacity_is_derived = original.capacity_is_derived
        copied.set_cancellation_policy(original.cancellation_policy)
        check_times(copied, ticket_types, now)
        await uow.events.add(copied)
        for ticket_type in ticket_types:
            ticket_type.event_id = copied.id
        await uow.ticket_types.add(ticket_types)
        entry = AuditEntry(
            "event.created",
            subject="event",
            subject_id=copied.id,
            event_id=copied.id,
            after={"status": copied.status, "copied_from": original.id},
            by=actor,
        )
        await uow.audit.record([entry])
        return copied


async def _venue(uow: UnitOfWork, original: Event) -> Venue | None:
    """The venue, locked. One that was deleted is no venue, unless its seats are needed."""
    if original.venue_id is None:
        return None
    try:
        return await uow.venues.lock(original.venue_id)
    except NotFound:
        if original.is_seated:
            raise
        return None


def _as_command(
    original: Event,
    ticket_types: Sequence[TicketType],
    venue: Venue | None,
    command: DuplicateEventCommand,
) -> CreateEventCommand:
    starts = in_zone(command.date_time, original.timezone)

    def moved(moment: datetime | None) -> datetime | None:
        """As far from the start as it was, by the clock on the wall."""
        if moment is None:
            return None
        zone = ZoneInfo(original.timezone)
        by_the_clock = [
            at.astimezone(zone).replace(tzinfo=None) for at in (starts, original.date_time, moment)
        ]
        new_start, old_start, old_moment = by_the_clock
        return in_zone(new_start + (old_moment - old_start), original.timezone)

    taken_over = {
        field.name: getattr(original, field.name)
        for field in fields(CreateEventCommand)
        if field.name not in OWN and hasattr(original, field.name)
    }
    return CreateEventCommand(
        **{
            **taken_over,
            "title": command.title or original.title,
            "venue_id": venue.id if venue else None,
            "country": (venue.country if venue else None) or original.country,
            "date_time": starts.astimezone(UTC),
            "ends_at": moved(original.ends_at),
            "status": EventStatus.DRAFT,
            "sales_start": moved(original.sales_start),
            "sales_end": moved(original.sales_end),
            "capacity": None if original.is_seated else original.capacity,
            "ticket_types": [
                NewTicketType(
                    name=known.name,
                    category=known.category,
                    section=known.section,
                    admits=known.admits,
                    price=known.price,
                    price_tiers=[
                        replace(tier, until=moved(tier.until)) for tier in known.price_tiers
                    ],
                    is_price_open=known.is_price_open,
                    capacity=(None if original.is_seated and known.admits else known.own_capacity),
                    sales_start=moved(known.sales_start),
                    sales_end=moved(known.sales_end),
                    is_hidden=known.is_hidden,
                    tax_rate=known.tax_rate,
                )
                for known in ticket_types
            ],
        }
    )

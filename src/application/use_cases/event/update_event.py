"""Edit an event, or change its status."""

from dataclasses import dataclass

from src.application.access import require_event_manager
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.selling.cancel_event_bookings import (
    CancelEventBookings,
    cancel_bookings_of_event,
)
from src.application.selling.order_for_update import complete_orders
from src.domain.entities.event import Event, EventChanges, EventStatus, Seating
from src.domain.entities.ticket_type import admissions
from src.domain.entities.user import Actor
from src.domain.entities.venue import Venue
from src.domain.errors import InUse, InvalidState, NotFound
from src.domain.repositories.event import EventRepository
from src.domain.services.capacities import derive_capacities
from src.domain.shared.country import require_country
from src.domain.shared.times import changes_in_zone
from src.domain.shared.transitions import require_version

MAX_SECONDS_OF_CANCELLATION = 20.0
"""Clients and proxies wait a minute at most; a job cancels what is left then."""


@dataclass(frozen=True, slots=True)
class UpdateEventCommand:
    """The changes to an event; `status` is the new status. Naive times are in its time zone."""

    event_id: int
    changes: EventChanges
    status: EventStatus | None = None
    expected_version: int | None = None


class UpdateEvent:
    """Edit an event; omitted fields keep their values. `status` publishes, cancels or completes it.

    Authorization: the event's organizer and admins. Refused with `in_use` for a capacity below
    the tickets sold or held, or another currency while orders are paid or can still be paid;
    `invalid_state` for an impossible status change, `validation_failed` for a `date_time` in the
    past or an amount that the currency cannot pay, `stale_version` if `If-Match` is not the
    stored version.

    Cancelling an event cancels its bookings and all tickets that were not used; with tens of
    thousands of bookings, the last of them within minutes after the response. Price and
    capacity of an event with one type that admits also apply to it. Ticket types whose capacity
    was left out follow the event's; a `capacity` of null follows the sum of theirs. With a new
    `venue_id`, venue name, country and time zone become the venue's unless given. Another country
    changes no rates, and nothing that was sold. The venue of an event
    with reserved seating cannot change, and its capacity is the number of its seats.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        events: EventRepository,
        cancel_bookings: CancelEventBookings,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._events = events
        self._cancel_bookings = cancel_bookings
        self._clock = clock

    async def execute(self, actor: Actor, command: UpdateEventCommand) -> Event:
        last_id = None
        async with self._unit_of_work(touches=Touches(event_ids=[command.event_id])) as uow:
            venue = await _new_venue(uow, command.changes)
            event = await uow.events.lock(command.event_id)
            require_event_manager(actor, event)
            require_version(event.version, command.expected_version)
            before, before_status = _audited(event, command.changes), event.status
            changes = _at_venue(event, venue, command.changes)
            await self._edit(uow, event, await _in_country(uow, event, venue, changes))
            if command.status is not None and command.status is not event.status:
                last_id = await self._change_status(uow, actor, event, command.status)
            await uow.events.save(event)
            after = _audited(event, command.changes)
            entries = [
                AuditEntry(
                    _action(event, before_status),
                    subject="event",
                    subject_id=event.id,
                    event_id=event.id,
                    before=before,
                    after=after,
                    by=actor,
                )
            ]
            has_ended = event.status in (EventStatus.COMPLETED, EventStatus.CANCELLED)
            if has_ended and last_id is None:
                entries += await complete_orders(uow, event.id, self._clock(), by=actor)
            await uow.audit.record(entries)
            await uow.commit()
        if last_id is None:
            return event
        # The first are cancelled with the event, all others in steps that anybody may continue.
        await self._cancel_bookings.execute(
            event.id, after_id=last_id, by=actor, max_seconds=MAX_SECONDS_OF_CANCELLATION
        )
        return (await self._events.by_ids([event.id]))[event.id]

    async def _edit(self, uow: UnitOfWork, event: Event, changes: EventChanges) -> None:
        if not changes:
            return
        ticket_types = await uow.ticket_types.of_event(event.id)
        has_new_currency = changes.get("currency", event.currency) != event.currency
        if has_new_currency and await uow.orders.can_bring_money(event.id):
            message = f"The currency cannot change: orders in {event.currency} are paid, or can be."
            raise InUse(message)
        zone = changes.get("timezone", event.timezone)
        event.edit(changes_in_zone(changes, zone), ticket_types=ticket_types, now=self._clock())
        is_only_type_changed = len(admissions(ticket_types)) == 1 and changes.keys() & {
            "price",
            "capacity",
        }
        if has_new_currency or is_only_type_changed:
            for ticket_type in ticket_types:
                await uow.ticket_types.save(ticket_type)
        if event.seating is Seating.RESERVED and event.venue_id is not None:
            # Seats added or removed after the event had ended did not change its capacity.
            seats = await uow.venues.seat_counts(event.venue_id)
            changed = event.sync_capacity(ticket_types, seats)
        else:
            changed = derive_capacities(event, ticket_types)
        for ticket_type in changed:
            await uow.ticket_types.save(ticket_type)

    async def _change_status(
        self, uow: UnitOfWork, actor: Actor, event: Event, wanted: EventStatus
    ) -> int | None:
        """The last booking that was cancelled with the event, where there may be more."""
        match wanted:
            case EventStatus.ACTIVE:
                event.activate(self._clock())
            case EventStatus.COMPLETED:
                event.complete()
            case EventStatus.CANCELLED:
                event.cancel()
                _, last_id = await cancel_bookings_of_event(uow, event.id, after_id=0, by=actor)
                return last_id
            case EventStatus.DRAFT:
                raise InvalidState("event", event.status.value, wanted.value)
        return None


async def _new_venue(uow: UnitOfWork, changes: EventChanges) -> Venue | None:
    """Lock the new venue, if any; venues are locked before events."""
    venue_id = changes.get("venue_id")
    if venue_id is None:
        return None
    try:
        return await uow.venues.lock(venue_id)
    except NotFound:
        return None


def _at_venue(event: Event, venue: Venue | None, changes: EventChanges) -> EventChanges:
    venue_id = changes.get("venue_id")
    # A past event may keep a venue that was deleted since.
    if venue_id is None or venue_id == event.venue_id:
        return changes
    if venue is None:
        raise NotFound("venue", venue_id)
    of_venue: EventChanges = {"venue": venue.name, "timezone": venue.timezone}
    return {**of_venue, "country": venue.country or event.country, **changes}


async def _in_country(
    uow: UnitOfWork, event: Event, new: Venue | None, changes: EventChanges
) -> EventChanges:
    """The changes with the country of the venue, the new one if any, where they leave it open.

    An event that stays keeps the country that it says, where the venue's was corrected since.

    Raises ValidationFailed for no country, or another than the venue's.
    """
    if "country" not in changes:
        return changes
    country = changes["country"]
    if country is not None:
        require_country(country, field="body.country")
    venue_id = changes.get("venue_id", event.venue_id)
    stays = venue_id == event.venue_id and country is not None and country == event.country
    if venue_id is None or stays:
        return changes
    venue = new or (await uow.venues.by_ids([venue_id])).get(venue_id)
    if venue is None:
        return changes
    venue.require_same_country(country)
    return {**changes, "country": country or venue.country}


def _audited(event: Event, changes: EventChanges) -> dict[str, object]:
    """The event's status, and the fields that are changed."""
    follows = {"capacity_is_derived": event.capacity_is_derived} if "capacity" in changes else {}
    edited = {field: getattr(event, field) for field in changes}
    return {"status": event.status, **edited, **follows}


def _action(event: Event, before: EventStatus) -> str:
    """What happened: others have to hear of an end, and edits are `event.updated`."""
    has_ended = event.status in (EventStatus.COMPLETED, EventStatus.CANCELLED)
    return f"event.{event.status}" if has_ended and event.status is not before else "event.updated"

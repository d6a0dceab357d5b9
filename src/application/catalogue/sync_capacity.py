"""Shared by the changes of seats: what is for sale there changes with them."""

from collections.abc import Sequence
from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.event import Event, Seating
from src.domain.entities.user import Actor


async def lock_seated_events(uow: UnitOfWork, venue_id: int, now: datetime) -> list[Event]:
    """The events there with reserved seating that are not over, locked in order of their ids.

    The caller has locked the venue, so that no other event can begin to use its seats.
    """
    event_ids = await uow.events.open_at_venue(venue_id, now=now, seating=Seating.RESERVED)
    return [await uow.events.lock(event_id, with_deleted=True) for event_id in event_ids]


async def sync_capacity(
    uow: UnitOfWork, actor: Actor, venue_id: int, events: Sequence[Event]
) -> None:
    """Give these locked events, and their ticket types, the capacity that their seats now make.

    Raises InUse when fewer seats are left than an event has sold or holds.
    """
    seats = await uow.venues.seat_counts(venue_id)
    entries = []
    for event in events:
        before = event.capacity
        changed = event.sync_capacity(await uow.ticket_types.of_event(event.id), seats)
        for ticket_type in changed:
            await uow.ticket_types.save(ticket_type)
        if changed:
            await uow.events.save(event)
            entry = AuditEntry(
                "event.capacity_changed",
                subject="event",
                subject_id=event.id,
                event_id=event.id,
                before={"capacity": before},
                after={"capacity": event.capacity},
                by=actor,
            )
            entries.append(entry)
    await uow.audit.record(entries)

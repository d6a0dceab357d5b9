"""Shared by changes of a venue's seats: sync the capacity of its events."""

from collections.abc import Sequence
from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.event import Event, Seating
from src.domain.entities.user import Actor


async def lock_seated_events(uow: UnitOfWork, venue_id: int, now: datetime) -> list[Event]:
    """Lock the open events with reserved seating at the venue, in id order, and return them.

    The caller has locked the venue, so that no other event can start to use its seats.
    """
    event_ids = await uow.events.open_at_venue(venue_id, now=now, seating=Seating.RESERVED)
    return [await uow.events.lock(event_id, with_deleted=True) for event_id in event_ids]


async def sync_capacity(
    uow: UnitOfWork, actor: Actor, venue_id: int, events: Sequence[Event]
) -> None:
    """Set the capacities of these locked events and their ticket types to their seats.

    Raises InUse when an event would have fewer seats than it has sold or held.
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
            entries += capacity_entries(event, before, actor)
    await uow.audit.record(entries)


def capacity_entries(event: Event, before: int, actor: Actor) -> list[AuditEntry]:
    """What the audit log records where the event's capacity has changed with something else."""
    if event.capacity == before:
        return []
    return [
        AuditEntry(
            "event.capacity_changed",
            subject="event",
            subject_id=event.id,
            event_id=event.id,
            before={"capacity": before},
            after={"capacity": event.capacity},
            by=actor,
        )
    ]

"""Shared by reports: authorization, and the events and buckets of a report."""

from typing import Generic, TypeVar

from src.application.access import require_event_manager, require_organizer_role
from src.application.dtos.analytics import ReportQuery, Scope, Timeline
from src.application.ports.database import Clock
from src.application.ports.reports import TimelineReader
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.services.periods import bucket_starts, period

Report = TypeVar("Report")


async def scope_of(actor: Actor, event_id: int | None, events: EventRepository) -> Scope:
    """Return the requested event, or the organizer's own events, or all for an admin.

    Raises Forbidden for other roles, NotFound for an event that is not the organizer's.
    """
    require_organizer_role(actor)
    organizer_id = None if actor.is_admin else actor.id
    if event_id is not None:
        require_event_manager(actor, await events.get(event_id))
        return Scope(event_id, organizer_id)
    return Scope(organizer_id=organizer_id)


class ReadTimeline(Generic[Report]):
    """A report over a period, in buckets."""

    def __init__(self, read: TimelineReader[Report], events: EventRepository, clock: Clock) -> None:
        self._read = read
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor, query: ReportQuery) -> Report:
        scope = await scope_of(actor, query.event_id, self._events)
        within = period(query.date_from, query.date_to, self._clock())
        starts = bucket_starts(within, query.interval, query.timezone)
        return await self._read(scope, Timeline(within, starts))

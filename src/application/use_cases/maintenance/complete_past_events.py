"""Complete events that have ended."""

from contextlib import suppress
from datetime import datetime

from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWorkFactory
from src.application.selling.complete_orders import complete_orders
from src.domain.entities.event import EventStatus
from src.domain.errors import NotFound, Unavailable
from src.domain.repositories.event import EventRepository

EVENTS_PER_RUN = 100


class CompletePastEvents:
    """Completes active events that have ended, and orders whose events have all ended.

    A job that is safe to run at any time and concurrently. Each event is a transaction; an event
    that is locked is left to the next run.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, events: EventRepository, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._events = events
        self._clock = clock

    async def execute(self) -> int:
        """Complete all past events; the number of events completed."""
        completed = 0
        now = self._clock()
        for event_id in await self._events.past_active(now, limit=EVENTS_PER_RUN):
            with suppress(NotFound, Unavailable):
                completed += await self._complete(event_id, now)
        return completed

    async def _complete(self, event_id: int, now: datetime) -> bool:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            event = await uow.events.lock(event_id)
            if not event.complete_if_over(now):
                return False
            await uow.events.save(event)
            before, after = {"status": EventStatus.ACTIVE}, {"status": event.status}
            entries = [
                AuditEntry(
                    "event.completed",
                    subject="event",
                    subject_id=event_id,
                    event_id=event_id,
                    before=before,
                    after=after,
                    by=None,
                )
            ]
            entries += await complete_orders(uow, event_id, now, by=None)
            await uow.audit.record(entries)
            await uow.commit()
        return True

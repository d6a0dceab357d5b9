"""Complete events that have ended."""

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWorkFactory
from src.application.selling.order_for_update import complete_orders
from src.domain.entities.event import EventStatus
from src.domain.repositories.event import EventRepository

EVENTS_PER_RUN = 100


class CompletePastEvents:
    """Completes active events that have ended, and orders whose events have all ended.

    A job that is safe to run at any time and concurrently. Each event is a transaction; an event
    that is locked is left to the next run.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        events: EventRepository,
        clock: Clock,
        for_each: ForEach[int],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._events = events
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Complete all past events; the number of events completed. Raises RowsFailed."""
        event_ids = await self._events.past_active(
            self._clock(), limit=EVENTS_PER_RUN, but=self._for_each.waiting()
        )
        return await self._for_each.run(event_ids, self._complete)

    async def _complete(self, event_id: int) -> bool:
        now = self._clock()
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

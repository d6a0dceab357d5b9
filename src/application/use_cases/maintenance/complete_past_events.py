"""Close the books of events that are over."""

from datetime import datetime

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.event import EventStatus
from src.domain.repositories.event import EventRepository

EVENTS_PER_RUN = 100


class CompletePastEvents:
    """Complete active events whose end has passed, and the orders that were for them.

    One event and one transaction at a time.
    A job, safe to run at any time and twice at once. An event that somebody else keeps locked
    waits for the next run and holds up no other.
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
        """How many events were completed. Raises RowsFailed."""
        event_ids = await self._events.past_active(
            self._clock(), limit=EVENTS_PER_RUN, but=self._for_each.waiting()
        )
        return await self._for_each.run(event_ids, self._complete)

    async def _complete(self, event_id: int) -> bool:
        now = self._clock()
        async with self._unit_of_work() as uow:
            event = await uow.events.lock(event_id)
            if not event.complete_if_over(now):
                return False
            await uow.events.save(event)
            before, after = {"status": EventStatus.ACTIVE}, {"status": event.status}
            entries = [AuditEntry("event.completed", "event", event_id, event_id, before, after)]
            entries += await complete_orders(uow, event_id, now)
            await uow.audit.record(None, entries)
            await uow.commit()
        return True


async def complete_orders(uow: UnitOfWork, event_id: int, now: datetime) -> list[AuditEntry]:
    """Complete the orders whose last event this was; what the log shall say."""
    return [
        AuditEntry(
            "order.completed",
            "order",
            order_id,
            event_id,
            {"status": "confirmed"},
            {"status": "completed"},
        )
        for order_id in await uow.orders.complete(event_id, now)
    ]

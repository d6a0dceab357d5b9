"""Refresh the prices that lists show of events with price tiers."""

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket_type import TicketTypeRepository


class RefreshTierPrices:
    """Sets what lists show of events whose price in force has changed. No sale reads it.

    A job that is safe to run at any time and concurrently. Only an event that has changed is
    locked, in a transaction of its own; one that is locked is left to the next run.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        clock: Clock,
        for_each: ForEach[int],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._events = events
        self._ticket_types = ticket_types
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Refresh the prices; the number of events that changed. Raises RowsFailed."""
        event_ids = await self._events.with_price_tiers(self._clock())
        return await self._for_each.run(event_ids, self._refresh)

    async def _refresh(self, event_id: int) -> bool:
        event = await self._events.get(event_id)
        if not event.reprice(await self._ticket_types.of_event(event_id)):
            return False
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            event = await uow.events.lock(event_id)
            event.reprice(await uow.ticket_types.of_event(event_id))
            await uow.events.set_tier_price(event_id, event.tier_price)
            await uow.commit()
        return True

"""Expire lapsed holds of all events."""

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.read_stock import release_lapsed_holds
from src.domain.repositories.booking import BookingRepository

EVENTS_PER_SWEEP = 100


class SweepHolds:
    """Expires lapsed holds of all events, with a transaction for each event.

    A job that is safe to run at any time and concurrently. Sales do not depend on it: they
    release the lapsed holds of their event themselves.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        bookings: BookingRepository,
        clock: Clock,
        for_each: ForEach[int],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._bookings = bookings
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Expire all lapsed holds; the number of holds expired. Raises RowsFailed."""
        event_ids = await self._bookings.events_with_lapsed_holds(
            self._clock(), limit=EVENTS_PER_SWEEP, but=self._for_each.waiting()
        )
        return await self._for_each.run(event_ids, self._release)

    async def _release(self, event_id: int) -> int:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            await uow.events.lock(event_id, with_deleted=True)
            released = await release_lapsed_holds(uow, [event_id], self._clock())
            await uow.commit()
        return len(released)

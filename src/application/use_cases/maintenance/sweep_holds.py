"""Expire lapsed holds of all events."""

from contextlib import suppress
from datetime import datetime

from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.release_lapsed_holds import release_lapsed_holds
from src.domain.errors import Unavailable
from src.domain.repositories.booking import BookingRepository

EVENTS_PER_SWEEP = 100


class SweepHolds:
    """Expires lapsed holds of all events, with a transaction for each event.

    A job that is safe to run at any time and concurrently. Sales do not depend on it: they
    release the lapsed holds of their event themselves.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, bookings: BookingRepository, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._bookings = bookings
        self._clock = clock

    async def execute(self) -> int:
        """Expire all lapsed holds; the number of holds expired."""
        expired = 0
        now = self._clock()
        for event_id in await self._bookings.events_with_lapsed_holds(now, limit=EVENTS_PER_SWEEP):
            # An event that is locked is left to the next sweep, so that it delays no other.
            with suppress(Unavailable):
                expired += await self._release(event_id, now)
        return expired

    async def _release(self, event_id: int, now: datetime) -> int:
        async with self._unit_of_work(touches=Touches(event_ids=[event_id])) as uow:
            await uow.events.lock(event_id, with_deleted=True)
            released = await release_lapsed_holds(uow, event_id, now)
            await uow.commit()
        return released

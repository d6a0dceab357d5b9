"""Cancellations of several events in one process: one step at a time, with a rest after each."""

import asyncio

import pytest

from src.application.ports.database import Touches
from src.application.selling import cancel_event_bookings
from src.application.selling.cancel_event_bookings import CancelEventBookings
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus
from tests.support.examples import make_booking, make_event
from tests.support.fakes.ports import FakeClock, FakeUnitOfWork, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store

EVENTS = (1, 2, 3)
BOOKINGS = 4


class CountedUnitOfWork(FakeUnitOfWork):
    """Gives others a turn while it runs, and notes how many run at a time."""

    def __init__(self, store: Store, running: list[int]) -> None:
        super().__init__(store)
        self._running = running

    async def commit(self) -> None:
        self._running.append(self._running[-1] + 1)
        await asyncio.sleep(0)
        await super().commit()
        self._running.append(self._running[-1] - 1)


class CountedUnitsOfWork(FakeUnitOfWorkFactory):
    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.running = [0]

    def __call__(self, *, touches: Touches | None = None) -> CountedUnitOfWork:
        return CountedUnitOfWork(self._store, self.running)


async def test_process_makes_one_step_at_a_time_however_many_events_are_cancelled(
    store: Store, fake_clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty cancellations at once would leave the sales of other events a twentieth."""
    monkeypatch.setattr(cancel_event_bookings, "BOOKINGS_PER_STEP", 1)
    for event_id in EVENTS:
        store.add(make_event(id=event_id, status=EventStatus.CANCELLED))
        for number in range(BOOKINGS):
            store.add(make_booking(id=10 * event_id + number, event_id=event_id))
    units_of_work = CountedUnitsOfWork(store)
    cancel = CancelEventBookings(units_of_work, fake_clock)
    done = await asyncio.gather(
        *(cancel.execute(event_id, after_id=0, by=None) for event_id in EVENTS)
    )
    assert done == [BOOKINGS] * len(EVENTS)
    assert max(units_of_work.running) == 1
    assert {booking.status for booking in store.bookings.values()} == {BookingStatus.CANCELLED}

"""The bookings of a cancelled event are cancelled step by step, with a rest after each."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from src.application.ports.database import AuditEntry, Touches
from src.application.selling import cancel_event_bookings
from src.application.selling.cancel_event_bookings import CancelEventBookings
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.errors import NotFound
from tests.support.examples import ADMIN, EVENT_ID, NOW, make_event, make_type
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import order_with, part

CONFIRMED, CANCELLED = BookingStatus.CONFIRMED, BookingStatus.CANCELLED
SECONDS = 3.0


@pytest.fixture
def rests(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it rested. Every step takes three seconds; two bookings are a step."""
    times, rests = iter(range(100, 1000, 3)), []

    async def rest(seconds: float) -> None:
        rests.append(seconds)

    monkeypatch.setattr(cancel_event_bookings, "BOOKINGS_PER_STEP", 2)
    clock = SimpleNamespace(monotonic=lambda: next(times))
    monkeypatch.setattr(cancel_event_bookings, "time", clock)
    monkeypatch.setattr(cancel_event_bookings, "asyncio", SimpleNamespace(sleep=rest))
    return rests


@pytest.fixture
def cancel(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> CancelEventBookings:
    store.add(make_event(status=EventStatus.CANCELLED), make_event(id=11))
    store.add(make_type(), make_type(id=21, event_id=11))
    return CancelEventBookings(unit_of_work, fake_clock)


def put(store: Store, *numbers: int, **fields: Any) -> None:
    """Confirmed bookings of event 10 without an order."""
    for number in numbers:
        booking = part(30, CONFIRMED, id=number, reference=f"BKG-{number}", **fields)
        for place, ticket in enumerate(booking.tickets):
            ticket.ticket_code = f"TKT-{number}-{place}"
        store.add(booking)


def entry(action: str, number: int, was: str, now: str) -> AuditEntry:
    return AuditEntry(
        action,
        subject=action.partition(".")[0],
        subject_id=number,
        event_id=EVENT_ID,
        before={"status": was},
        after={"status": now},
        by=ADMIN,
    )


async def test_all_bookings_of_the_event_are_cancelled_in_steps(
    cancel: CancelEventBookings,
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    rests: list[float],
) -> None:
    put(store, 31, 32, 33, 34, 35)
    store.add(part(31, CONFIRMED, id=40))
    assert await cancel.execute(EVENT_ID, after_id=31, by=ADMIN) == 4
    statuses = {number: booking.status for number, booking in store.bookings.items()}
    assert statuses == {31: CONFIRMED, 40: CONFIRMED, **dict.fromkeys(range(32, 36), CANCELLED)}
    assert store.audit == [
        entry("booking.called_off", number, "confirmed", "cancelled") for number in range(32, 36)
    ]
    # 32 and 33, 34 and 35, and a look whether there are more.
    assert store.commits == 3
    assert store.locks == [("event", EVENT_ID)] * 3
    assert unit_of_work.touched == [Touches(event_ids=[EVENT_ID])] * 3
    # As long as the step took; after the last too, since another event may be next.
    assert rests == [SECONDS] * 3


async def test_an_order_without_bookings_is_cancelled_and_one_with_another_event_is_not(
    cancel: CancelEventBookings, store: Store, rests: list[float]
) -> None:
    both = order_with(
        part(31, CONFIRMED, id=52), part(30, CONFIRMED, id=51), status=OrderStatus.CONFIRMED
    )
    both.id, both.reference = 41, "ORD-41"
    store.add(both)
    store.add(_order_40())
    assert await cancel.execute(EVENT_ID, after_id=0, by=ADMIN) == 2
    assert store.order(40).status is OrderStatus.CANCELLED
    assert store.order(41).status is OrderStatus.CONFIRMED
    assert store.audit == [
        entry("booking.called_off", 30, "confirmed", "cancelled"),
        entry("booking.called_off", 51, "confirmed", "cancelled"),
        entry("order.cancelled", 40, "confirmed", "cancelled"),
    ]


def _order_40() -> Order:
    order = order_with(part(30, CONFIRMED), status=OrderStatus.CONFIRMED)
    for place, ticket in enumerate(order.bookings[0].tickets):
        ticket.ticket_code = f"TKT-40-{place}"
    return order


async def test_an_order_whose_tickets_were_used_is_completed_with_the_last_step(
    cancel: CancelEventBookings, store: Store, fake_clock: FakeClock, rests: list[float]
) -> None:
    order = _order_40()
    for ticket in order.bookings[0].tickets:
        ticket.status = TicketStatus.USED
    store.add(order)
    store.add(make_event(date_time=NOW - timedelta(days=1), ends_at=NOW))
    assert await cancel.execute(EVENT_ID, after_id=0, by=ADMIN) == 0
    assert store.order(40).status is OrderStatus.COMPLETED
    assert store.audit == [entry("order.completed", 40, "confirmed", "completed")]
    assert rests == [SECONDS]


async def test_the_bookings_of_a_deleted_event_are_cancelled_too(
    cancel: CancelEventBookings, store: Store, rests: list[float]
) -> None:
    store.add(make_event(deleted_at=NOW))
    put(store, 31)
    assert await cancel.execute(EVENT_ID, after_id=0, by=None) == 1
    assert [logged.by for logged in store.audit] == [None]


async def test_an_event_that_does_not_exist_is_not_found(cancel: CancelEventBookings) -> None:
    with pytest.raises(NotFound):
        await cancel.execute(99, after_id=0, by=ADMIN)

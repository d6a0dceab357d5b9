"""Orders that have lapsed, lost tickets, or have nothing left to wait for: one transaction each."""

from datetime import timedelta
from types import ModuleType
from typing import Any

import pytest

from src.application.concurrency.for_each import ForEach, RowsFailed
from src.application.ports.database import Touches
from src.application.settling import (
    complete_orders,
    settle_orders,
)
from src.application.settling.complete_orders import CompleteOrders
from src.application.settling.settle_orders import SettleOrders
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.order import Order, OrderStatus
from tests.support.examples import LATER, MOMENT, NOW, ORDER_ID, make_event
from tests.support.fakes.orders import FakeOrderRepository
from tests.support.fakes.ports import FakeClock, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import order_with, part

CONFIRMED, CANCELLED = BookingStatus.CONFIRMED, BookingStatus.CANCELLED
PAST = {"date_time": NOW - timedelta(days=1), "ends_at": NOW}


@pytest.fixture
def orders_job() -> ForEach[int]:
    return ForEach("order", int)


@pytest.fixture
def settle(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    fake_clock: FakeClock,
    orders_job: ForEach[int],
) -> SettleOrders:
    return SettleOrders(unit_of_work, FakeOrderRepository(store), fake_clock, orders_job)


@pytest.fixture
def complete(
    store: Store,
    unit_of_work: FakeUnitOfWorkFactory,
    fake_clock: FakeClock,
    orders_job: ForEach[int],
) -> CompleteOrders:
    return CompleteOrders(unit_of_work, FakeOrderRepository(store), fake_clock, orders_job)


def numbered(number: int, booked: BookingStatus, **fields: Any) -> Order:
    """Order 40, 41, … of event 10."""
    order = order_with(part(30, booked, id=number + 100, reference=f"BKG-{number}"), **fields)
    order.id, order.reference = number, f"ORD-{number}"
    order.items[0].id = number + 200
    for place, ticket in enumerate(order.bookings[0].tickets):
        ticket.ticket_code = ticket.ticket_code and f"TKT-{number}-{place}"
        ticket.event_id = order.bookings[0].event_id
    return order


async def fail(*_: object) -> None:
    raise RuntimeError("A fault.")


async def test_a_lapsed_order_expires_and_one_that_lost_tickets_is_cancelled(
    settle: SettleOrders, store: Store, fake_clock: FakeClock, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(numbered(40, BookingStatus.PENDING), numbered(41, CANCELLED))
    store.add(numbered(42, CONFIRMED, status=OrderStatus.CONFIRMED))
    assert await settle.execute() == 1
    fake_clock.now = LATER
    assert await settle.execute() == 1
    assert await settle.execute() == 0
    statuses = [store.order(number).status for number in (40, 41, 42)]
    assert statuses == [OrderStatus.EXPIRED, OrderStatus.CANCELLED, OrderStatus.CONFIRMED]
    assert store.order(40).bookings[0].status is BookingStatus.EXPIRED
    assert store.actions() == ["order.cancelled", "booking.expired", "order.expired"]
    assert [entry.before for entry in store.audit] == [{"status": "pending"}] * 3
    assert {entry.by for entry in store.audit} == {None}
    assert store.locks == [("event", 10), ("order", 41), ("event", 10), ("order", 40)]
    assert unit_of_work.touched == [Touches(order_id=41), Touches(order_id=40)]


async def test_an_order_that_was_paid_before_the_lock_is_not_settled(
    settle: SettleOrders, store: Store, fake_clock: FakeClock
) -> None:
    store.add(numbered(40, BookingStatus.PENDING))
    fake_clock.now = LATER
    confirmed = numbered(40, CONFIRMED, status=OrderStatus.CONFIRMED)
    store.before_lock = lambda: store.add(confirmed)
    assert await settle.execute() == 0
    assert (store.commits, store.audit) == (0, [])


async def test_an_order_is_completed_when_the_last_of_its_events_is_over(
    complete: CompleteOrders,
    store: Store,
    fake_clock: FakeClock,
    unit_of_work: FakeUnitOfWorkFactory,
) -> None:
    bookings = part(30, CONFIRMED), part(31, CONFIRMED)
    store.add(order_with(*bookings, status=OrderStatus.CONFIRMED))
    store.add(make_event(**PAST), make_event(id=11, **{**PAST, "ends_at": LATER}))
    fake_clock.now = LATER - MOMENT
    assert await complete.execute() == 0
    fake_clock.now = LATER
    assert await complete.execute() == 1
    assert await complete.execute() == 0
    assert store.order(ORDER_ID).status is OrderStatus.COMPLETED
    (entry,) = store.audit
    assert (entry.action, entry.before, entry.by) == (
        "order.completed",
        {"status": "confirmed"},
        None,
    )
    assert store.locks == [("event", 10), ("event", 11), ("order", ORDER_ID)]
    assert unit_of_work.touched == [Touches(order_id=ORDER_ID)]


async def test_an_order_waits_for_an_event_that_was_put_off_before_the_lock(
    complete: CompleteOrders, store: Store
) -> None:
    bookings = part(30, CONFIRMED), part(31, CONFIRMED)
    store.add(order_with(*bookings, status=OrderStatus.CONFIRMED))
    store.add(make_event(**PAST), make_event(id=11, **PAST))
    later = make_event(id=11, **{**PAST, "ends_at": LATER})
    store.before_lock = lambda: store.add(later)
    assert await complete.execute() == 0
    assert (store.commits, store.audit) == (0, [])


@pytest.mark.parametrize("change", ["cancelled", "put off"])
async def test_an_order_that_changed_before_the_lock_is_not_completed(
    complete: CompleteOrders, store: Store, change: str
) -> None:
    store.add(make_event(**PAST), numbered(40, CONFIRMED, status=OrderStatus.CONFIRMED))
    later: dict[str, Order | Event] = {
        "cancelled": numbered(40, CANCELLED, status=OrderStatus.CANCELLED),
        "put off": make_event(**{**PAST, "ends_at": LATER}),
    }
    store.before_lock = lambda: store.add(later[change])
    assert await complete.execute() == 0
    assert (store.commits, store.audit) == (0, [])


@pytest.mark.parametrize(
    ("name", "module", "is_due"),
    [("settle", settle_orders, {}), ("complete", complete_orders, PAST)],
)
async def test_a_run_takes_so_many_orders_and_leaves_out_those_that_wait_after_a_failure(
    request: pytest.FixtureRequest,
    store: Store,
    fake_clock: FakeClock,
    orders_job: ForEach[int],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    module: ModuleType,
    is_due: dict[str, Any],
) -> None:
    job = request.getfixturevalue(name)
    store.add(make_event(**is_due))
    due = {"status": OrderStatus.CONFIRMED} if is_due else {}
    status = CONFIRMED if is_due else BookingStatus.PENDING
    store.add(*(numbered(number, status, **due) for number in (40, 41, 42)))
    fake_clock.now = LATER
    monkeypatch.setattr(module, "ORDERS_PER_RUN", 2)
    with monkeypatch.context() as patch:
        patch.setattr(module, "save_order", fail)
        for _ in range(2):
            with pytest.raises(RowsFailed):
                await job.execute()
    # 40 and 41 wait.
    assert sorted(orders_job.waiting()) == [40, 41]
    assert await job.execute() == 1
    ended = OrderStatus.COMPLETED if is_due else OrderStatus.EXPIRED
    assert store.order(42).status is ended


async def test_a_run_takes_no_more_orders_than_it_should(
    settle: SettleOrders, store: Store, fake_clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(*(numbered(number, BookingStatus.PENDING) for number in (40, 41, 42)))
    fake_clock.now = LATER
    monkeypatch.setattr(settle_orders, "ORDERS_PER_RUN", 2)
    assert [await settle.execute() for _ in range(3)] == [2, 1, 0]

"""Changing an order: who is a party to it, under which locks, stored with its audit entry."""

from collections.abc import Awaitable, Callable
from decimal import Decimal

import pytest

from src.application.ports.database import Touches, UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder
from src.application.selling.store_sales import order_entry
from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound, StaleVersion
from src.domain.repositories.idempotency_key import IdempotentRequest
from tests.support.examples import (
    ADMIN,
    BUYER,
    NOW,
    ORDER_ID,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STRANGER,
    make_event,
    make_type,
)
from tests.support.fakes.ports import FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import order_with, part

IT = ChangeOrderCommand(ORDER_ID)
PENDING = BookingStatus.PENDING


@pytest.fixture
def change(store: Store, unit_of_work: FakeUnitOfWorkFactory) -> ChangeOrder:
    """Events 10, the organizer's, and 11, of a rival."""
    store.add(make_event(), make_event(id=11, organizer_id=RIVAL.id))
    store.add(make_type(), make_type(id=21, event_id=11))
    return ChangeOrder(unit_of_work)


async def cancel(uow: UnitOfWork, locked: LockedOrder) -> None:
    """What the caller decides, under the locks of the order and of its events."""
    assert await uow.orders.get(ORDER_ID) == locked.order
    assert list(locked.events) == sorted({item.event_id for item in locked.order.items})
    locked.order.cancel_pending()


def refusing(error: Exception) -> Callable[[UnitOfWork, LockedOrder], Awaitable[None]]:
    async def refuse(uow: UnitOfWork, locked: LockedOrder) -> None:
        locked.order.cancel_pending()
        raise error

    return refuse


async def test_a_change_is_stored_and_audited_with_its_actor(
    change: ChangeOrder, store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(order_with(part(30), part(31)))
    outcome = await change.execute(BUYER, IT, cancel)
    order = store.order(ORDER_ID)
    assert (outcome.result, outcome.is_replayed) == (order, False)
    assert order.status is OrderStatus.CANCELLED
    assert store.actions() == ["booking.cancelled", "booking.cancelled", "order.cancelled"]
    assert store.audit[-1] == order_entry(order, BUYER, "pending")
    assert {entry.by for entry in store.audit} == {BUYER}
    assert store.locks == [("event", 10), ("event", 11), ("order", ORDER_ID)]
    assert unit_of_work.touched == [Touches(order_id=ORDER_ID)]
    assert store.commits == 1


@pytest.mark.parametrize("actor", [BUYER, ORGANIZER, ADMIN])
async def test_the_buyer_the_organizer_of_every_line_and_admins_are_its_parties(
    change: ChangeOrder, store: Store, actor: Actor
) -> None:
    store.add(order_with(part(30)))
    await change.execute(actor, IT, cancel)
    assert store.order(ORDER_ID).status is OrderStatus.CANCELLED


@pytest.mark.parametrize("actor", [ORGANIZER, RIVAL, STRANGER, SCANNER])
async def test_for_anybody_else_the_order_does_not_exist(
    change: ChangeOrder, store: Store, actor: Actor
) -> None:
    store.add(order_with(part(30), part(31)))
    before = store.snapshot()
    with pytest.raises(NotFound, match=r"^There is no order 40\.$"):
        await change.execute(actor, IT, cancel)
    assert store.snapshot() == before


async def test_an_order_that_was_deleted_does_not_exist(change: ChangeOrder, store: Store) -> None:
    store.add(order_with(part(30), deleted_at=NOW))
    before = store.snapshot()
    with pytest.raises(NotFound, match=r"^There is no order 40\.$"):
        await change.execute(ADMIN, IT, refusing(AssertionError()))
    assert store.snapshot() == before


@pytest.mark.parametrize("version", [None, 3])
async def test_a_version_that_is_current_or_not_named_is_changed_and_another_is_refused(
    change: ChangeOrder, store: Store, version: int | None
) -> None:
    store.add(order_with(part(30), version=3))
    before = store.snapshot()
    with pytest.raises(StaleVersion):
        await change.execute(BUYER, ChangeOrderCommand(ORDER_ID, 2), cancel)
    assert store.snapshot() == before
    await change.execute(BUYER, ChangeOrderCommand(ORDER_ID, version), cancel)
    assert store.order(ORDER_ID).version == 4


async def test_what_the_decision_refuses_changes_nothing(change: ChangeOrder, store: Store) -> None:
    store.add(order_with(part(30)))
    before = store.snapshot()
    with pytest.raises(Forbidden):
        await change.execute(BUYER, IT, refusing(Forbidden("No.")))
    assert store.snapshot() == before


async def test_the_same_request_changes_once(change: ChangeOrder, store: Store) -> None:
    store.add(order_with(part(30)))
    key = IdempotentRequest(BUYER.id, "key", b"same")
    command = ChangeOrderCommand(ORDER_ID, idempotency=key)
    first = await change.execute(BUYER, command, cancel)
    before = store.snapshot()
    again = await change.execute(BUYER, command, refusing(AssertionError()))
    assert (again.result, again.is_replayed) == (first.result, True)
    assert store.snapshot() == before


async def test_only_what_changed_is_stored(change: ChangeOrder, store: Store) -> None:
    async def note(uow: UnitOfWork, locked: LockedOrder) -> None:
        locked.order.notes = "On the aisle, please."

    store.add(order_with(part(30)))
    order: Order = (await change.execute(BUYER, IT, note)).result
    assert (order.version, order.bookings[0].version) == (2, 1)
    assert order.total_amount == Decimal("50.00")
    assert store.actions() == ["order.pending"]

"""What every change of an order begins and ends with: locks, parties, and what is stored."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.ports.database import AuditEntry
from src.application.selling.order_for_update import (
    complete_orders,
    lock_order,
    manages_all,
    require_order_party,
    require_unpaid,
    save_order,
)
from src.application.selling.store_sales import booking_entry, order_entry
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.order import LatePayment, Order, OrderStatus
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, Unavailable
from tests.support.examples import (
    ADMIN,
    BOOKING_ID,
    BUYER,
    EVENT_ID,
    LATER,
    NOW,
    ORDER_ID,
    ORGANIZER,
    RIVAL,
    SCANNER,
    STRANGER,
    make_booking,
    make_event,
    make_order,
    make_payment,
    make_type,
)
from tests.support.fakes.ports import FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import order_with, part, refund_of

OWN, OTHER = make_event(), make_event(id=11, organizer_id=RIVAL.id)


@pytest.fixture
def store(store: Store) -> Store:
    store.add(OWN, OTHER, make_type(), make_type(id=21, event_id=11))
    return store


# Locks


async def test_events_are_locked_in_the_order_of_their_ids_and_then_the_order(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(order_with(part(31), part(30)))
    async with unit_of_work() as uow:
        locked = await lock_order(uow, ORDER_ID)
        await uow.commit()
    assert locked.order == store.order(ORDER_ID)
    assert locked.events == {10: store.event(10), 11: store.event(11)}
    assert store.locks == [("event", 10), ("event", 11), ("order", ORDER_ID)]


async def test_what_was_deleted_can_be_locked_since_it_may_still_be_paid(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(make_event(deleted_at=NOW), order_with(part(30), deleted_at=NOW))
    async with unit_of_work() as uow:
        locked = await lock_order(uow, ORDER_ID)
    assert (locked.order.deleted_at, locked.events[EVENT_ID].deleted_at) == (NOW, NOW)


async def test_an_order_that_does_not_exist_is_not_found(
    unit_of_work: FakeUnitOfWorkFactory,
) -> None:
    async with unit_of_work() as uow:
        with pytest.raises(NotFound):
            await lock_order(uow, ORDER_ID)


async def test_an_order_that_got_another_event_meanwhile_is_to_be_tried_again(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(order_with(part(30)))
    grown = order_with(part(30), part(31))
    store.before_lock = lambda: store.add(grown)
    async with unit_of_work() as uow:
        with pytest.raises(Unavailable):
            await lock_order(uow, ORDER_ID)


async def test_an_event_that_an_order_no_longer_has_does_no_harm(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    order = order_with(part(30), part(31))
    order.items.pop()
    store.add(order)
    async with unit_of_work() as uow:
        assert (await lock_order(uow, ORDER_ID)).order.event_ids == [10]


# Parties


@pytest.mark.parametrize(
    ("actor", "events", "is_manager"),
    [
        (ADMIN, [OWN, OTHER], True),
        (ADMIN, [], True),
        (ORGANIZER, [OWN], True),
        (ORGANIZER, [OWN, OTHER], False),
        (ORGANIZER, [], False),
        (BUYER, [OWN], False),
    ],
)
def test_who_organizes_every_event_manages_an_order(
    actor: Actor, events: list[Event], is_manager: bool
) -> None:
    assert manages_all(actor, events) is is_manager


@pytest.mark.parametrize("actor", [BUYER, ORGANIZER, ADMIN])
def test_the_buyer_and_who_manages_all_of_it_are_parties_to_an_order(actor: Actor) -> None:
    require_order_party(actor, make_order(), [OWN])


@pytest.mark.parametrize("actor", [STRANGER, RIVAL, SCANNER])
def test_for_anybody_else_an_order_does_not_exist(actor: Actor) -> None:
    with pytest.raises(NotFound, match=r"^There is no order 40\.$"):
        require_order_party(actor, make_order(), [OWN])


def test_the_buyer_is_a_party_to_an_order_of_any_organizer() -> None:
    require_order_party(BUYER, make_order(), [])


def test_an_order_with_money_that_is_not_on_its_way_back_is_paid() -> None:
    order, payment = make_order(status=OrderStatus.CONFIRMED), make_payment()
    require_unpaid(order, [])
    require_unpaid(order, [payment, make_payment(TransactionStatus.FAILED)])
    paid = make_payment(TransactionStatus.SUCCESS)
    require_unpaid(order, [replace(paid, refunded_amount=paid.amount), refund_of(paid)])
    with pytest.raises(InvalidState) as refused:
        require_unpaid(order, [payment, paid])
    assert refused.value.facts == {"from": "confirmed", "to": "cancelled"}
    assert str(refused.value) == "It is paid: ask the organizer for a refund, which cancels it."


# What is stored


async def save(
    unit_of_work: FakeUnitOfWorkFactory, store: Store, changed: Order, before: Order
) -> None:
    async with unit_of_work() as uow:
        await save_order(uow, changed, before, BUYER)
        await uow.commit()


async def test_nothing_is_stored_of_an_order_that_is_as_it_was(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(order_with(part(30)))
    order = store.order(ORDER_ID)
    await save(unit_of_work, store, order, deepcopy(order))
    assert (store.order(ORDER_ID).version, store.bookings[30].version) == (1, 1)
    assert store.audit == []


async def test_the_bookings_that_changed_are_stored_and_audited_and_no_others(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(order_with(part(30), part(31)))
    order = store.order(ORDER_ID)
    before = deepcopy(order)
    order.bookings[1].cancel_hold()
    # One that was added is stored already.
    order.bookings.append(make_booking(id=99, reference="BKG-99", order_id=ORDER_ID))
    await save(unit_of_work, store, order, before)
    assert store.bookings[31] == order.bookings[1]
    assert (store.bookings[30].version, store.bookings[31].version) == (1, 2)
    assert 99 not in store.bookings
    assert store.order(ORDER_ID).version == 1
    assert store.audit == [
        AuditEntry(
            "booking.cancelled",
            subject="booking",
            subject_id=31,
            event_id=11,
            before={"status": "pending"},
            after={"status": "cancelled"},
            by=BUYER,
        )
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"status": OrderStatus.EXPIRED},
        {"expires_at": LATER + timedelta(minutes=1)},
        {"late_payment": LatePayment.HONOURED},
        {"deleted_at": NOW},
        {"subtotal": Decimal("60.00")},
        {"total_amount": Decimal("60.00")},
        {"contact_name": "Ann"},
        {"contact_email": "ann@example.com"},
        {"contact_phone": "+66812345678"},
        {"notes": "On the aisle, please."},
    ],
    ids=str,
)
async def test_an_order_is_stored_with_whatever_changed_of_it(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, change: dict[str, Any]
) -> None:
    store.add(order_with(part(30)))
    before = store.order(ORDER_ID)
    order = replace(before, **change)
    await save(unit_of_work, store, order, before)
    assert store.order(ORDER_ID) == order
    assert order.version == 2
    assert store.audit == [order_entry(order, BUYER, "pending")]


async def test_the_orders_of_an_event_that_has_ended_are_completed_and_audited(
    store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    store.add(make_event(date_time=NOW - timedelta(days=1), ends_at=NOW))
    store.add(order_with(part(30, BookingStatus.CONFIRMED), status=OrderStatus.CONFIRMED))
    async with unit_of_work() as uow:
        assert await complete_orders(uow, EVENT_ID, NOW - timedelta(seconds=1), by=None) == []
        entries = await complete_orders(uow, EVENT_ID, NOW, by=ORGANIZER)
        await uow.commit()
    assert store.order(ORDER_ID).status is OrderStatus.COMPLETED
    assert entries == [
        AuditEntry(
            "order.completed",
            subject="order",
            subject_id=ORDER_ID,
            event_id=EVENT_ID,
            before={"status": "confirmed"},
            after={"status": "completed"},
            by=ORGANIZER,
        )
    ]


# Audit entries


def test_the_entry_of_a_booking_says_what_was_sold_to_whom() -> None:
    assert booking_entry(make_booking(), BUYER) == AuditEntry(
        "booking.confirmed",
        subject="booking",
        subject_id=BOOKING_ID,
        event_id=EVENT_ID,
        after={
            "status": "confirmed",
            "user_id": BUYER.id,
            "quantity": 2,
            "total_amount": Decimal("50.00"),
        },
        by=BUYER,
    )


@pytest.mark.parametrize(("was", "before"), [(None, None), ("expired", {"status": "expired"})])
def test_the_entry_of_an_order_says_what_it_was_before_unless_it_is_new(
    was: str | None, before: dict[str, str] | None
) -> None:
    assert order_entry(make_order(), ADMIN, was) == AuditEntry(
        "order.pending",
        subject="order",
        subject_id=ORDER_ID,
        before=before,
        after={"status": "pending", "user_id": BUYER.id, "total_amount": Decimal("50.00")},
        by=ADMIN,
    )

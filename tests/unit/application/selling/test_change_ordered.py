"""Changing a booking of an order: what the order holds changes together, and so does the order."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.ports.database import Touches
from src.application.ports.payments import PaymentProviders
from src.application.selling.change_booking import ChangeBooking, ChangeBookingCommand
from src.application.settling.give_back_tickets import GiveBackTickets
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.application.use_cases.booking.cancel_booking import CancelBooking
from src.application.use_cases.booking.confirm_booking import ConfirmBooking
from src.application.use_cases.booking.extend_booking import ExtendBooking
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, HoldExpired, InvalidState, NotFound, StaleVersion
from src.domain.services.bookkeeping import payment_entries
from tests.support.examples import (
    ADMIN,
    BUYER,
    NOW,
    ORDER_ID,
    ORGANIZER,
    PAYMENT_ID,
    RIVAL,
    STRANGER,
    make_booking,
    make_event,
    make_order,
    make_payment,
    make_type,
)
from tests.support.fakes.bookings import FakeBookingRepository
from tests.support.fakes.orders import FakeTransactionRepository
from tests.support.fakes.ports import FakeClock, FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.repositories import FakeEventRepository
from tests.support.fakes.store import Store

PENDING, CONFIRMED = BookingStatus.PENDING, BookingStatus.CONFIRMED
CANCELLED = BookingStatus.CANCELLED
LATER = NOW + timedelta(minutes=10)
IT = ChangeBookingCommand(30)
UseCase = ConfirmBooking | CancelBooking | ExtendBooking


@pytest.fixture
def change(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, fake_clock: FakeClock
) -> ChangeBooking:
    """Events 10, the organizer's, and 11, of a rival, both paid online."""
    online = {"payment": Payment.ONLINE}
    store.add(make_event(**online), make_event(id=11, organizer_id=RIVAL.id, **online))
    store.add(make_type(), make_type(id=21, event_id=11))
    return ChangeBooking(unit_of_work, fake_clock)


@pytest.fixture
def confirm(change: ChangeBooking, fake_clock: FakeClock) -> ConfirmBooking:
    return ConfirmBooking(change, fake_clock, FakeCodes())


@pytest.fixture
def cancel(
    store: Store, unit_of_work: FakeUnitOfWorkFactory, change: ChangeBooking, fake_clock: FakeClock
) -> CancelBooking:
    record = RecordRefund(unit_of_work, fake_clock)
    settle = SettleRefund(FakeTransactionRepository(store), PaymentProviders({}, "none"), record)
    return CancelBooking(
        FakeBookingRepository(store),
        FakeEventRepository(store),
        change,
        GiveBackTickets(unit_of_work, settle, fake_clock),
        fake_clock,
    )


@pytest.fixture
def extend(change: ChangeBooking, fake_clock: FakeClock) -> ExtendBooking:
    return ExtendBooking(change, fake_clock, timedelta(minutes=12), timedelta(minutes=30))


def part(number: int, status: BookingStatus = PENDING) -> Booking:
    """Booking 30 of event 10, or 31 of event 11."""
    expires_at = LATER if status is PENDING else None
    booking = make_booking(
        status, id=number, event_id=number - 20, reference=f"BKG-{number}", expires_at=expires_at
    )
    for place, ticket in enumerate(booking.tickets):
        ticket.event_id = booking.event_id
        ticket.ticket_code = ticket.ticket_code and f"TKT-20260601-{number}-{place}"
    return booking


def put(store: Store, *bookings: Booking, status: OrderStatus = OrderStatus.PENDING) -> None:
    expires_at = LATER if status is OrderStatus.PENDING else None
    store.add(make_order(*bookings, status=status, expires_at=expires_at))


async def refuse(use_case: UseCase, store: Store, actor: Actor, kind: type[Exception]) -> None:
    """The change of booking 30 is refused like this, and nothing has changed."""
    before = store.snapshot()
    with pytest.raises(kind):
        await use_case.execute(actor, IT)
    assert store.snapshot() == before


def statuses(store: Store) -> list[BookingStatus]:
    return [booking.status for booking in store.order(ORDER_ID).bookings]


async def test_the_hold_of_an_order_is_confirmed_with_the_order(
    confirm: ConfirmBooking, store: Store
) -> None:
    put(store, part(30))
    booking = (await confirm.execute(ORGANIZER, IT)).result
    assert (booking.id, booking.status) == (30, CONFIRMED)
    order = store.order(ORDER_ID)
    assert (order.status, order.expires_at) == (OrderStatus.CONFIRMED, None)
    assert order.bookings == [booking]
    assert store.actions() == ["payment.success", "booking.confirmed", "order.confirmed"]


@pytest.mark.parametrize("begun", [None, "manual", "scripted"])
async def test_what_is_taken_by_hand_is_booked_as_a_payment_and_the_buyers_transfer_is_it(
    confirm: ConfirmBooking, store: Store, begun: str | None
) -> None:
    put(store, part(30))
    if begun is not None:
        store.add(make_payment(provider=begun))
    await confirm.execute(ORGANIZER, IT)
    (payment,) = [row for row in store.transactions.values() if row.provider == "manual"]
    assert (payment.id == PAYMENT_ID) is (begun == "manual")
    assert (payment.status, payment.amount) == (TransactionStatus.SUCCESS, Decimal("50.00"))
    order = store.order(ORDER_ID)
    assert store.ledger == payment_entries(order, payment, NOW)
    entry = store.audit[0]
    assert (entry.action, entry.subject_id, entry.by) == ("payment.success", payment.id, ORGANIZER)


async def test_all_that_an_order_holds_is_confirmed_together_by_an_organizer_of_all(
    confirm: ConfirmBooking, store: Store
) -> None:
    put(store, part(30), part(31))
    await refuse(confirm, store, ORGANIZER, Forbidden)
    await confirm.execute(ADMIN, IT)
    assert statuses(store) == [CONFIRMED, CONFIRMED]
    assert store.order(ORDER_ID).status is OrderStatus.CONFIRMED


async def test_all_that_an_order_holds_is_released_together(
    cancel: CancelBooking, store: Store
) -> None:
    put(store, part(30), part(31))
    await cancel.execute(BUYER, IT)
    assert statuses(store) == [CANCELLED, CANCELLED]
    assert store.order(ORDER_ID).status is OrderStatus.CANCELLED
    assert store.actions() == ["booking.cancelled", "booking.cancelled", "order.cancelled"]
    assert store.event(11).tickets_held == 0


async def test_all_that_an_order_holds_has_one_deadline(
    extend: ExtendBooking, store: Store
) -> None:
    put(store, part(30), part(31))
    await extend.execute(BUYER, IT)
    until = NOW + timedelta(minutes=12)
    order = store.order(ORDER_ID)
    assert (order.status, order.expires_at) == (OrderStatus.PENDING, until)
    assert [booking.expires_at for booking in order.bookings] == [until, until]
    await refuse(extend, store, BUYER, InvalidState)


@pytest.mark.parametrize("actor", [ORGANIZER, RIVAL])
@pytest.mark.parametrize("use_case", ["cancel", "extend", "confirm"])
async def test_an_organizer_of_one_line_changes_nothing_that_is_held_for_the_others_too(
    request: pytest.FixtureRequest, store: Store, actor: Actor, use_case: str
) -> None:
    changing = request.getfixturevalue(use_case)
    put(store, part(30), part(31))
    number = 30 if actor is ORGANIZER else 31
    before = store.snapshot()
    with pytest.raises(Forbidden):
        await changing.execute(actor, ChangeBookingCommand(number))
    assert store.snapshot() == before


async def test_an_organizer_of_every_line_changes_what_is_held(
    cancel: CancelBooking, extend: ExtendBooking, store: Store
) -> None:
    store.add(make_event(id=11, payment=Payment.ONLINE))
    put(store, part(30), part(31))
    await extend.execute(ORGANIZER, IT)
    await cancel.execute(ORGANIZER, IT)
    assert statuses(store) == [CANCELLED, CANCELLED]


async def test_another_order_and_its_bookings_stay_as_they_are(
    cancel: CancelBooking, store: Store
) -> None:
    other = make_booking(PENDING, id=38, reference="BKG-38", expires_at=LATER)
    store.add(make_order(other, id=48, reference="ORD-48"))
    put(store, part(30))
    before = store.order(48)
    await cancel.execute(BUYER, IT)
    assert store.order(48) == before


@pytest.mark.parametrize("actor", [STRANGER, RIVAL])
async def test_for_who_is_no_party_to_the_booking_it_does_not_exist(
    cancel: CancelBooking, store: Store, actor: Actor
) -> None:
    put(store, part(30), part(31))
    await refuse(cancel, store, actor, NotFound)


async def test_a_buyer_confirms_nothing_that_a_payment_would(
    confirm: ConfirmBooking, store: Store
) -> None:
    put(store, part(30))
    await refuse(confirm, store, BUYER, Forbidden)


async def test_a_hold_of_an_order_that_has_lapsed_is_not_confirmed(
    confirm: ConfirmBooking, store: Store, fake_clock: FakeClock
) -> None:
    put(store, part(30))
    fake_clock.now = LATER
    await refuse(confirm, store, ADMIN, HoldExpired)


async def test_a_stale_version_of_an_ordered_booking_is_refused(
    cancel: CancelBooking, store: Store
) -> None:
    put(store, part(30))
    before = store.snapshot()
    with pytest.raises(StaleVersion):
        await cancel.execute(BUYER, ChangeBookingCommand(30, expected_version=9))
    assert store.snapshot() == before


async def test_staff_cancel_one_confirmed_booking_where_nothing_was_paid(
    cancel: CancelBooking, store: Store
) -> None:
    put(store, part(30, CONFIRMED), part(31, CONFIRMED), status=OrderStatus.CONFIRMED)
    await cancel.execute(ORGANIZER, IT)
    assert statuses(store) == [CANCELLED, CONFIRMED]
    assert store.order(ORDER_ID).status is OrderStatus.CONFIRMED
    await cancel.execute(RIVAL, ChangeBookingCommand(31))
    assert statuses(store) == [CANCELLED, CANCELLED]
    assert store.order(ORDER_ID).status is OrderStatus.CANCELLED


@pytest.mark.parametrize("actor", [BUYER, ORGANIZER, ADMIN])
async def test_nobody_cancels_what_is_paid(
    cancel: CancelBooking, store: Store, actor: Actor
) -> None:
    put(store, part(30, CONFIRMED), status=OrderStatus.CONFIRMED)
    store.add(make_payment(TransactionStatus.SUCCESS))
    await refuse(cancel, store, actor, InvalidState)


async def test_staff_cancel_what_was_paid_back(cancel: CancelBooking, store: Store) -> None:
    put(store, part(30, CONFIRMED), status=OrderStatus.CONFIRMED)
    payment = make_payment(TransactionStatus.SUCCESS)
    back: dict[str, Any] = {"id": 61, "kind": TransactionKind.REFUND, "parent_id": payment.id}
    store.add(payment, make_payment(**back))
    await refuse(cancel, store, BUYER, InvalidState)
    await cancel.execute(ORGANIZER, IT)
    assert statuses(store) == [CANCELLED]
    assert store.order(ORDER_ID).status is OrderStatus.CANCELLED


async def test_what_was_lost_keeps_the_rest_of_an_order_from_being_confirmed_but_not_released(
    confirm: ConfirmBooking, cancel: CancelBooking, store: Store
) -> None:
    put(store, part(30), part(31, CANCELLED))
    await refuse(confirm, store, ADMIN, InvalidState)
    await cancel.execute(BUYER, IT)
    assert statuses(store) == [CANCELLED, CANCELLED]


async def test_what_is_held_is_released_though_money_for_it_is_still_to_go_back(
    cancel: CancelBooking, store: Store
) -> None:
    put(store, part(30))
    store.add(make_payment(TransactionStatus.SUCCESS))
    await cancel.execute(BUYER, ChangeBookingCommand(30, expected_version=1))
    assert statuses(store) == [CANCELLED]
    assert {entry.by for entry in store.audit} == {BUYER}


async def test_a_change_that_ends_no_paid_booking_is_allowed(
    change: ChangeBooking, store: Store, unit_of_work: FakeUnitOfWorkFactory
) -> None:
    def extend(booking: Booking, event: Event) -> None:
        booking.is_extended = True

    put(store, part(30, CONFIRMED), status=OrderStatus.CONFIRMED)
    store.add(make_payment(TransactionStatus.SUCCESS))
    await change.execute(ORGANIZER, IT, extend)
    assert store.order(ORDER_ID).bookings[0].is_extended
    assert unit_of_work.touched == [Touches(booking_id=30)]


async def test_a_confirmed_booking_that_nobody_paid_for_is_ended_without_money(
    change: ChangeBooking, store: Store
) -> None:
    put(store, part(30, CONFIRMED), part(31, CONFIRMED), status=OrderStatus.CONFIRMED)
    await change.execute(ORGANIZER, IT, lambda booking, event: booking.refund())
    assert statuses(store) == [BookingStatus.REFUNDED, CONFIRMED]

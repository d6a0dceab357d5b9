"""Orders: which deadline they have when their bookings differ, and what their refusals say."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order, OrderStatus
from src.domain.errors import InvalidState
from tests.support.examples import LATER, NOW, booked, held, make_order

PENDING, CONFIRMED = OrderStatus.PENDING, OrderStatus.CONFIRMED
COMPLETED, CANCELLED = OrderStatus.COMPLETED, OrderStatus.CANCELLED


def test_the_latest_deadline_of_its_bookings_is_that_of_all_of_them() -> None:
    until = LATER + timedelta(minutes=5)
    order = make_order(held(30), held(31, expires_at=until), held(32))
    assert order.sync_status() is True
    assert (order.status, order.expires_at) == (PENDING, until)
    assert [booking.expires_at for booking in order.bookings] == [until] * 3


def test_a_booking_that_is_confirmed_already_gets_no_deadline() -> None:
    order = make_order(booked(BookingStatus.CONFIRMED, 30), held(31))
    assert order.sync_status() is False
    assert [booking.expires_at for booking in order.bookings] == [None, LATER]


def test_an_order_keeps_its_deadline_when_none_of_its_bookings_has_one() -> None:
    order = make_order(booked(BookingStatus.CONFIRMED, 30), booked(BookingStatus.CANCELLED, 31))
    assert order.sync_status() is False
    assert (order.status, order.expires_at) == (PENDING, LATER)


@pytest.mark.parametrize(
    ("order", "change", "wanted", "why"),
    [
        (
            make_order(status=COMPLETED, expires_at=None),
            lambda order: order.require_payable(NOW),
            CONFIRMED,
            "This order is completed; it cannot be confirmed.",
        ),
        (
            make_order(held(30), booked(BookingStatus.CANCELLED)),
            lambda order: order.require_payable(NOW),
            CONFIRMED,
            "Tickets of this order were cancelled or released",
        ),
        (
            make_order(status=COMPLETED, expires_at=None),
            Order.cancel_pending,
            CANCELLED,
            "This order is completed; it cannot be cancelled.",
        ),
        (make_order(), Order.complete, COMPLETED, "This order is pending; it cannot be completed."),
    ],
)
def test_a_refusal_names_the_order_and_both_of_its_states(
    order: Order, change: Callable[[Order], None], wanted: OrderStatus, why: str
) -> None:
    with pytest.raises(InvalidState, match=why) as refusal:
        change(order)
    assert refusal.value.facts == {"from": order.status, "to": wanted}

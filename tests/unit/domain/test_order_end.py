"""How an order ends that has lost its tickets or its time, and when an event is over."""

from copy import deepcopy
from datetime import timedelta

import pytest

from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.order import OrderStatus
from tests.support.examples import MOMENT, NOW, make_booking, make_event, make_order

PENDING, CONFIRMED = OrderStatus.PENDING, OrderStatus.CONFIRMED
COMPLETED, CANCELLED = OrderStatus.COMPLETED, OrderStatus.CANCELLED
EXPIRED = OrderStatus.EXPIRED
PENDING_BOOKING = BookingStatus.PENDING
LATER = NOW + timedelta(minutes=10)


@pytest.mark.parametrize(
    ("others", "is_over", "wanted"),
    [
        ([], False, PENDING),
        ([], True, EXPIRED),
        ([BookingStatus.EXPIRED], False, EXPIRED),
        ([BookingStatus.EXPIRED], True, EXPIRED),
        ([BookingStatus.CANCELLED], False, CANCELLED),
        ([BookingStatus.CANCELLED], True, EXPIRED),
        ([BookingStatus.EXPIRED, BookingStatus.CANCELLED], False, CANCELLED),
    ],
    ids=str,
)
def test_an_order_ends_as_what_its_lost_tickets_and_its_deadline_say(
    others: list[BookingStatus], is_over: bool, wanted: OrderStatus
) -> None:
    held = make_booking(PENDING_BOOKING, id=30, event_id=30, expires_at=LATER)
    lost = [
        make_booking(status, id=number, event_id=number) for number, status in enumerate(others, 31)
    ]
    order = make_order(held, *lost)
    ended = order.end_if_lost(LATER if is_over else NOW)
    assert (order.status, ended) == (wanted, wanted is not PENDING)
    if ended:
        assert all(booking.status is not PENDING_BOOKING for booking in order.bookings)


@pytest.mark.parametrize("status", [CONFIRMED, COMPLETED, CANCELLED, EXPIRED])
def test_an_order_that_waits_for_nothing_does_not_end_again(status: OrderStatus) -> None:
    order = make_order(make_booking(BookingStatus.EXPIRED), status=status)
    before = deepcopy(order)
    assert not order.end_if_lost(LATER)
    assert order == before


@pytest.mark.parametrize(
    ("status", "has_ended", "is_over"),
    [
        (EventStatus.ACTIVE, False, False),
        (EventStatus.ACTIVE, True, True),
        (EventStatus.DRAFT, False, False),
        (EventStatus.COMPLETED, False, True),
        (EventStatus.CANCELLED, False, True),
    ],
    ids=str,
)
def test_an_event_is_over_once_nobody_waits_for_it(
    status: EventStatus, has_ended: bool, is_over: bool
) -> None:
    begun = NOW - timedelta(days=1)
    event = make_event(status=status, date_time=begun, ends_at=NOW if has_ended else NOW + MOMENT)
    assert event.is_over(NOW) is is_over

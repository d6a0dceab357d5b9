"""Orders: every transition of the table, their bookings with them, deadlines, late payments."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta

import pytest

from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import TRANSITIONS as TRANSITION_TABLE
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.errors import HoldExpired, InvalidState, TicketingError
from src.domain.shared.transitions import require_transition
from tests.support.examples import (
    LATER,
    MOMENT,
    NOW,
    booked,
    held,
    make_booking,
    make_item,
    make_order,
)
from tests.support.fakes.ports import FakeCodes

PENDING, CONFIRMED = OrderStatus.PENDING, OrderStatus.CONFIRMED
COMPLETED, CANCELLED = OrderStatus.COMPLETED, OrderStatus.CANCELLED
EXPIRED = OrderStatus.EXPIRED

TABLE = {
    (PENDING, CONFIRMED),
    (PENDING, CANCELLED),
    (PENDING, EXPIRED),
    (CONFIRMED, COMPLETED),
    (CONFIRMED, CANCELLED),
    (EXPIRED, CONFIRMED),
}
PAIRS = [(status, wanted) for status in OrderStatus for wanted in OrderStatus]
LOST = [BookingStatus.CANCELLED, BookingStatus.REFUNDED, BookingStatus.EXPIRED]


def confirm(order: Order, **fields: bool) -> None:
    order.confirm(now=NOW, random_code=FakeCodes(), **fields)


def refuse(order: Order, change: Callable[[Order], None], refusal: type[TicketingError]) -> None:
    """The order refuses the change like this, and nothing has changed."""
    before = deepcopy(order)
    with pytest.raises(refusal):
        change(order)
    assert order == before


def statuses(order: Order) -> list[BookingStatus]:
    return [booking.status for booking in order.bookings]


@pytest.mark.parametrize(("status", "wanted"), PAIRS)
def test_the_table_has_the_transitions_of_an_order_and_no_other(
    status: OrderStatus, wanted: OrderStatus
) -> None:
    if (status, wanted) in TABLE:
        require_transition("order", TRANSITION_TABLE, current=status, wanted=wanted)
        return
    with pytest.raises(InvalidState) as refused:
        require_transition("order", TRANSITION_TABLE, current=status, wanted=wanted)
    assert refused.value.facts == {"from": status, "to": wanted}


def test_confirming_confirms_every_booking_and_gives_the_tickets_codes() -> None:
    order = make_order(held(30), held(31))
    confirm(order)
    assert (order.status, order.expires_at) == (CONFIRMED, None)
    assert statuses(order) == [BookingStatus.CONFIRMED] * 2
    tickets = [ticket for booking in order.bookings for ticket in booking.tickets]
    assert {ticket.status for ticket in tickets} == {TicketStatus.ACTIVE}
    assert len({ticket.ticket_code for ticket in tickets}) == len(tickets) == 4


def test_a_booking_that_is_confirmed_already_keeps_its_codes() -> None:
    order = make_order(held(30), booked(BookingStatus.CONFIRMED))
    codes = [ticket.ticket_code for ticket in order.bookings[1].tickets]
    confirm(order)
    assert order.status is CONFIRMED
    assert [ticket.ticket_code for ticket in order.bookings[1].tickets] == codes


def test_an_order_is_confirmed_up_to_its_last_moment() -> None:
    refuse(make_order(expires_at=NOW), confirm, HoldExpired)
    order = make_order(expires_at=NOW + MOMENT)
    confirm(order)
    assert order.status is CONFIRMED


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (EXPIRED, HoldExpired),
        (CONFIRMED, InvalidState),
        (COMPLETED, InvalidState),
        (CANCELLED, InvalidState),
    ],
)
def test_only_a_pending_order_is_payable_and_confirmed(
    status: OrderStatus, refusal: type[TicketingError]
) -> None:
    refuse(make_order(status=status, expires_at=None), confirm, refusal)
    refuse(
        make_order(status=status, expires_at=None),
        lambda order: order.require_payable(NOW),
        refusal,
    )


@pytest.mark.parametrize("lost", LOST)
def test_an_order_that_has_lost_tickets_is_neither_payable_nor_confirmed(
    lost: BookingStatus,
) -> None:
    refuse(make_order(held(30), booked(lost)), confirm, InvalidState)
    refuse(
        make_order(held(30), booked(lost)), lambda order: order.require_payable(NOW), InvalidState
    )


def test_a_whole_order_in_time_is_payable() -> None:
    order = make_order(held(30), held(31))
    before = deepcopy(order)
    order.require_payable(NOW)
    assert order == before


def test_money_that_is_late_confirms_what_is_still_held() -> None:
    order = make_order(held(30, expires_at=NOW), held(31, expires_at=NOW), expires_at=NOW)
    confirm(order, is_late=True)
    assert (order.status, order.expires_at) == (CONFIRMED, None)
    assert statuses(order) == [BookingStatus.CONFIRMED] * 2


@pytest.mark.parametrize("status", [CONFIRMED, COMPLETED, CANCELLED])
def test_money_that_is_late_confirms_no_order_that_is_over(status: OrderStatus) -> None:
    order = make_order(held(30), status=status, expires_at=None)
    refuse(order, lambda attempted: confirm(attempted, is_late=True), InvalidState)


def rebooked() -> Order:
    """An expired order whose first booking was booked anew as number 32."""
    order = make_order(booked(BookingStatus.EXPIRED, 30), held(31), status=EXPIRED, expires_at=None)
    again = make_booking(BookingStatus.CONFIRMED, id=32, event_id=30, order_id=order.id)
    order.bookings.append(again)
    order.items[0].booking_id = again.id
    return order


def test_a_booking_that_was_booked_anew_has_replaced_its_first() -> None:
    order = rebooked()
    assert [booking.id for booking in order.current_bookings] == [31, 32]
    assert not order.has_lost_tickets
    assert order.event_ids == [30, 31]


def test_a_late_confirmation_leaves_the_replaced_booking_expired() -> None:
    order = rebooked()
    confirm(order, is_late=True)
    assert order.status is CONFIRMED
    assert statuses(order) == [
        BookingStatus.EXPIRED,
        BookingStatus.CONFIRMED,
        BookingStatus.CONFIRMED,
    ]


def test_a_replaced_booking_has_no_say_in_what_the_order_becomes() -> None:
    order = rebooked()
    confirm(order, is_late=True)
    assert order.sync_status() is False
    for booking in order.current_bookings:
        booking.refund()
    assert order.sync_status() is True
    assert order.status is CANCELLED


def test_events_are_named_once_in_the_order_of_their_locks() -> None:
    order = make_order(held(33), held(31))
    order.items.append(make_item(order.bookings[0], id=99))
    assert order.event_ids == [31, 33]
    assert [booking.id for booking in order.current_bookings] == [33, 31]


@pytest.mark.parametrize(
    ("change", "status", "after"),
    [
        (Order.expire, EXPIRED, BookingStatus.EXPIRED),
        (Order.cancel_pending, CANCELLED, BookingStatus.CANCELLED),
    ],
)
def test_what_an_order_holds_is_given_up_with_it_and_nothing_else(
    change: Callable[[Order], None], status: OrderStatus, after: BookingStatus
) -> None:
    order = make_order(held(30), booked(BookingStatus.REFUNDED), held(32))
    change(order)
    assert (order.status, order.expires_at) == (status, None)
    assert statuses(order) == [after, BookingStatus.REFUNDED, after]
    tickets = [ticket for booking in order.bookings for ticket in booking.tickets]
    assert {ticket.status for ticket in tickets} == {TicketStatus.CANCELLED}


@pytest.mark.parametrize("status", [COMPLETED, CANCELLED, EXPIRED])
@pytest.mark.parametrize("change", [Order.expire, Order.cancel_pending, Order.complete])
def test_an_order_that_is_over_is_not_given_up_again(
    change: Callable[[Order], None], status: OrderStatus
) -> None:
    refuse(make_order(held(30), status=status, expires_at=None), change, InvalidState)


def test_a_confirmed_order_does_not_expire_and_a_pending_one_is_not_completed() -> None:
    confirmed = make_order(booked(BookingStatus.CONFIRMED), status=CONFIRMED, expires_at=None)
    refuse(confirmed, Order.expire, InvalidState)
    refuse(make_order(), Order.complete, InvalidState)
    confirmed.complete()
    assert confirmed.status is COMPLETED
    assert statuses(confirmed) == [BookingStatus.CONFIRMED]


def test_an_order_is_confirmed_once_all_its_bookings_are() -> None:
    order = make_order(booked(BookingStatus.CONFIRMED, 30), held(31))
    assert order.sync_status() is False
    assert (order.status, order.expires_at) == (PENDING, LATER)
    order.bookings[1].confirm(now=NOW, random_code=FakeCodes())
    assert order.sync_status() is True
    assert (order.status, order.expires_at) == (CONFIRMED, None)


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("status", [PENDING, CONFIRMED])
def test_an_order_is_cancelled_once_none_of_its_bookings_is_left(
    status: OrderStatus, lost: BookingStatus
) -> None:
    order = make_order(booked(lost, 30), booked(lost, 31), status=status)
    assert order.sync_status() is True
    assert (order.status, order.expires_at) == (CANCELLED, None)


def test_a_confirmed_order_stays_so_while_one_of_its_bookings_is_left() -> None:
    bookings = booked(BookingStatus.REFUNDED, 30), booked(BookingStatus.CONFIRMED, 31)
    order = make_order(*bookings, status=CONFIRMED, expires_at=None)
    assert order.sync_status() is False
    assert order.status is CONFIRMED


def test_an_order_has_the_deadline_that_its_bookings_were_given() -> None:
    until = LATER + timedelta(minutes=5)
    order = make_order(held(30, expires_at=until), held(31, expires_at=until))
    assert order.sync_status() is True
    assert (order.status, order.expires_at) == (PENDING, until)
    assert order.sync_status() is False


@pytest.mark.parametrize("of_booking", [BookingStatus.CONFIRMED, BookingStatus.REFUNDED])
@pytest.mark.parametrize("status", [COMPLETED, CANCELLED, EXPIRED])
def test_an_order_that_is_over_follows_nothing(
    status: OrderStatus, of_booking: BookingStatus
) -> None:
    order = make_order(booked(of_booking), status=status, expires_at=None)
    before = deepcopy(order)
    assert order.sync_status() is False
    assert order == before


@pytest.mark.parametrize(
    ("expires_at", "is_lapsed"), [(None, False), (NOW + MOMENT, False), (NOW, True)]
)
def test_an_order_has_lapsed_from_its_deadline_on(expires_at: object, is_lapsed: bool) -> None:
    assert make_order(expires_at=expires_at).is_lapsed(NOW) is is_lapsed

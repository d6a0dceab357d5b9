"""An expired order whose money came late gets the same tickets anew, all of them or none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from src.application.selling.order_for_update import LockedOrder, lock_order
from src.application.selling.rebook import rebook
from src.application.selling.store_sales import booking_entry
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import EventStatus, Seating
from src.domain.entities.order import LateRefusal, Order, OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.entities.venue import Seat, Venue
from src.domain.errors import InvalidState
from tests.support.discounts import make_discount
from tests.support.examples import (
    BUYER,
    EVENT_ID,
    MOMENT,
    NOW,
    ORDER_ID,
    RIVAL,
    STRANGER,
    TYPE_ID,
    make_booking,
    make_event,
    make_ticket,
    make_type,
    make_user,
)
from tests.support.fakes.ports import FakeCodes, FakeUnitOfWorkFactory
from tests.support.fakes.store import Store
from tests.support.settling import order_with, part

EXPIRED, CONFIRMED = BookingStatus.EXPIRED, BookingStatus.CONFIRMED
SEATS = [Seat(id=number, section="A", row="1", seat_number=str(number)) for number in (1, 2, 3)]


@pytest.fixture
def store(store: Store) -> Store:
    """Events 10 and 11, of four tickets each, and what the buyer was to pay for them."""
    store.add(make_user(BUYER), make_user(STRANGER))
    store.add(make_event(capacity=4), make_event(id=11, organizer_id=RIVAL.id, capacity=4))
    store.add(make_type(capacity=4), make_type(id=21, event_id=11, capacity=4))
    return store


Rebook = Callable[[], Any]


@pytest.fixture
def try_again(store: Store, unit_of_work: FakeUnitOfWorkFactory, codes: FakeCodes) -> Rebook:
    """Rebook order 40 and store what became of it; why it was not booked, and the order."""

    async def attempt() -> tuple[LateRefusal | None, Order]:
        async with unit_of_work() as uow:
            locked: LockedOrder = await lock_order(uow, ORDER_ID)
            refusal = await rebook(uow, locked, NOW, codes)
            await uow.commit()
        return refusal, locked.order

    return attempt


def expired(*bookings: Booking, **fields: Any) -> Order:
    return order_with(*bookings, status=OrderStatus.EXPIRED, **fields)


async def refuse(try_again: Rebook, store: Store, why: LateRefusal) -> None:
    """The tickets are not booked again, and nothing has changed but for lapsed holds."""
    bookings, orders = dict(store.bookings), dict(store.orders)
    refusal, order = await try_again()
    assert refusal is why
    assert order.status is OrderStatus.EXPIRED
    assert (store.bookings, store.orders, store.audit) == (bookings, orders, [])


async def test_every_booking_is_replaced_by_a_confirmed_one_of_the_same_tickets(
    try_again: Rebook, store: Store
) -> None:
    first = part(30, EXPIRED, booking_date=NOW - timedelta(hours=1))
    second = part(31, EXPIRED)
    first.tickets[0].price = Decimal("20.00")
    first.total_amount = Decimal("45.00")
    store.add(expired(first, second))
    before = store.order(ORDER_ID).bookings
    refusal, order = await try_again()
    assert refusal is None
    assert order.status is OrderStatus.CONFIRMED
    assert order.bookings[:2] == before
    for old, new, item in zip(before, order.bookings[2:], order.items, strict=True):
        assert item.booking_id == new.id
        assert new == replace(
            old,
            id=new.id,
            reference=new.reference,
            status=CONFIRMED,
            booking_date=NOW,
            expires_at=None,
            tickets=new.tickets,
        )
        assert new.reference.startswith("BKG-CODE")
        for ticket, again in zip(old.tickets, new.tickets, strict=True):
            assert again == replace(
                ticket,
                id=again.id,
                booking_id=new.id,
                ticket_code=again.ticket_code,
                status=TicketStatus.ACTIVE,
            )
            assert again.ticket_code is not None
            assert again.ticket_code.startswith("TKT-20260601-CODE")
            assert again.id not in (0, ticket.id)
    tickets = [ticket.id for booking in order.bookings for ticket in booking.tickets]
    assert len(set(tickets)) == len(tickets)
    new = order.bookings[2:]
    assert [store.bookings[booking.id] for booking in new] == new
    assert [store.order_items[item.id] for item in order.items] == order.items
    assert store.audit == [booking_entry(booking, None) for booking in new]
    assert [entry.action for entry in store.audit] == ["booking.confirmed"] * 2


async def test_a_booking_that_was_replaced_before_is_not_booked_again(
    try_again: Rebook, store: Store
) -> None:
    order = expired(part(31, EXPIRED))
    order.bookings.append(part(30, EXPIRED))
    store.add(order)
    refusal, booked = await try_again()
    assert refusal is None
    assert [booking.event_id for booking in booked.bookings] == [10, 11, 11]


async def test_an_item_of_another_booking_stays_with_it(try_again: Rebook, store: Store) -> None:
    order = expired(part(30, EXPIRED), part(31, EXPIRED))
    order.items.append(replace(order.items[0], id=77))
    store.add(order)
    _, booked = await try_again()
    ten, eleven = booked.bookings[2:]
    assert [item.booking_id for item in booked.items] == [ten.id, eleven.id, ten.id]


@pytest.mark.parametrize(
    ("sale", "why"),
    [
        ({"status": EventStatus.CANCELLED}, LateRefusal.EVENT_CANCELLED),
        ({"status": EventStatus.COMPLETED}, LateRefusal.EVENT_OVER),
        ({"date_time": NOW - MOMENT, "ends_at": NOW}, LateRefusal.EVENT_OVER),
        ({"capacity": 1}, LateRefusal.TICKETS_GONE),
        ({"max_tickets_per_user": 1}, LateRefusal.OVER_LIMIT),
        ({"deleted_at": NOW}, LateRefusal.EVENT_DELETED),
        ({"deleted_at": NOW, "status": EventStatus.CANCELLED}, LateRefusal.EVENT_DELETED),
        ({"currency": "EUR"}, LateRefusal.CURRENCY_CHANGED),
    ],
    ids=str,
)
async def test_nothing_is_booked_where_one_event_cannot_have_it_and_the_reason_is_the_true_one(
    try_again: Rebook, store: Store, sale: dict[str, Any], why: LateRefusal
) -> None:
    store.add(expired(part(30, EXPIRED), part(31, EXPIRED)))
    store.add(make_event(**{"id": 11, "capacity": 4, **sale}))
    await refuse(try_again, store, why)


@pytest.mark.parametrize(
    "sale",
    [
        {"sales_end": NOW},
        {"sales_start": NOW + MOMENT},
        {"date_time": NOW - MOMENT, "ends_at": NOW + MOMENT},
        {"price": Decimal("99.00")},
    ],
    ids=str,
)
async def test_it_is_booked_again_where_only_a_new_sale_is_refused(
    try_again: Rebook, store: Store, sale: dict[str, Any]
) -> None:
    store.add(expired(part(30, EXPIRED)), make_event(**{"capacity": 4, **sale}))
    assert (await try_again())[0] is None


@pytest.mark.parametrize(
    "sale",
    [
        {"status": TicketTypeStatus.CLOSED},
        {"status": TicketTypeStatus.PAUSED},
        {"sales_end": NOW},
        {"price": Decimal("99.00")},
    ],
    ids=str,
)
async def test_it_is_booked_again_where_its_type_is_not_on_sale(
    try_again: Rebook, store: Store, sale: dict[str, Any]
) -> None:
    store.add(expired(part(30, EXPIRED)), make_type(**{"capacity": 4, **sale}))
    refusal, order = await try_again()
    assert refusal is None
    assert order.bookings[1].tickets[0].price == Decimal("25.00")


async def test_nothing_is_booked_where_a_type_has_too_few_left(
    try_again: Rebook, store: Store
) -> None:
    store.add(expired(part(30, EXPIRED)), make_type(id=22, capacity=4), make_type(capacity=1))
    await refuse(try_again, store, LateRefusal.TICKETS_GONE)


async def test_nothing_is_booked_where_a_type_is_gone(try_again: Rebook, store: Store) -> None:
    booking = part(30, EXPIRED)
    booking.tickets[0].ticket_type_id = 999
    store.add(expired(booking), make_type(id=22, capacity=4))
    await refuse(try_again, store, LateRefusal.TICKETS_GONE)


async def test_nothing_is_booked_for_a_buyer_who_was_deleted(
    try_again: Rebook, store: Store
) -> None:
    store.add(expired(part(30, EXPIRED)), make_user(BUYER, deleted_at=NOW))
    await refuse(try_again, store, LateRefusal.BUYER_DELETED)


async def test_the_tickets_are_counted_by_type(try_again: Rebook, store: Store) -> None:
    booking = part(30, EXPIRED)
    booking.tickets[1].ticket_type_id = 22
    store.add(expired(booking), make_type(id=22, capacity=1), make_type(capacity=1))
    refusal, order = await try_again()
    assert refusal is None
    types = [ticket.ticket_type_id for ticket in order.bookings[1].tickets]
    assert types == [TYPE_ID, 22]


async def test_the_limit_counts_the_tickets_of_the_buyer_and_of_nobody_else(
    try_again: Rebook, store: Store
) -> None:
    store.add(make_event(capacity=9, max_tickets_per_user=2), make_type(capacity=9))
    other = make_ticket(user_id=STRANGER.id)
    store.add(make_booking(id=35, user_id=STRANGER.id, reference="BKG-35", tickets=[other]))
    store.add(expired(part(30, EXPIRED)))
    assert (await try_again())[0] is None


async def test_the_limit_counts_what_the_buyer_has_bought_since(
    try_again: Rebook, store: Store
) -> None:
    store.add(make_event(capacity=9, max_tickets_per_user=2), make_type(capacity=9))
    since = make_ticket(ticket_code="TKT-35")
    store.add(make_booking(id=35, reference="BKG-35", tickets=[since]), expired(part(30, EXPIRED)))
    await refuse(try_again, store, LateRefusal.OVER_LIMIT)


@pytest.mark.parametrize(("until", "is_free"), [(NOW, True), (NOW + MOMENT, False)])
async def test_a_hold_that_has_lapsed_is_released_for_it(
    try_again: Rebook, store: Store, until: Any, is_free: bool
) -> None:
    store.add(make_event(capacity=2), make_type(capacity=2))
    held = part(30, BookingStatus.PENDING, id=35, user_id=STRANGER.id, expires_at=until)
    held.reference = "BKG-35"
    store.add(held, expired(part(30, EXPIRED)))
    refusal, _ = await try_again()
    assert refusal is (None if is_free else LateRefusal.TICKETS_GONE)
    released = ["booking.expired"] if is_free else []
    assert store.actions()[: len(released)] == released
    assert store.bookings[35].status is (EXPIRED if is_free else BookingStatus.PENDING)


def seated(store: Store, *seat_ids: int) -> Order:
    """Order 40 of these seats of event 10, each of which is of the one type."""
    store.add(Venue(id=7, name="Old Vic", owner_id=RIVAL.id))
    store.seats[7] = SEATS
    store.add(make_event(seating=Seating.RESERVED, venue_id=7, capacity=3), make_type(capacity=3))
    seats = {seat.id: seat for seat in SEATS}
    tickets = [
        make_ticket(TicketStatus.CANCELLED, ticket_code=None, seat=seats[seat_id])
        for seat_id in seat_ids
    ]
    return expired(make_booking(EXPIRED, tickets=tickets))


async def test_the_same_seats_are_booked(try_again: Rebook, store: Store) -> None:
    store.add(seated(store, 1, 3))
    refusal, order = await try_again()
    assert refusal is None
    assert [ticket.seat for ticket in order.bookings[1].tickets] == [SEATS[0], SEATS[2]]


@pytest.mark.parametrize(("taken", "is_booked"), [(3, False), (2, True)])
async def test_nothing_is_booked_where_one_of_the_seats_is_taken(
    try_again: Rebook, store: Store, taken: int, is_booked: bool
) -> None:
    store.add(seated(store, 1, 3))
    seat = SEATS[taken - 1]
    sold = make_ticket(seat=seat, user_id=STRANGER.id)
    store.add(make_booking(id=35, user_id=STRANGER.id, reference="BKG-35", tickets=[sold]))
    assert (await try_again())[0] is (None if is_booked else LateRefusal.TICKETS_GONE)


@pytest.mark.parametrize(
    ("changes", "counts_use"),
    [
        ({}, True),
        ({"max_uses": 3, "used": 2}, True),
        ({"max_uses": 2, "used": 2}, False),
        ({"max_tickets": 5, "used_tickets": 4}, False),
        ({"deleted_at": NOW}, True),
        ({"valid_until": NOW}, True),
    ],
    ids=str,
)
async def test_the_code_is_not_asked_again_and_counts_where_there_is_room(
    try_again: Rebook, store: Store, changes: dict[str, Any], counts_use: bool
) -> None:
    store.add(make_discount(id=8, **changes))
    late = expired(part(30, EXPIRED), discount_id=8, discount_tickets=2, counts_use=False)
    store.add(late)
    refusal, order = await try_again()
    assert (refusal, order.counts_use) == (None, counts_use)


async def test_an_order_that_was_cancelled_is_not_booked_again(
    try_again: Rebook, store: Store
) -> None:
    store.add(order_with(part(30, BookingStatus.CANCELLED), status=OrderStatus.CANCELLED))
    before = store.snapshot()
    with pytest.raises(InvalidState):
        await try_again()
    assert store.snapshot() == before


async def test_what_is_booked_again_takes_part_in_the_stock(
    try_again: Rebook, store: Store
) -> None:
    store.add(expired(part(30, EXPIRED)))
    await try_again()
    assert store.event(EVENT_ID).total_tickets_sold == 2

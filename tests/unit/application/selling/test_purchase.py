"""What is asked for becomes lines, requests and a sale."""

from decimal import Decimal
from typing import Any

import pytest

from src.application.selling.purchase import (
    EventTickets,
    OrderItemRequest,
    OrderLine,
    OrderLines,
    Purchase,
    Sale,
    make_sale,
    read_order_lines,
)
from src.domain.entities.event import Payment, Seating
from src.domain.entities.order import OrderStatus
from src.domain.errors import NotFound, ValidationFailed
from src.domain.services.allocation import AllocationRequest, TicketRequest
from tests.support.checkouts import TEN_MINUTES, allocated
from tests.support.examples import (
    BUYER,
    EVENT_ID,
    NOW,
    TYPE_ID,
    make_booking,
    make_event,
    make_order,
    make_type,
)
from tests.support.fakes.ports import FakeCodes
from tests.support.fakes.repositories import FakeTicketTypeRepository
from tests.support.fakes.store import Store
from tests.support.purchases import buying
from tests.support.settling import order_with, part

HALL = {"seating": Seating.RESERVED, "venue_id": 7}
IN_SEATS = OrderLine(event_id=EVENT_ID, ticket_type_id=TYPE_ID, quantity=2, seat_ids=(1, 3))
ANYWHERE = OrderLine(event_id=EVENT_ID, ticket_type_id=21, quantity=3)
ELSEWHERE = OrderLine(event_id=11, ticket_type_id=22, quantity=1)


# Items to lines


@pytest.fixture
def types(store: Store) -> FakeTicketTypeRepository:
    """Types 20 and 21 of event 10, 22 of event 11."""
    store.add(make_event(), make_event(id=11), make_type(), make_type(id=21))
    store.add(make_type(id=22, event_id=11))
    return FakeTicketTypeRepository(store)


async def test_items_become_one_line_for_each_ticket_type_with_its_event(
    types: FakeTicketTypeRepository,
) -> None:
    items = [
        OrderItemRequest(22, 1),
        OrderItemRequest(TYPE_ID, 1, (1,)),
        OrderItemRequest(21, 2),
        OrderItemRequest(TYPE_ID, 1, (3,)),
        OrderItemRequest(21, 1),
    ]
    assert await read_order_lines(types, items) == (ELSEWHERE, IN_SEATS, ANYWHERE)


@pytest.mark.parametrize(
    "items",
    [
        [OrderItemRequest(20, 1, (1,)), OrderItemRequest(20, 1, (1,))],
        [OrderItemRequest(20, 2, (1, 2)), OrderItemRequest(20, 2, (2, 3))],
        [OrderItemRequest(20, 1, (1,)), OrderItemRequest(20, 1)],
        [OrderItemRequest(20, 1), OrderItemRequest(20, 1, (1,))],
    ],
)
async def test_the_seats_of_a_type_are_named_once_each_or_not_at_all(
    types: FakeTicketTypeRepository, items: list[OrderItemRequest]
) -> None:
    with pytest.raises(ValidationFailed) as refused:
        await read_order_lines(types, items)
    assert refused.value.field == "body.items"
    assert str(refused.value) == "Name each seat once, or none of a ticket type."


async def test_a_ticket_type_that_does_not_exist_is_not_found(
    types: FakeTicketTypeRepository,
) -> None:
    with pytest.raises(NotFound, match=r"^There is no ticket type 99\.$"):
        await read_order_lines(types, [OrderItemRequest(TYPE_ID, 1), OrderItemRequest(99, 1)])


# Requests


@pytest.mark.parametrize(
    ("line", "event", "is_best_available"),
    [(ANYWHERE, HALL, True), (IN_SEATS, HALL, False), (ANYWHERE, {}, False)],
)
def test_seats_are_chosen_where_there_are_some_and_none_were_named(
    line: OrderLine, event: dict[str, Any], is_best_available: bool
) -> None:
    assert line.tickets(make_event(**event)) == TicketRequest(
        quantity=line.quantity,
        ticket_type_id=line.ticket_type_id,
        seat_ids=line.seat_ids,
        is_best_available=is_best_available,
    )


@pytest.mark.parametrize("is_asked_for", [False, True])
@pytest.mark.parametrize("payment", [Payment.NONE, Payment.ONLINE])
def test_what_is_paid_online_or_reserved_is_a_hold(payment: Payment, is_asked_for: bool) -> None:
    event = make_event(payment=payment)
    wanted = OrderLines(lines=(ANYWHERE, ELSEWHERE), discount_ids=(8,))
    order = Purchase(actor=BUYER, wanted=wanted, is_hold=is_asked_for)
    booking = buying(BUYER, EVENT_ID, 1, is_hold=is_asked_for)
    is_hold = is_asked_for or payment is Payment.ONLINE
    # Of the lines those of this event alone.
    assert order.request(event) == AllocationRequest(
        buyer_id=BUYER.id, items=(ANYWHERE.tickets(event),), is_hold=is_hold, discount_ids=(8,)
    )
    assert booking.request(event) == AllocationRequest(
        buyer_id=BUYER.id, items=(TicketRequest(quantity=1),), is_hold=is_hold
    )


def test_tickets_without_an_order_have_neither_cart_nor_code_nor_contact() -> None:
    booking = buying(BUYER, EVENT_ID, 1)
    assert isinstance(booking.wanted, EventTickets)
    assert (booking.cart, booking.discount_ids, booking.contact) == (None, (), None)
    lines = OrderLines(lines=(ANYWHERE, ELSEWHERE), discount_ids=(8,), cart=())
    order = Purchase(actor=BUYER, wanted=lines)
    assert (order.cart, order.discount_ids, order.contact) == ((), (8,), lines.contact)
    assert (booking.event_ids, order.event_ids) == ({10}, {10, 11})


def test_the_bookings_of_a_sale_are_those_of_its_order() -> None:
    booking = make_booking()
    order = order_with(part(30), part(31))
    assert Sale(booking).bookings == [booking]
    assert Sale(order.bookings[0], order).bookings == order.bookings
    assert make_order().bookings


# The sale


@pytest.mark.parametrize(
    ("price", "is_hold", "status"),
    [
        ("0.00", False, OrderStatus.CONFIRMED),
        ("0.00", True, OrderStatus.PENDING),
        ("0.01", False, OrderStatus.PENDING),
        ("25.00", True, OrderStatus.PENDING),
    ],
)
def test_an_order_of_any_price_waits_for_its_payment_and_a_free_one_for_none(
    price: str, is_hold: bool, status: OrderStatus
) -> None:
    event = make_event(payment=Payment.ONLINE)
    sale = make_sale(
        buying(BUYER, EVENT_ID, 1, is_hold=is_hold),
        [allocated(event, (make_type(price=Decimal(price)), 1))],
        discount=None,
        hold_for=TEN_MINUTES,
        now=NOW,
        random_code=FakeCodes(),
    )
    assert sale.order is not None
    assert (sale.order.status, sale.booking) == (status, sale.order.bookings[0])

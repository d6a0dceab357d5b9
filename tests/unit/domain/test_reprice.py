"""A code that is entered later costs what it would have cost from the first."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from src.domain.entities.discount import Discount
from src.domain.entities.order import Order
from src.domain.errors import DiscountInvalid
from src.domain.services.checkout import AllocatedPlaces
from src.domain.services.reprice import reprice_order
from tests.support.checkouts import allocated, choices, order_of
from tests.support.discounts import discounts, make_discount
from tests.support.examples import EVENT_ID, make_event, make_type

AMOUNTS = (
    "subtotal",
    "discount_amount",
    "fee_amount",
    "tax_amount",
    "tax_included",
    "total_amount",
)


def stored(order: Order) -> Order:
    """The order with the ids that the database gives."""
    for number, booking in enumerate(order.bookings, start=1):
        booking.id = number
        for item in order.items:
            if item.event_id == booking.event_id:
                item.booking_id = number
    return order


def prices(order: Order) -> list[object]:
    """All that the order, its items and its tickets cost."""
    tickets = [ticket.price for booking in order.bookings for ticket in booking.tickets]
    sums = [booking.total_amount for booking in order.bookings]
    rows = [getattr(row, name) for row in (order, *order.items) for name in AMOUNTS]
    return [*tickets, *sums, *rows, order.discount_id, order.discount_code]


@settings(deadline=None)
@given(choices(), discounts)
def test_a_later_code_costs_what_an_early_one_does(
    chosen: list[AllocatedPlaces], discount: Discount | None
) -> None:
    events = {group.event.id: group.event for group in chosen}
    wanted = order_of(*chosen, discount=discount)
    order = stored(order_of(*chosen))
    reprice_order(order, events, discount)
    assert prices(order) == prices(stored(wanted))
    reprice_order(order, events, None)
    assert prices(order) == prices(stored(order_of(*chosen)))


def test_a_code_for_something_else_changes_nothing() -> None:
    event = make_event()
    order = stored(order_of(allocated(event, (make_type(), 2))))
    before = prices(order)
    code = replace(make_discount(), event_id=EVENT_ID + 1)
    with pytest.raises(DiscountInvalid):
        reprice_order(order, {event.id: event}, code)
    assert prices(order) == before

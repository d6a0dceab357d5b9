"""From places to an order: every line, every ticket and every booking add up."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from src.domain.entities.booking import BookingStatus
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import Place
from src.domain.entities.venue import Seat
from src.domain.errors import DiscountInvalid, ValidationFailed
from src.domain.services.checkout import AllocatedPlaces, Contact, require_payable_together
from src.domain.shared.money import ZERO, is_payable
from tests.support.checkouts import TEN_MINUTES, allocated, choices, order_of
from tests.support.discounts import discounts, make_discount
from tests.support.examples import BUYER, EVENT_ID, NOW, TYPE_ID, make_event, make_type
from tests.support.prices import CENT, percents


@settings(deadline=None)
@given(choices(), discounts)
def test_tickets_add_up_to_lines_and_lines_to_the_order(
    chosen: list[AllocatedPlaces], discount: Discount | None
) -> None:
    order = order_of(*chosen, discount=discount)
    sums: dict[int, Decimal] = defaultdict(lambda: ZERO)
    unit_prices = {item.ticket_type_id: item.unit_price for item in order.items}
    for booking in order.bookings:
        assert booking.total_amount == sum((row.price for row in booking.tickets), ZERO)
        for ticket in booking.tickets:
            sums[ticket.ticket_type_id] += ticket.price
            assert 0 <= ticket.price <= unit_prices[ticket.ticket_type_id]
            assert is_payable(ticket.price, booking.currency)
    for item in order.items:
        net = item.subtotal - item.discount_amount
        assert sums[item.ticket_type_id] == net
        assert item.subtotal == item.unit_price * item.quantity
        extra = item.fee_amount + item.tax_amount - item.tax_included
        assert item.total_amount == net + extra
    for amount in ("subtotal", "discount_amount", "fee_amount", "tax_amount", "total_amount"):
        assert getattr(order, amount) == sum((getattr(row, amount) for row in order.items), ZERO)


@given(choices(), percents.filter(bool))
def test_tickets_of_one_line_differ_by_a_cent_at_most(
    chosen: list[AllocatedPlaces], value: Decimal
) -> None:
    order = order_of(*chosen, discount=make_discount(DiscountKind.FIXED, id=7, value=value))
    by_type: dict[int, set[Decimal]] = defaultdict(set)
    for booking in order.bookings:
        for ticket in booking.tickets:
            by_type[ticket.ticket_type_id].add(ticket.price)
    assert all(max(paid) - min(paid) <= CENT for paid in by_type.values())


def test_an_order_waits_for_its_payment_with_one_hold_for_each_event() -> None:
    event = make_event(payment=Payment.ONLINE)
    other = make_event(id=11, payment=Payment.ONLINE)
    order = order_of(
        allocated(event, (make_type(), 2), (make_type(id=21, price=Decimal("40.00")), 1)),
        allocated(other, (make_type(id=22, event_id=11), 1)),
        contact=Contact(contact_name="Ada", contact_phone="+66 81", notes="Aisle"),
    )
    assert (order.status, order.payment, order.currency) == (
        OrderStatus.PENDING,
        Payment.ONLINE,
        "USD",
    )
    assert (order.user_id, order.expires_at) == (BUYER.id, NOW + TEN_MINUTES)
    assert [(row.event_id, row.quantity) for row in order.bookings] == [(EVENT_ID, 3), (11, 1)]
    assert [row.total_amount for row in order.bookings] == [Decimal("90.00"), Decimal("25.00")]
    for booking in order.bookings:
        assert (booking.status, booking.user_id) == (BookingStatus.PENDING, BUYER.id)
        assert booking.expires_at == order.expires_at
    lines = [(item.event_id, item.ticket_type_id, item.quantity) for item in order.items]
    assert lines == [(EVENT_ID, TYPE_ID, 2), (EVENT_ID, 21, 1), (11, 22, 1)]
    assert (order.discount_id, order.discount_code, order.discount_amount) == (None, None, ZERO)
    assert (order.contact_name, order.contact_email) == ("Ada", None)
    assert (order.contact_phone, order.notes) == ("+66 81", "Aisle")
    assert len({order.reference, *(row.reference for row in order.bookings)}) == 3
    assert order.reference.startswith("ORD-")


def test_types_that_were_chosen_in_turns_make_one_line_each() -> None:
    standard, vip = make_type(), make_type(id=21, price=Decimal("40.00"))
    order = order_of(allocated(make_event(), (standard, 1), (vip, 1), (standard, 1)))
    assert [(item.ticket_type_id, item.quantity) for item in order.items] == [(TYPE_ID, 2), (21, 1)]
    prices_paid = [ticket.price for ticket in order.bookings[0].tickets]
    assert prices_paid == [Decimal("25.00"), Decimal("40.00"), Decimal("25.00")]


def test_tickets_keep_their_seats() -> None:
    seats = [Seat(number, "A", "1", str(number)) for number in (1, 2)]
    order = order_of(
        AllocatedPlaces(make_event(), [Place.at_list_price(make_type(), seat) for seat in seats])
    )
    assert [ticket.seat for ticket in order.bookings[0].tickets] == seats


@pytest.mark.parametrize(
    ("fields", "tax", "included", "total"),
    [
        ({}, "0.00", "0.00", "50.00"),
        ({"tax_rate": Decimal("10.00")}, "5.00", "0.00", "55.00"),
        ({"tax_rate": Decimal("25.00"), "tax_inclusive": True}, "10.00", "10.00", "50.00"),
        (
            {"tax_rate": Decimal("10.00"), "service_fee_fixed": Decimal("5.00")},
            "6.00",
            "0.00",
            "66.00",
        ),
        (
            {
                "tax_rate": Decimal("20.00"),
                "tax_inclusive": True,
                "service_fee_fixed": Decimal("5.00"),
            },
            "10.00",
            "10.00",
            "60.00",
        ),
    ],
)
def test_tax_is_added_or_contained(
    fields: dict[str, Any], tax: str, included: str, total: str
) -> None:
    order = order_of(allocated(make_event(**fields), (make_type(), 2)))
    (item,) = order.items
    assert (item.tax_amount, item.tax_included) == (Decimal(tax), Decimal(included))
    assert (order.tax_amount, order.tax_included) == (item.tax_amount, item.tax_included)
    assert item.tax_rate == fields.get("tax_rate", 0)
    assert order.total_amount == Decimal(total)
    assert order.bookings[0].total_amount == Decimal("50.00")


FEES = {"service_fee_fixed": Decimal("2.00"), "tax_rate": Decimal("10.00")}


def test_free_tickets_have_no_fee_beside_others_that_have() -> None:
    free = make_type(id=21, price=ZERO)
    order = order_of(allocated(make_event(**FEES), (make_type(), 1), (free, 3)))
    paid_line, free_line = order.items
    assert (paid_line.fee_amount, paid_line.total_amount) == (Decimal("2.00"), Decimal("29.70"))
    assert (free_line.fee_amount, free_line.tax_amount, free_line.total_amount) == (
        ZERO,
        ZERO,
        ZERO,
    )
    assert order.total_amount == Decimal("29.70")


def test_tickets_that_a_code_makes_free_cost_nothing_at_all() -> None:
    everything = make_discount(id=7, value=Decimal("100.00"))
    order = order_of(allocated(make_event(**FEES), (make_type(), 2)), discount=everything)
    assert (order.subtotal, order.discount_amount) == (Decimal("50.00"), Decimal("50.00"))
    assert (order.fee_amount, order.tax_amount, order.total_amount) == (ZERO, ZERO, ZERO)
    assert [ticket.price for ticket in order.bookings[0].tickets] == [0, 0]


def test_a_code_is_kept_with_what_it_took_off_the_lines_that_it_covers() -> None:
    discount = make_discount(id=7, ticket_type_id=TYPE_ID)
    standard, vip = make_type(), make_type(id=21, price=Decimal("40.00"))
    order = order_of(allocated(make_event(), (standard, 2), (vip, 1)), discount=discount)
    assert (order.discount_id, order.discount_code) == (7, "SUMMER")
    assert [item.discount_amount for item in order.items] == [Decimal("10.00"), 0]
    paid = [ticket.price for ticket in order.bookings[0].tickets]
    assert paid == [Decimal("20.00"), Decimal("20.00"), Decimal("40.00")]


def test_a_fixed_sum_is_shared_by_the_events_of_the_order() -> None:
    discount = make_discount(DiscountKind.FIXED, id=7, value=Decimal("15.00"))
    order = order_of(
        allocated(make_event(), (make_type(), 2)),
        allocated(make_event(id=11), (make_type(id=21, event_id=11), 1)),
        discount=discount,
    )
    assert [item.discount_amount for item in order.items] == [Decimal("10.00"), Decimal("5.00")]
    assert [booking.total_amount for booking in order.bookings] == [
        Decimal("40.00"),
        Decimal("20.00"),
    ]


def test_a_code_for_other_tickets_refuses_the_order() -> None:
    with pytest.raises(DiscountInvalid) as refused:
        order_of(allocated(make_event(), (make_type(), 1)), discount=make_discount(event_id=99))
    assert refused.value.facts == {"reason": "not_applicable"}


@pytest.mark.parametrize(
    ("other", "why"),
    [({"currency": "EUR"}, "same currency"), ({"payment": Payment.ONLINE}, "orders of their own")],
)
def test_events_that_cannot_be_paid_together_are_refused(other: dict[str, Any], why: str) -> None:
    require_payable_together([make_event(), make_event(id=11)])
    with pytest.raises(ValidationFailed, match=why) as refused:
        require_payable_together([make_event(), make_event(id=11, **other)])
    assert refused.value.field == "body.items"

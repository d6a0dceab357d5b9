"""Random carts and refunds in every currency of ISO 4217, against another computation.

The other one counts with fractions, and rounds as Python does: half to even.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.booking import BookingStatus
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountKind
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import LedgerEntry, TransactionKind, TransactionStatus
from src.domain.services.bookkeeping import payment_entries, refund_entries
from src.domain.services.checkout import AllocatedPlaces
from src.domain.services.refund_share import refund_share
from src.domain.shared.currency import DECIMALS, smallest_unit
from src.domain.shared.money import ZERO, is_payable
from tests.support.checkouts import allocated, order_of
from tests.support.discounts import make_discount
from tests.support.examples import NOW, PAYMENT_ID, make_event, make_payment, make_type
from tests.support.prices import percents

FEW = settings(max_examples=max(settings.get_profile("quick").max_examples // 10, 5), deadline=None)
AMOUNTS = ("subtotal", "discount_amount", "fee_amount", "tax_amount", "tax_included")


class Cart:
    """What somebody chose: lines of (event, ticket type, quantity), and a code."""

    def __init__(self, draw: st.DrawFn, currency: str) -> None:
        unit = smallest_unit(currency)
        prices = st.integers(0, 10**7).map(lambda count: count * unit)
        self.chosen: list[AllocatedPlaces] = []
        self.lines: list[tuple[Event, Any, int]] = []
        for number in range(draw(st.integers(1, 3))):
            event = make_event(
                id=10 + number,
                payment=Payment.ONLINE,
                currency=currency,
                service_fee_fixed=draw(prices),
                service_fee_percent=draw(percents),
                tax_rate=draw(percents),
                tax_inclusive=draw(st.booleans()),
            )
            types = [
                (
                    make_type(id=20 + 10 * number + kind, event_id=event.id, price=draw(prices)),
                    draw(st.integers(1, 5)),
                )
                for kind in range(draw(st.integers(1, 3)))
            ]
            self.chosen.append(allocated(event, *types))
            self.lines += [(event, ticket_type, quantity) for ticket_type, quantity in types]
        self.discount = self._code(draw, currency, prices)

    def _code(self, draw: st.DrawFn, currency: str, prices: Any) -> Discount | None:
        kind = draw(st.none() | st.sampled_from(DiscountKind))
        if kind is None:
            return None
        event, ticket_type, _ = draw(st.sampled_from(self.lines))
        covers = draw(
            st.sampled_from(
                [
                    {},
                    {"event_id": event.id},
                    {"event_id": event.id, "ticket_type_id": ticket_type.id},
                ]
            )
        )
        if kind is DiscountKind.PERCENT:
            return make_discount(kind, id=7, value=draw(percents.filter(bool)), **covers)
        value = draw(prices.filter(bool))
        return make_discount(kind, id=7, value=value, currency=currency, **covers)


def carts(currency: str) -> st.SearchStrategy[Cart]:
    return st.composite(lambda draw: Cart(draw, currency))()


def expected_lines(cart: Cart, currency: str) -> list[dict[str, Fraction]]:
    unit = Fraction(smallest_unit(currency))

    def to_units(amount: Fraction) -> Fraction:
        return round(amount / unit) * unit

    subtotals = [Fraction(kind.price) * quantity for _, kind, quantity in cart.lines]
    reductions = _reductions(cart, subtotals, unit)
    found = []
    for (event, _, quantity), subtotal, off in zip(cart.lines, subtotals, reductions, strict=True):
        net, fee, tax = subtotal - off, Fraction(0), Fraction(0)
        rate = Fraction(event.tax_rate)
        if net:
            fee = Fraction(event.service_fee_fixed) * quantity
            fee += to_units(net * Fraction(event.service_fee_percent) / 100)
            whole = 100 + rate if event.tax_inclusive else Fraction(100)
            tax = to_units((net + fee) * rate / whole)
        included = tax if event.tax_inclusive else Fraction(0)
        values = (subtotal, off, fee, tax, included)
        found.append(
            {**dict(zip(AMOUNTS, values, strict=True)), "total": net + fee + tax - included}
        )
    return found


def _reductions(cart: Cart, subtotals: Sequence[Fraction], unit: Fraction) -> list[Fraction]:
    code = cart.discount
    if code is None:
        return [Fraction(0)] * len(subtotals)
    covered = [
        subtotal
        if code.ticket_type_id in (None, kind.id) and code.event_id in (None, event.id)
        else Fraction(0)
        for (event, kind, _), subtotal in zip(cart.lines, subtotals, strict=True)
    ]
    if code.kind is DiscountKind.PERCENT:
        return [round(part * Fraction(code.value) / 100 / unit) * unit for part in covered]
    whole = sum(covered, Fraction(0))
    amount = min(Fraction(code.value), whole)
    exact = [amount * part / whole / unit if whole else Fraction(0) for part in covered]
    floors = [part.numerator // part.denominator for part in exact]
    left = int(amount / unit) - sum(floors) if whole else 0
    order = sorted(range(len(exact)), key=lambda place: (floors[place] - exact[place], place))
    for place in order[:left]:
        floors[place] += 1
    return [part * unit for part in floors]


def paid(order: Order) -> Order:
    """The order as it is stored once it is paid: confirmed, with ids."""
    order.id = 40
    ticket_id = 0
    for number, booking in enumerate(order.bookings, 30):
        booking.id, booking.status = number, BookingStatus.CONFIRMED
        for ticket in booking.tickets:
            ticket_id += 1
            ticket.id, ticket.booking_id, ticket.status = ticket_id, number, TicketStatus.ACTIVE
    booking_ids = {booking.event_id: booking.id for booking in order.bookings}
    for number, item in enumerate(order.items, 50):
        item.id, item.order_id, item.booking_id = number, order.id, booking_ids[item.event_id]
    return order


@pytest.mark.parametrize("currency", sorted(DECIMALS))
def test_random_carts_cost_what_fractions_say(currency: str) -> None:
    @FEW
    @given(carts(currency))
    def check(cart: Cart) -> None:
        order = order_of(*cart.chosen, discount=cart.discount)
        expected = expected_lines(cart, currency)
        for item, line in zip(order.items, expected, strict=True):
            found = {name: Fraction(getattr(item, name)) for name in AMOUNTS}
            assert {**found, "total": Fraction(item.total_amount)} == line
            amounts = [getattr(item, name) for name in (*AMOUNTS, "total_amount")]
            unit = smallest_unit(currency)
            assert all(amount.same_quantum(unit) for amount in amounts)
        assert Fraction(order.total_amount) == sum(line["total"] for line in expected)
        for booking in order.bookings:
            assert all(is_payable(ticket.price, currency) for ticket in booking.tickets)
            own = [item for item in order.items if item.event_id == booking.event_id]
            net = sum((item.subtotal - item.discount_amount for item in own), ZERO)
            assert booking.total_amount == net

    check()


@pytest.mark.parametrize("currency", sorted(DECIMALS))
def test_random_refunds_give_back_exactly_what_was_paid(currency: str) -> None:
    @FEW
    @given(carts(currency), st.data())
    def check(cart: Cart, data: st.DataObject) -> None:
        order = paid(order_of(*cart.chosen, discount=cart.discount))
        if not order.total_amount:
            return
        unit = smallest_unit(currency)
        payment = make_payment(
            TransactionStatus.SUCCESS, amount=order.total_amount, currency=currency
        )
        booked = payment_entries(order, payment, NOW)
        left, has_parts = order.total_amount, False
        for booking in data.draw(st.permutations(order.bookings)):
            if left and data.draw(st.booleans()):
                part = data.draw(st.integers(1, int(left / unit))) * unit
                left -= part
                has_parts = True
                booked += _refunded(order, part, None, booked, currency)
            share = refund_share(order, booking.tickets, left)
            assert 0 <= share <= left
            assert is_payable(share, currency)
            if not has_parts:
                own = [item.total_amount for item in order.items if item.booking_id == booking.id]
                assert share == sum(own, ZERO)
            booking.status = BookingStatus.REFUNDED
            for ticket in booking.tickets:
                ticket.status = TicketStatus.CANCELLED
            left -= share
            if share:
                booked += _refunded(order, share, booking.id, booked, currency)
        assert left == 0
        sums: dict[Any, Decimal] = defaultdict(lambda: ZERO)
        for entry in booked:
            sums[entry.order_item_id, entry.account] += entry.amount
            assert is_payable(entry.amount, currency)
        assert set(sums.values()) <= {ZERO}

    check()


def _refunded(
    order: Order,
    amount: Decimal,
    booking_id: int | None,
    booked: Sequence[LedgerEntry],
    currency: str,
) -> list[LedgerEntry]:
    refund = make_payment(
        TransactionStatus.SUCCESS,
        id=61,
        kind=TransactionKind.REFUND,
        amount=amount,
        currency=currency,
        parent_id=PAYMENT_ID,
        booking_id=booking_id,
    )
    entries = refund_entries(order, refund, booked, NOW)
    assert sum((entry.amount for entry in entries), ZERO) == -amount
    return entries

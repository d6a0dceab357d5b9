"""The ledger: what a payment bought, what a refund takes back, to the cent and never below zero."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from src.domain.entities.order import Order
from src.domain.entities.transaction import (
    LedgerAccount,
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.services.bookkeeping import (
    Key,
    joint_entries,
    payment_entries,
    refund_entries,
    unapplied_entry,
)
from src.domain.services.part_payments import KeptPart
from src.domain.shared.money import ZERO
from tests.support.checkouts import allocated, choices, order_of
from tests.support.discounts import discounts, make_discount
from tests.support.examples import NOW, PAYMENT_ID, make_event, make_payment, make_type
from tests.support.prices import CENT

SUCCESS = TransactionStatus.SUCCESS


def stored(order: Order) -> Order:
    """The order with ids, its items with their bookings, as the database would give them."""
    order.id = 40
    for number, booking in enumerate(order.bookings, 30):
        booking.id = number
    booking_ids = {booking.event_id: booking.id for booking in order.bookings}
    for number, item in enumerate(order.items, 50):
        item.id, item.order_id = number, order.id
        item.booking_id = booking_ids[item.event_id]
    return order


paid_orders = st.builds(
    lambda chosen, discount: stored(order_of(*chosen, discount=discount)), choices(), discounts
).filter(lambda order: order.total_amount > 0)


def payment_of(order: Order) -> Transaction:
    return make_payment(SUCCESS, amount=order.total_amount)


def refund_of(order: Order, amount: Decimal, booking_id: int | None = None) -> Transaction:
    return make_payment(
        SUCCESS,
        id=61,
        kind=TransactionKind.REFUND,
        amount=amount,
        parent_id=PAYMENT_ID,
        booking_id=booking_id,
    )


def left(entries: Sequence[LedgerEntry]) -> dict[Key, Decimal]:
    """What each item still has on each account."""
    sums: dict[Key, Decimal] = defaultdict(lambda: ZERO)
    for entry in entries:
        sums[entry.order_item_id, entry.account] += entry.amount
    return sums


def amount_of(entries: Sequence[LedgerEntry]) -> Decimal:
    return sum((entry.amount for entry in entries), ZERO)


def example() -> Order:
    """Two lines of event 10, with 2.00 of fee and 10 per cent of tax, and one of event 11."""
    event = make_event(service_fee_fixed=Decimal("1.00"), tax_rate=Decimal("10.00"))
    return stored(
        order_of(
            allocated(event, (make_type(), 1), (make_type(id=21, price=Decimal("49.00")), 1)),
            allocated(make_event(id=11), (make_type(id=22, event_id=11), 1)),
        )
    )


@settings(deadline=None)
@given(paid_orders)
def test_entries_of_a_payment_add_up_to_the_total_and_to_each_item(order: Order) -> None:
    entries = payment_entries(order, payment_of(order), NOW)
    assert amount_of(entries) == order.total_amount
    for item in order.items:
        own = [entry for entry in entries if entry.order_item_id == item.id]
        assert amount_of(own) == item.total_amount
        assert all(entry.booking_id == item.booking_id for entry in own)
    assert all(entry.amount > 0 for entry in entries)
    assert len(left(entries)) == len(entries)


def test_entry_says_what_the_money_was_for() -> None:
    order = example()
    entries = payment_entries(order, payment_of(order), NOW)
    assert [(entry.order_item_id, entry.account, entry.amount) for entry in entries] == [
        (50, LedgerAccount.TICKETS, Decimal("25.00")),
        (50, LedgerAccount.FEES, Decimal("1.00")),
        (50, LedgerAccount.TAXES, Decimal("2.60")),
        (51, LedgerAccount.TICKETS, Decimal("49.00")),
        (51, LedgerAccount.FEES, Decimal("1.00")),
        (51, LedgerAccount.TAXES, Decimal("5.00")),
        (52, LedgerAccount.TICKETS, Decimal("25.00")),
    ]
    first = entries[0]
    assert (first.transaction_id, first.kind) == (PAYMENT_ID, TransactionKind.PAYMENT)
    assert (first.order_id, first.event_id, first.booking_id) == (40, 10, 30)
    assert (first.ticket_type_id, first.currency, first.at) == (20, "USD", NOW)


def test_tax_that_the_price_contains_has_no_entry() -> None:
    event = make_event(tax_rate=Decimal("25.00"), tax_inclusive=True)
    order = stored(order_of(allocated(event, (make_type(), 2))))
    (entry,) = payment_entries(order, payment_of(order), NOW)
    assert (entry.account, entry.amount) == (LedgerAccount.TICKETS, Decimal("50.00"))


@settings(deadline=None)
@given(st.data(), paid_orders)
def test_refunds_never_take_more_than_there_is_and_end_at_zero(
    data: st.DataObject, order: Order
) -> None:
    booked = payment_entries(order, payment_of(order), NOW)
    bookings = st.none() | st.sampled_from([booking.id for booking in order.bookings])
    for last in (False, False, False, True):
        cents = int(amount_of(booked) / CENT)
        amount = Decimal(cents if last else data.draw(st.integers(0, cents))) * CENT
        if not amount:
            continue
        refund = refund_of(order, amount, data.draw(bookings))
        entries = refund_entries(order, refund, booked, NOW)
        assert amount_of(entries) == -amount
        assert all(entry.amount < 0 for entry in entries)
        booked += entries
        assert all(rest >= 0 for rest in left(booked).values())
    assert set(left(booked).values()) == {ZERO}


@settings(deadline=None)
@given(st.data(), paid_orders)
def test_refund_of_a_booking_takes_what_was_paid_for_it_and_nothing_else(
    data: st.DataObject, order: Order
) -> None:
    booked = payment_entries(order, payment_of(order), NOW)
    booking = data.draw(st.sampled_from(order.bookings))
    own = [item for item in order.items if item.booking_id == booking.id]
    amount = sum((item.total_amount for item in own), ZERO)
    assume(amount > 0)
    entries = refund_entries(order, refund_of(order, amount, booking.id), booked, NOW)
    assert {entry.booking_id for entry in entries} == {booking.id}
    rest = left([*booked, *entries])
    own_ids = {item.id for item in own}
    assert all(rest[key] == (0 if key[0] in own_ids else left(booked)[key]) for key in rest)


def test_refund_of_a_part_is_taken_in_proportion() -> None:
    order = example()
    booked = payment_entries(order, payment_of(order), NOW)
    half = order.total_amount / 2
    entries = refund_entries(order, refund_of(order, half), booked, NOW)
    assert [(entry.order_item_id, entry.account, entry.amount) for entry in entries] == [
        (50, LedgerAccount.TICKETS, Decimal("-12.50")),
        (50, LedgerAccount.FEES, Decimal("-0.50")),
        (50, LedgerAccount.TAXES, Decimal("-1.30")),
        (51, LedgerAccount.TICKETS, Decimal("-24.50")),
        (51, LedgerAccount.FEES, Decimal("-0.50")),
        (51, LedgerAccount.TAXES, Decimal("-2.50")),
        (52, LedgerAccount.TICKETS, Decimal("-12.50")),
    ]
    first = entries[0]
    assert (first.transaction_id, first.kind, first.at) == (61, TransactionKind.REFUND, NOW)
    assert (first.event_id, first.booking_id, first.ticket_type_id) == (10, 30, 20)


def test_refund_of_a_booking_takes_the_rest_from_others_once_a_part_is_back() -> None:
    order = example()
    booked = payment_entries(order, payment_of(order), NOW)
    booked += refund_entries(order, refund_of(order, Decimal("20.00"), 31), booked, NOW)
    assert left(booked)[52, LedgerAccount.TICKETS] == Decimal("5.00")
    booked += refund_entries(order, refund_of(order, Decimal("25.00"), 31), booked, NOW)
    assert left(booked)[52, LedgerAccount.TICKETS] == 0
    assert amount_of(booked) == order.total_amount - Decimal("45.00")


def test_refund_takes_nothing_from_where_more_went_back_than_there_was() -> None:
    order = example()
    booked = payment_entries(order, payment_of(order), NOW)
    # As if entered by hand: no refund of ours does that.
    booked.append(replace(booked[-1], amount=Decimal("-30.00")))
    entries = refund_entries(order, refund_of(order, Decimal("83.60")), booked, NOW)
    assert {entry.order_item_id for entry in entries} == {50, 51}
    assert amount_of(entries) == Decimal("-83.60")


def test_money_that_bought_nothing_goes_back_from_there() -> None:
    order = example()
    payment = payment_of(order)
    arrived = unapplied_entry(order, payment, NOW)
    assert (arrived.account, arrived.amount) == (LedgerAccount.UNAPPLIED, payment.amount)
    assert (arrived.transaction_id, arrived.at) == (payment.id, NOW)
    assert (arrived.order_id, arrived.order_item_id, arrived.event_id) == (40, None, None)
    part = refund_of(order, Decimal("10.00"))
    (back,) = refund_entries(order, part, [arrived], NOW)
    assert (back.account, back.amount) == (LedgerAccount.UNAPPLIED, Decimal("-10.00"))
    assert (back.order_item_id, back.booking_id) == (None, None)
    rest = refund_of(order, payment.amount - part.amount)
    entries = refund_entries(order, rest, [arrived, back], NOW)
    assert amount_of([arrived, back, *entries]) == 0


def test_discounted_tickets_are_entered_at_what_was_paid_for_them() -> None:
    discount = make_discount(value=Decimal("20.00"))
    order = stored(order_of(allocated(make_event(), (make_type(), 2)), discount=discount))
    (entry,) = payment_entries(order, payment_of(order), NOW)
    assert (entry.account, entry.amount) == (LedgerAccount.TICKETS, Decimal("40.00"))


def test_refund_of_money_that_bought_nothing_names_no_item_of_the_first_order_either() -> None:
    order = example()
    order.items[0].id = 1
    arrived = unapplied_entry(order, payment_of(order), NOW)
    (back,) = refund_entries(order, refund_of(order, Decimal("10.00")), [arrived], NOW)
    assert (back.order_item_id, back.event_id, back.booking_id) == (None, None, None)


def test_refund_of_money_that_bought_nothing_is_negative() -> None:
    order = example()
    refund = refund_of(order, Decimal("10.00"))
    assert unapplied_entry(order, refund, NOW).amount == Decimal("-10.00")


@settings(max_examples=60)
@given(paid_orders, st.data())
def test_payments_of_parts_have_each_its_amount_and_together_what_one_payment_has(
    order: Order, data: st.DataObject
) -> None:
    assume(order.total_amount > CENT * 2)
    kept: list[tuple[KeptPart, list[LedgerEntry]]] = []
    missing = order.total_amount
    for number in range(data.draw(st.integers(0, 2))):
        amount = data.draw(st.decimals(CENT, missing - CENT, places=2)) if missing > CENT else ZERO
        if amount:
            # Some of it may have gone back while the order waited.
            gone = data.draw(st.sampled_from([ZERO, CENT]))
            part = make_payment(SUCCESS, id=70 + number, amount=amount + gone)
            booked = [unapplied_entry(order, part, NOW)]
            if gone:
                back = replace(refund_of(order, gone), id=80 + number, parent_id=part.id)
                booked.append(unapplied_entry(order, back, NOW))
            kept.append((KeptPart(part, amount), booked))
            missing -= amount
    last = make_payment(SUCCESS, amount=missing)
    entries = joint_entries(order, last, kept, NOW)
    everything = [entry for _, booked in kept for entry in booked] + entries
    whole = left(payment_entries(order, payment_of(order), NOW))
    assert {key: amount for key, amount in left(everything).items() if amount} == whole
    for payment in [last, *(part.payment for part, _ in kept)]:
        own = [entry for entry in everything if entry.transaction_id == payment.id]
        assert amount_of(own) == payment.amount
        assert all((entry.amount > 0) == (entry.turn % 2 == 0) for entry in own)
        places = [(entry.order_item_id, entry.account, entry.turn) for entry in own]
        assert len(places) == len(set(places))
    if not kept:
        assert entries == payment_entries(order, last, NOW)

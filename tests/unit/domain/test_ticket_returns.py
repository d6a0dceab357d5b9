"""Tickets given back in any order: all that was paid goes back or is kept, to the smallest unit."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order, OrderItem, OrderStatus
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.transaction import (
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.services.bookkeeping import payment_entries, refund_entries
from src.domain.services.pricing import price_line
from src.domain.services.refund_share import paid_for_tickets, refund_share, ticket_returns
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import ZERO, split

NOW = datetime(2026, 11, 30, tzinfo=UTC)
CURRENCIES = ("EUR", "JPY", "KWD")

Line = tuple[int, int, int, int, int]
"""Booking, ticket type, price in smallest units, quantity, discount in per mille."""

lines = st.lists(
    st.tuples(
        st.integers(1, 2),
        st.integers(1, 2),
        st.integers(0, 20_000),
        st.integers(1, 4),
        st.sampled_from([0, 0, 100, 333, 1000]),
    ),
    min_size=1,
    max_size=4,
)
steps = st.lists(
    st.tuples(
        st.sampled_from(["ticket", "pair", "booking", "amount", "event"]), st.integers(0, 99)
    ),
    max_size=8,
)
policies = st.none() | st.builds(
    CancellationPolicy,
    until=st.just(timedelta(days=1)),
    kept_percent=st.sampled_from([Decimal(0), Decimal("12.5"), Decimal(100)]),
    kept_fixed=st.sampled_from([Decimal(0), Decimal(3)]),
)


class Shop:
    """An order that was paid, its ledger, and all ways in which its money goes back."""

    def __init__(self, currency: str, fee: Decimal, tax: Decimal, wanted: list[Line]) -> None:
        self.event = Event(
            title="",
            date_time=NOW,
            ends_at=NOW + timedelta(hours=1),
            capacity=99,
            price=ZERO,
            currency=currency,
            service_fee_percent=fee,
            tax_rate=tax,
            organizer_id=1,
        )
        self.order = Order(
            id=1,
            reference="",
            user_id=1,
            status=OrderStatus.CONFIRMED,
            payment=Payment.ONLINE,
            currency=currency,
        )
        for number in sorted({line[0] for line in wanted}):
            self.order.bookings.append(
                Booking(
                    id=number,
                    reference="",
                    user_id=1,
                    event_id=number,
                    quantity=1,
                    total_amount=ZERO,
                    currency=currency,
                    status=BookingStatus.CONFIRMED,
                    booking_date=NOW,
                )
            )
        for line in wanted:
            self._add(line)
        self.total = sum((item.total_amount for item in self.order.items), ZERO)
        self.payment = Transaction(
            id=1,
            order_id=1,
            kind=TransactionKind.PAYMENT,
            status=TransactionStatus.SUCCESS,
            provider="",
            amount=self.total,
            currency=currency,
            idempotency_key="",
        )
        self.ledger: list[LedgerEntry] = payment_entries(self.order, self.payment, NOW)
        self.kept = ZERO

    def _add(self, line: Line) -> None:
        number, ticket_type, units, quantity, per_mille = line
        unit = smallest_unit(self.order.currency)
        price = units * unit
        discount = (price * quantity * per_mille / 1000) // unit * unit
        amounts = price_line(self.event, price, quantity, discount)
        self.order.items.append(
            OrderItem(
                id=len(self.order.items) + 1,
                event_id=number,
                ticket_type_id=ticket_type,
                booking_id=number,
                quantity=quantity,
                unit_price=price,
                subtotal=amounts.subtotal,
                discount_amount=amounts.discount_amount,
                fee_amount=amounts.fee_amount,
                tax_amount=amounts.tax_amount,
                tax_included=amounts.tax_included,
                total_amount=amounts.total_amount,
            )
        )
        booking = next(found for found in self.order.bookings if found.id == number)
        for share in split(amounts.net, [price] * quantity, self.order.currency):
            booking.tickets.append(
                Ticket(
                    id=number * 100 + len(booking.tickets),
                    booking_id=number,
                    event_id=number,
                    ticket_type_id=ticket_type,
                    user_id=1,
                    ticket_code="",
                    price=share,
                    status=TicketStatus.ACTIVE,
                )
            )

    @property
    def active(self) -> list[Ticket]:
        return [
            ticket
            for booking in self.order.bookings
            for ticket in booking.tickets
            if ticket.status is TicketStatus.ACTIVE
        ]

    def give_back(self, tickets: list[Ticket], policy: CancellationPolicy | None) -> None:
        returns = ticket_returns(self.order, tickets, self.payment.refundable, policy)
        for each in returns:
            assert each.refunded >= 0 <= each.kept
            each.ticket.give_back(refunded=each.refunded, kept=each.kept)
            self.kept += each.kept
        for booking in self.order.bookings:
            if booking.id == tickets[0].booking_id:
                booking.follow_tickets()
        by_ticket = {each.ticket.id: each.refunded for each in returns if each.refunded}
        self._refund(sum(by_ticket.values(), ZERO), tickets[0].booking_id, by_ticket)

    def refund_booking(self, booking: Booking) -> None:
        if booking.status is not BookingStatus.CONFIRMED:
            return
        active = [ticket for ticket in booking.tickets if ticket.status is TicketStatus.ACTIVE]
        share = refund_share(self.order, active, self.payment.refundable)
        booking.refund()
        self._refund(share, booking.id, {})

    def cancel_event(self, booking: Booking) -> None:
        """First all tickets end, later what was paid for them is found."""
        if booking.status is not BookingStatus.CONFIRMED:
            return
        booking.refund()
        ended = [ticket for ticket in booking.tickets if not ticket.is_given_back]
        share = refund_share(self.order, ended, self.payment.refundable)
        self._refund(share, booking.id, {})

    def refund_amount(self, per_cent: int) -> None:
        unit = smallest_unit(self.order.currency)
        left = self.payment.refundable - self.kept
        self._refund(left * per_cent / 100 // unit * unit, None, {})

    def _refund(self, amount: Decimal, booking_id: int | None, by: dict[int, Decimal]) -> None:
        if not amount:
            return
        refund = Transaction(
            id=2,
            order_id=1,
            kind=TransactionKind.REFUND,
            provider="",
            amount=amount,
            currency=self.order.currency,
            idempotency_key="",
            booking_id=booking_id,
        )
        self.payment.refunded_amount += amount
        self.ledger += refund_entries(self.order, refund, self.ledger, NOW, by)

    def balances(self) -> dict[tuple[int | None, str], Decimal]:
        sums: dict[tuple[int | None, str], Decimal] = {}
        for entry in self.ledger:
            key = (entry.order_item_id, entry.account.value)
            sums[key] = sums.get(key, ZERO) + entry.amount
        return sums

    def take(self, step: str, number: int, policy: CancellationPolicy | None) -> None:
        active, bookings = self.active, self.order.bookings
        if step == "amount":
            self.refund_amount(number)
        elif step == "booking":
            self.refund_booking(bookings[number % len(bookings)])
        elif step == "event":
            self.cancel_event(bookings[number % len(bookings)])
        elif active:
            first = active[number % len(active)]
            more = [other for other in active if other.booking_id == first.booking_id]
            self.give_back([first] if step == "ticket" else more[:2], policy)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(CURRENCIES),
    st.sampled_from([Decimal(0), Decimal("2.5")]),
    st.sampled_from([Decimal(0), Decimal(7), Decimal("19.6")]),
    lines,
    steps,
    policies,
    st.randoms(),
)
def test_all_goes_back_or_is_kept_whatever_the_order(
    currency: str,
    fee: Decimal,
    tax: Decimal,
    wanted: list[Line],
    taken: list[tuple[str, int]],
    policy: CancellationPolicy | None,
    random: Random,
) -> None:
    shop = Shop(currency, fee, tax, wanted)
    assert sum(paid_for_tickets(shop.order).values(), ZERO) == shop.total
    for step, number in taken:
        shop.take(step, number, policy)
        assert all(amount >= 0 for amount in shop.balances().values())
    while shop.active:
        shop.take("ticket", random.randrange(99), policy)
    assert shop.payment.refunded_amount + shop.kept == shop.total
    assert sum(shop.balances().values(), ZERO) == shop.kept
    unit = smallest_unit(currency)
    assert all(amount % unit == 0 for amount in shop.balances().values())
    assert all(booking.status is not BookingStatus.CONFIRMED for booking in shop.order.bookings)


def test_three_tickets_of_ten_give_back_ten() -> None:
    shop = Shop("EUR", Decimal(0), Decimal(0), [(1, 1, 334, 3, 2)])
    shop.give_back(shop.active[1:2], None)
    shop.give_back(shop.active[1:2], None)
    shop.give_back(shop.active, None)
    assert shop.payment.refunded_amount == shop.total == Decimal("10.00")
    assert set(shop.balances().values()) == {ZERO}


def test_refund_of_a_ticket_is_booked_to_its_own_type() -> None:
    shop = Shop("EUR", Decimal(0), Decimal(0), [(1, 1, 1000, 2, 0), (1, 2, 5000, 1, 0)])
    dear = next(ticket for ticket in shop.active if ticket.price == 50)
    cheap = next(ticket for ticket in shop.active if ticket.price == 10)
    shop.give_back([cheap, dear], None)
    assert shop.balances() == {(1, "tickets"): Decimal("10.00"), (2, "tickets"): ZERO}


def test_policy_keeps_never_more_than_was_paid() -> None:
    policy = CancellationPolicy(
        until=timedelta(0), kept_percent=Decimal("10"), kept_fixed=Decimal("2.00")
    )
    assert policy.kept(Decimal("25.00"), "EUR") == Decimal("4.50")
    assert policy.kept(Decimal("1.50"), "EUR") == Decimal("1.50")
    assert policy.kept(Decimal("1055"), "JPY") == Decimal("108")
    assert policy.deadline(NOW) == NOW


def test_booking_follows_its_tickets_and_ends_with_the_last() -> None:
    shop = Shop("EUR", Decimal(0), Decimal(0), [(1, 1, 1000, 2, 0)])
    (booking,) = shop.order.bookings
    shop.give_back(shop.active[:1], None)
    assert (booking.quantity, booking.total_amount) == (1, Decimal("10.00"))
    assert booking.status.value == "confirmed"
    free = CancellationPolicy(until=timedelta(0), kept_percent=Decimal(100), kept_fixed=ZERO)
    shop.give_back(shop.active, free)
    # The first one was refunded, so that its booking was.
    assert booking.status is BookingStatus.REFUNDED
    assert shop.order.items_now[0].cancelled_quantity == 2

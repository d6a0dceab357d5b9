"""An order as its buyer sees it between a choice and paid tickets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from src.application.ports.payments import MANUAL
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.venue import Seat
from src.domain.errors import SalesClosed
from src.domain.services.part_payments import missing_amount, why_unchangeable
from src.domain.services.payment_terms import waits_until


class CheckoutState(StrEnum):
    """Where an order stands for its buyer.

    `held` waits for the buyer, `declined` too, after a payment that failed; `transfer` waits for
    money from a bank, `provider` for the word of a payment provider; `done` has its tickets.
    """

    HELD = "held"
    DECLINED = "declined"
    TRANSFER = "transfer"
    PROVIDER = "provider"
    DONE = "done"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """An order with all that its pages show, as it is at `now`, the server's time.

    `providers` are the ways to pay that its events offer, the default first. `transfer_details`
    says where money of a bank transfer goes.
    """

    order: Order
    events: Mapping[int, Event]
    ticket_types: Mapping[int, TicketType]
    transactions: Sequence[Transaction]
    providers: Sequence[str]
    transfer_details: str
    now: datetime

    @property
    def state(self) -> CheckoutState:
        """Where the order stands."""
        if self.order.status in (OrderStatus.CONFIRMED, OrderStatus.COMPLETED):
            return CheckoutState.DONE
        if self.order.status is OrderStatus.CANCELLED:
            return CheckoutState.CANCELLED
        if not self.is_held:
            return CheckoutState.EXPIRED
        if (payment := self.open_payment) is not None:
            is_transfer = payment.provider == MANUAL
            return CheckoutState.TRANSFER if is_transfer else CheckoutState.PROVIDER
        return CheckoutState.DECLINED if self.failed_payment else CheckoutState.HELD

    @property
    def is_held(self) -> bool:
        """Whether it still holds its tickets and waits for its buyer or a payment."""
        return (
            self.order.status is OrderStatus.PENDING
            and not self.order.is_lapsed(self.now)
            and not self.order.has_lost_tickets
        )

    @property
    def can_be_held_again(self) -> bool:
        """Whether all its events are still on sale; there may be no tickets left."""
        found = [self.events.get(item.event_id) for item in self.order.items]
        return all(event is not None and _is_on_sale(event, self.now) for event in found)

    @property
    def is_hold_extended(self) -> bool:
        return any(booking.is_extended for booking in self.order.current_bookings)

    @property
    def is_paid_online(self) -> bool:
        return self.order.payment is Payment.ONLINE and self.order.total_amount > 0

    @property
    def open_payment(self) -> Transaction | None:
        """The payment that is under way, if any."""
        for transaction in self.transactions:
            if transaction.is_payment and transaction.status is TransactionStatus.PENDING:
                return transaction
        return None

    @property
    def failed_payment(self) -> Transaction | None:
        """The last payment, if it failed, was not given up, and none is under way or succeeded."""
        payments = [transaction for transaction in self.transactions if transaction.is_payment]
        if payments and payments[-1].status is TransactionStatus.FAILED:
            return None if payments[-1].given_up else payments[-1]
        return None

    @property
    def days_for_transfer(self) -> int | None:
        """How many days a bank transfer may take, in whole numbers; None if it has no days."""
        events = list(self.events.values())
        until = waits_until(events, self.order.held_since) if self.order.held_since else None
        return None if until is None else round((until - self.now) / timedelta(days=1))

    @property
    def missing_amount(self) -> Decimal:
        """What is still to be paid for the order."""
        return missing_amount(self.order, self.transactions)

    @property
    def has_part(self) -> bool:
        """Whether some of the money is here, and some is missing."""
        return self.missing_amount != self.order.total_amount

    @property
    def can_change_price(self) -> bool:
        """Whether a code can be used or taken off: no money is here or on its way."""
        return why_unchangeable(self.transactions) is None

    @property
    def can_pay_another_way(self) -> bool:
        """Whether a payment is under way that could be given up for another way to pay."""
        payment = self.open_payment
        return (
            self.is_held
            and payment is not None
            and any(name != payment.provider for name in self.providers)
        )

    @property
    def refunds(self) -> list[Transaction]:
        """The refunds that were made or are under way, oldest first."""
        shown = (TransactionStatus.PENDING, TransactionStatus.SUCCESS)
        return [
            transaction
            for transaction in self.transactions
            if transaction.kind is TransactionKind.REFUND and transaction.status in shown
        ]

    @property
    def owed(self) -> list[Transaction]:
        """The refunds that could not be sent back yet, oldest first."""
        return [transaction for transaction in self.transactions if transaction.owed_amount]

    @property
    def is_paid_back(self) -> bool:
        """Whether all that was to go back has."""
        done = TransactionStatus.SUCCESS
        return not self.owed and all(refund.status is done for refund in self.refunds)

    @property
    def is_paid(self) -> bool:
        return any(transaction.is_paid for transaction in self.transactions)

    def seats(self, event_id: int, ticket_type_id: int) -> list[Seat]:
        """The seats of its tickets of one type, if they are numbered."""
        return [
            ticket.seat
            for booking in self.order.current_bookings
            if booking.event_id == event_id
            for ticket in booking.tickets
            if ticket.ticket_type_id == ticket_type_id and ticket.seat is not None
        ]


def _is_on_sale(event: Event, now: datetime) -> bool:
    try:
        event.require_on_sale(now)
    except SalesClosed:
        return False
    return event.deleted_at is None

"""What becomes of tickets whose money a provider has taken back: decided here and nowhere else."""

from collections.abc import Collection
from decimal import Decimal

from src.domain.entities.booking import BookingStatus
from src.domain.entities.order import Order
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import Transaction
from src.domain.shared.money import ZERO


def is_unpaid_now(payments: Collection[Transaction]) -> bool:
    """Whether nothing is left of what was paid for the tickets of an order.

    `payments` are those that bought tickets. What a bank holds for an open dispute counts as
    paid: it may come back.
    """
    return bool(payments) and not any(_left(payment) for payment in payments)


def void_unpaid_tickets(order: Order) -> None:
    """End the tickets of an order whose money has gone: all that nobody has used.

    Bookings without a used ticket are refunded; of the others the used tickets stay, as when an
    event is cancelled. The order is cancelled if no booking is left.
    """
    for booking in order.current_bookings:
        if booking.status is not BookingStatus.CONFIRMED:
            continue
        tickets = [ticket for ticket in booking.tickets if ticket.status is TicketStatus.ACTIVE]
        if any(ticket.status is TicketStatus.USED for ticket in booking.tickets):
            for ticket in tickets:
                ticket.cancel()
            booking.follow_tickets()
        else:
            booking.refund()
    order.sync_status()


def _left(payment: Transaction) -> Decimal:
    gone = payment.refunded_amount + payment.lost_amount
    return max(payment.amount - gone, ZERO)

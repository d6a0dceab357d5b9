"""How much of what was paid for an order goes back with some of its tickets."""

from collections import Counter
from collections.abc import Collection
from decimal import Decimal

from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.services.money import ZERO, rounded

LIVE = (TicketStatus.ACTIVE, TicketStatus.USED)


def refund_share(order: Order, given_up: Collection[Ticket], refundable: Decimal) -> Decimal:
    """What was paid for these tickets, fees and taxes included, or their share of what is left.

    Less is left where a part of the payment went back for no ticket: then the tickets that
    stay keep their share, so that no ticket is valid without money.
    """
    paid = _paid_for(order, given_up)
    if not paid:
        return ZERO
    ids = {ticket.id for ticket in given_up}
    kept = [
        ticket
        for booking in order.named_bookings
        for ticket in booking.tickets
        if ticket.id not in ids and ticket.status in LIVE
    ]
    return min(paid, rounded(refundable * paid / (paid + _paid_for(order, kept))))


def _paid_for(order: Order, tickets: Collection[Ticket]) -> Decimal:
    counts = Counter((ticket.booking_id, ticket.ticket_type_id) for ticket in tickets)
    amount = ZERO
    for item in order.items:
        key = (item.booking_id, item.ticket_type_id)
        number = min(counts[key], item.quantity)
        counts[key] -= number
        amount += rounded(item.total_amount * number / item.quantity)
    return amount

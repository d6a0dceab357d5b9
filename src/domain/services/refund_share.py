"""How much of what was paid for an order goes back with some of its tickets."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.shared.money import ZERO, rounded

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
    """What was paid for these, in proportion to the price of each.

    Items of one type may differ in price: which of them a ticket came with shows in its price.
    """
    paid: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
    for item in order.items:
        paid[item.booking_id, item.ticket_type_id] += item.total_amount
    prices = _prices(ticket for booking in order.bookings for ticket in booking.tickets)
    shares = (
        rounded(paid[key] * price / prices[key])
        for key, price in _prices(tickets).items()
        if prices[key]
    )
    return sum(shares, ZERO)


def _prices(tickets: Iterable[Ticket]) -> dict[tuple[int, int], Decimal]:
    """By booking and ticket type."""
    prices: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
    for ticket in tickets:
        prices[ticket.booking_id, ticket.ticket_type_id] += ticket.price
    return prices

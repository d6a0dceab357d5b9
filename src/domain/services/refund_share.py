"""The part of an order's payment to refund for some of its tickets."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from src.domain.entities.order import Order
from src.domain.entities.ticket import ADMITTING, Ticket
from src.domain.shared.money import ZERO, proportion, rounded, rounded_up


def refund_share(order: Order, tickets: Collection[Ticket], refundable: Decimal) -> Decimal:
    """Return the amount to refund for `tickets`, fees and taxes included.

    That is what was paid for them, or less where part of the payment was refunded without
    cancelling tickets: then their share of `refundable`, so that the tickets that stay valid
    remain paid. With the last of them goes all that is left, also a part of a smallest unit that
    an order of earlier times may have.
    """
    paid = _paid_for(order, tickets)
    if not paid:
        return ZERO
    ids = {ticket.id for ticket in tickets}
    kept = [
        ticket
        for booking in order.current_bookings
        for ticket in booking.tickets
        if ticket.id not in ids and ticket.status in ADMITTING
    ]
    stays = _paid_for(order, kept)
    if not stays:
        return min(rounded_up(paid, order.currency), refundable)
    share = proportion(refundable, paid, paid + stays, order.currency)
    return min(rounded(paid, order.currency), share)


def _paid_for(order: Order, tickets: Collection[Ticket]) -> Decimal:
    """What was paid for these tickets, in proportion to their prices.

    Items of one type may differ in price; the price of a ticket shows which item it is from.
    """
    paid: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
    for item in order.items:
        paid[item.booking_id, item.ticket_type_id] += item.total_amount
    prices = _prices(ticket for booking in order.bookings for ticket in booking.tickets)
    shares = (
        paid[key]
        if price == prices[key]
        else proportion(paid[key], price, prices[key], order.currency)
        for key, price in _prices(tickets).items()
        if prices[key]
    )
    return sum(shares, ZERO)


def _prices(tickets: Iterable[Ticket]) -> dict[tuple[int, int], Decimal]:
    """The sum of ticket prices by (booking id, ticket type id)."""
    prices: dict[tuple[int, int], Decimal] = defaultdict(lambda: ZERO)
    for ticket in tickets:
        prices[ticket.booking_id, ticket.ticket_type_id] += ticket.price
    return prices

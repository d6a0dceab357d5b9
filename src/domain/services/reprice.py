"""Pricing an order again when its discount code changes, with the list prices that it was given."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from src.domain.entities.booking import Booking
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.entities.event import Event, TaxRates
from src.domain.entities.order import Order, OrderItem
from src.domain.services.checkout import recalculate_totals
from src.domain.services.pricing import price_line
from src.domain.shared.money import ZERO, split


def reprice_order(order: Order, events: Mapping[int, Event], discount: Discount | None) -> None:
    """Set the amounts of the order, its items and its tickets for this code, or for none.

    Raises DiscountInvalid, before anything is changed.
    """
    items, lines = order.items, item_lines(order, events)
    reductions = [ZERO] * len(items)
    if discount is not None:
        reductions = discount.amounts(lines, currency=order.currency)
    for item, reduction in zip(items, reductions, strict=True):
        _reprice_item(item, events[item.event_id], reduction)
    for booking in order.current_bookings:
        _reprice_tickets(booking, [item for item in items if item.booking_id == booking.id])
    order.use_code(discount, tickets=discount.terms.tickets(lines) if discount else 0)
    recalculate_totals(order)


def item_lines(order: Order, events: Mapping[int, Event]) -> list[DiscountLine]:
    """The order's items as what a code may cover, at the list prices that it was given."""
    return [
        DiscountLine(events[item.event_id], item.ticket_type_id, item.subtotal, item.quantity)
        for item in order.items
    ]


def _reprice_item(item: OrderItem, event: Event, reduction: Decimal) -> None:
    fee_rate = item.tax_rate if item.fee_tax_rate is None else item.fee_tax_rate
    rates = TaxRates(item.tax_rate, fee_rate)
    amounts = price_line(event, item.unit_price, item.quantity, reduction, rates=rates)
    item.discount_amount = amounts.discount_amount
    item.fee_amount = amounts.fee_amount
    item.tax_amount = amounts.tax_amount
    item.fee_tax_rate, item.fee_tax_amount = fee_rate, amounts.fee_tax_amount
    item.tax_included = amounts.tax_included
    item.total_amount = amounts.total_amount


def _reprice_tickets(booking: Booking, items: Sequence[OrderItem]) -> None:
    """Give each ticket its share of what its type costs after the discount."""
    shares: dict[int, list[Decimal]] = {}
    for item in items:
        net = item.subtotal - item.discount_amount
        parts = split(net, [item.unit_price] * item.quantity, booking.currency)
        shares.setdefault(item.ticket_type_id, []).extend(parts)
    left: dict[int, Iterator[Decimal]] = {key: iter(parts) for key, parts in shares.items()}
    for ticket in booking.tickets:
        ticket.price = next(left[ticket.ticket_type_id])
    booking.total_amount = sum((ticket.price for ticket in booking.tickets), ZERO)

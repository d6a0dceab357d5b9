"""Pricing an order again, when its discount code or its taxes change, at its list prices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from src.domain.entities.booking import Booking
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.entities.event import Event, TaxRates
from src.domain.entities.order import Order, OrderItem
from src.domain.services.checkout import recalculate_totals
from src.domain.services.document_taxes import RatedLine, round_by_document
from src.domain.services.pricing import add_tax, service_fee
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
        event, net = events[item.event_id], item.subtotal - reduction
        item.discount_amount = reduction
        item.fee_amount = service_fee(event, net, item.quantity)
    retax_order(order, events)
    for booking in order.current_bookings:
        _reprice_tickets(booking, [item for item in items if item.booking_id == booking.id])
    order.use_code(discount, tickets=discount.terms.tickets(lines) if discount else 0)


def retax_order(order: Order, events: Mapping[int, Event]) -> None:
    """Set the taxes of the order and its items, by the rates and the rounding that they have."""
    rated = [_rated(item, events[item.event_id]) for item in order.items]
    for item, line, amounts in zip(order.items, rated, round_by_document(rated), strict=True):
        item.tax_amount = amounts.tax_amount
        item.fee_tax_rate, item.fee_tax_amount = line.rates.fee, amounts.fee_tax_amount
        item.tax_included = amounts.tax_included
        item.total_amount = amounts.total_amount
    recalculate_totals(order)


def item_lines(order: Order, events: Mapping[int, Event]) -> list[DiscountLine]:
    """The order's items as what a code may cover, at the list prices that it was given."""
    return [
        DiscountLine(events[item.event_id], item.ticket_type_id, item.subtotal, item.quantity)
        for item in order.items
    ]


def _rated(item: OrderItem, event: Event) -> RatedLine:
    fee_rate = item.tax_rate if item.fee_tax_rate is None else item.fee_tax_rate
    rates = TaxRates(item.tax_rate, fee_rate)
    is_inclusive = item.tax_inclusive
    if is_inclusive is None and item.tax_amount:
        is_inclusive = bool(item.tax_included)
    if is_inclusive is not None:
        # As it was sold, whatever the event says now.
        event = replace(event, tax_inclusive=is_inclusive)
    amounts = add_tax(event, item.subtotal, item.discount_amount, item.fee_amount, rates=rates)
    return RatedLine(event, rates, item.tax_rounding, amounts)


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

"""Building orders: from allocated places and prices to an order with its bookings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from src.domain.entities.booking import Booking
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine, DiscountTerms
from src.domain.entities.event import Event
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.ticket import Place
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import ValidationFailed
from src.domain.services.document_taxes import RatedLine, round_by_document
from src.domain.services.pricing import Amounts, price_line, total
from src.domain.shared.codes import RandomCode, order_reference
from src.domain.shared.money import ZERO, split


@dataclass(frozen=True, slots=True)
class Line:
    """A priced line of a cart or an order: tickets of one type at one price."""

    event: Event
    ticket_type: TicketType
    quantity: int
    unit_price: Decimal
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class AllocatedPlaces:
    """The places of one event that `Stock` allocated."""

    event: Event
    places: Sequence[Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Contact details of an order, and the buyer's notes."""

    contact_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    notes: str | None = None


Wanted = Sequence[tuple[Event, TicketType, int, Decimal]]


def code_lines(wanted: Wanted) -> list[DiscountLine]:
    """Each (event, ticket type, quantity, unit price) as what a code may cover."""
    return [
        DiscountLine(event, ticket_type.id, unit_price * quantity, quantity)
        for event, ticket_type, quantity, unit_price in wanted
    ]


def price_lines(
    wanted: Wanted, discount: Discount | None = None, terms: DiscountTerms | None = None
) -> list[Line]:
    """Price each (event, ticket type, quantity, unit price), by a code or an order's terms.

    Raises DiscountInvalid.
    """
    reductions = [ZERO] * len(wanted)
    if discount is not None and wanted:
        reductions = discount.amounts(code_lines(wanted), currency=wanted[0][0].currency)
    elif terms is not None and wanted:
        reductions = terms.amounts(code_lines(wanted), currency=wanted[0][0].currency)
    rated = [
        RatedLine(
            event,
            rates := event.tax_rates(ticket_type),
            event.tax_rounding,
            price_line(event, unit_price, quantity, reduction, rates=rates),
        )
        for (event, ticket_type, quantity, unit_price), reduction in zip(
            wanted, reductions, strict=True
        )
    ]
    return [
        Line(*line, amounts) for line, amounts in zip(wanted, round_by_document(rated), strict=True)
    ]


def require_payable_together(events: Sequence[Event]) -> None:
    """Raise ValidationFailed for events that cannot be paid together."""
    if len({event.currency for event in events}) > 1:
        raise ValidationFailed("body.items", "All tickets of one order need the same currency.")
    if len({event.payment for event in events}) > 1:
        message = "Tickets that are paid online and tickets that are not need orders of their own."
        raise ValidationFailed("body.items", message)


def make_order(
    allocated: Sequence[AllocatedPlaces],
    *,
    user_id: int,
    hold_for: timedelta,
    now: datetime,
    random_code: RandomCode,
    discount: Discount | None = None,
    terms: DiscountTerms | None = None,
    contact: Contact | None = None,
) -> Order:
    """Make a pending, unsaved order with one pending booking for each event.

    The booking ids of its items are set when the bookings are stored. The price of a ticket is
    its share of the line after the discount, which is a code's, or by the `terms` of an order
    that these places are added to. Raises DiscountInvalid.
    """
    wanted = [
        (group.event, ticket_type, quantity, price)
        for group in allocated
        for ticket_type, quantity, price in _by_type_and_price(group.places)
    ]
    lines = price_lines(wanted, discount, terms)
    shares = {(line.ticket_type.id, line.unit_price): _shares(line) for line in lines}
    bookings = [
        Booking.of_places(
            group.event,
            [
                replace(place, price=next(shares[place.ticket_type.id, place.price]))
                for place in group.places
            ],
            user_id=user_id,
            hold_for=hold_for,
            now=now,
            random_code=random_code,
        )
        for group in allocated
    ]
    event = allocated[0].event
    order = Order(
        reference=order_reference(random_code),
        user_id=user_id,
        payment=event.payment,
        currency=event.currency,
        expires_at=now + hold_for,
        items=[_item(line) for line in lines],
        bookings=bookings,
    )
    given = discount.terms if discount else terms
    order.use_code(discount, tickets=given.tickets(code_lines(wanted)) if given else 0)
    set_contact(order, contact or Contact())
    recalculate_totals(order)
    return order


def set_contact(order: Order, contact: Contact) -> None:
    """Copy the contact details to the order."""
    order.contact_name = contact.contact_name
    order.contact_email = contact.contact_email
    order.contact_phone = contact.contact_phone
    order.notes = contact.notes


def recalculate_totals(order: Order) -> None:
    """Set the order's amounts to the sums of its items' amounts."""
    amounts = total(
        Amounts(
            item.subtotal,
            item.discount_amount,
            item.fee_amount,
            item.tax_amount,
            item.tax_included,
        )
        for item in order.items
    )
    order.subtotal = amounts.subtotal
    order.discount_amount = amounts.discount_amount
    order.fee_amount = amounts.fee_amount
    order.tax_amount = amounts.tax_amount
    order.tax_included = amounts.tax_included
    order.total_amount = amounts.total_amount


def _shares(line: Line) -> Iterator[Decimal]:
    """The price paid for each ticket of a line."""
    prices = [line.unit_price] * line.quantity
    return iter(split(line.amounts.net, prices, line.event.currency))


def _by_type_and_price(places: Sequence[Place]) -> list[tuple[TicketType, int, Decimal]]:
    """The ticket types and prices of these places in order of appearance, with their numbers."""
    types = {place.ticket_type.id: place.ticket_type for place in places}
    counts = Counter((place.ticket_type.id, place.price) for place in places)
    return [(types[type_id], quantity, price) for (type_id, price), quantity in counts.items()]


def _item(line: Line) -> OrderItem:
    amounts, rates = line.amounts, line.event.tax_rates(line.ticket_type)
    return OrderItem(
        event_id=line.event.id,
        ticket_type_id=line.ticket_type.id,
        quantity=line.quantity,
        unit_price=line.unit_price,
        subtotal=amounts.subtotal,
        discount_amount=amounts.discount_amount,
        fee_amount=amounts.fee_amount,
        tax_rate=rates.tickets,
        tax_amount=amounts.tax_amount,
        tax_included=amounts.tax_included,
        fee_tax_rate=rates.fee,
        fee_tax_amount=amounts.fee_tax_amount,
        tax_relief=rates.relief,
        tax_rounding=line.event.tax_rounding,
        event_country=line.event.country,
        tax_inclusive=line.event.tax_inclusive,
        total_amount=amounts.total_amount,
        event_title=line.event.title,
        ticket_type_name=line.ticket_type.name,
    )

"""Purchases, which are requests to buy, and sales, their results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from src.domain.entities.booking import Booking
from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.allocation import AllocationRequest, TicketRequest
from src.domain.services.checkout import AllocatedPlaces, Contact, make_order
from src.domain.shared.codes import RandomCode


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTickets:
    """Tickets of one event, for a booking; it has an order of its own where that says more."""

    event_id: int
    tickets: TicketRequest

    def request(self, event: Event, buyer_id: int, *, is_hold: bool) -> AllocationRequest:
        """Return the allocation request for the event."""
        return AllocationRequest(buyer_id=buyer_id, items=(self.tickets,), is_hold=is_hold)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOrder:
    """Tickets of one event for an order, whether it is paid online or not: all of them or none."""

    event_id: int
    tickets: tuple[TicketRequest, ...]
    discount_ids: tuple[int, ...] = ()

    def request(self, event: Event, buyer_id: int, *, is_hold: bool) -> AllocationRequest:
        """Return the allocation request for the event."""
        return AllocationRequest(
            buyer_id=buyer_id,
            items=self.tickets,
            is_hold=is_hold,
            discount_ids=self.discount_ids,
        )


@dataclass(frozen=True, slots=True)
class OrderItemRequest:
    """An item to order; `quantity` is the number of `seat_ids` where those are given.

    `unit_price` is what the buyer gives for each ticket, where that is theirs to say.
    """

    ticket_type_id: int
    quantity: int
    seat_ids: tuple[int, ...] = ()
    unit_price: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """Tickets of one type; without `seat_ids`, numbered seats are chosen by the system.

    `unit_price` and `is_price_adjusted` as in `TicketRequest`.
    """

    event_id: int
    ticket_type_id: int
    quantity: int
    seat_ids: tuple[int, ...] = ()
    unit_price: Decimal | None = None
    is_price_adjusted: bool = False

    def tickets(self, event: Event) -> TicketRequest:
        """Return the ticket request of the line."""
        return TicketRequest(
            quantity=self.quantity,
            ticket_type_id=self.ticket_type_id,
            seat_ids=self.seat_ids,
            is_best_available=event.is_seated and not self.seat_ids,
            unit_price=self.unit_price,
            is_price_adjusted=self.is_price_adjusted,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLines:
    """The lines of an order over one or more events, with its discount code and contact.

    `discount_ids` are the codes of the name that the buyer gave: several owners may have one.
    `cart` is the content of the cart that the order is made from: the sale empties the cart, and
    is refused if the cart has changed since it was read.
    """

    lines: tuple[OrderLine, ...]
    discount_ids: tuple[int, ...] = ()
    contact: Contact = field(default_factory=Contact)
    cart: tuple[CartItem, ...] | None = None

    def request(self, event: Event, buyer_id: int, *, is_hold: bool) -> AllocationRequest:
        """Return the allocation request of the lines of this event."""
        return AllocationRequest(
            buyer_id=buyer_id,
            items=tuple(line.tickets(event) for line in self.lines if line.event_id == event.id),
            is_hold=is_hold,
            discount_ids=self.discount_ids,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A request of `actor` to buy tickets for `user_id`; None means the actor.

    `is_hold` requests a reservation even where a booking would be confirmed immediately. With a
    `complimentary_reason` the tickets are given away: they cost nothing, also where the event is
    paid online.
    """

    actor: Actor
    wanted: EventTickets | EventOrder | OrderLines
    user_id: int | None = None
    is_hold: bool = False
    idempotency: IdempotentRequest | None = None
    complimentary_reason: str | None = None

    @property
    def buyer_id(self) -> int:
        """The id of the user who will hold the tickets."""
        return self.user_id or self.actor.id

    @property
    def event_ids(self) -> set[int]:
        """The ids of the events of the requested tickets."""
        if isinstance(self.wanted, OrderLines):
            return {line.event_id for line in self.wanted.lines}
        return {self.wanted.event_id}

    @property
    def cart(self) -> tuple[CartItem, ...] | None:
        """The cart that the order is made from, if any."""
        return self.wanted.cart if isinstance(self.wanted, OrderLines) else None

    @property
    def discount_ids(self) -> tuple[int, ...]:
        """The ids of the discount codes of the name that was given, if any."""
        return () if isinstance(self.wanted, EventTickets) else self.wanted.discount_ids

    @property
    def contact(self) -> Contact | None:
        """The contact details of the order, if any."""
        return self.wanted.contact if isinstance(self.wanted, OrderLines) else None

    def request(self, event: Event) -> AllocationRequest:
        """Return the allocation request for this event."""
        if self.complimentary_reason is not None:
            request = self.wanted.request(event, self.buyer_id, is_hold=False)
            return replace(request, is_complimentary=True)
        is_hold = self.is_hold or event.payment is Payment.ONLINE
        request = self.wanted.request(event, self.buyer_id, is_hold=is_hold)
        return replace(request, sees_hidden=True) if event.is_managed_by(self.actor) else request


@dataclass(frozen=True, slots=True)
class Sale:
    """The result of a purchase: a booking, and its order if it has one."""

    booking: Booking
    order: Order | None = None

    @property
    def bookings(self) -> list[Booking]:
        """The bookings of the sale, one for each event."""
        return self.order.bookings if self.order is not None else [self.booking]


async def read_order_lines(
    ticket_types: TicketTypeRepository, items: Sequence[OrderItemRequest]
) -> tuple[OrderLine, ...]:
    """Return the order lines of the items, one for each ticket type, with their events.

    Raises NotFound for an unknown type, ValidationFailed for a seat that is named twice, or two
    prices of one type.
    """
    return order_lines(await ticket_types.event_ids(types_of(items)), items)


def types_of(items: Sequence[OrderItemRequest]) -> set[int]:
    """The ids of the ticket types of these items."""
    return {item.ticket_type_id for item in items}


def order_lines(
    event_ids: Mapping[int, int], items: Sequence[OrderItemRequest]
) -> tuple[OrderLine, ...]:
    """The order lines of the items, by the events of their ticket types.

    Raises NotFound for an unknown type, ValidationFailed for a seat that is named twice.
    """
    for item in items:
        if item.ticket_type_id not in event_ids:
            raise NotFound("ticket type", item.ticket_type_id)
    lines: dict[int, OrderLine] = {}
    for item in items:
        type_id = item.ticket_type_id
        lines[type_id] = _merged(lines.get(type_id), item, event_ids[type_id])
    return tuple(lines.values())


def _merged(line: OrderLine | None, item: OrderItemRequest, event_id: int) -> OrderLine:
    if line is None:
        return OrderLine(
            event_id=event_id,
            ticket_type_id=item.ticket_type_id,
            quantity=item.quantity,
            seat_ids=item.seat_ids,
            unit_price=item.unit_price,
        )
    if line.unit_price != item.unit_price:
        message = "Give the same price for all tickets of a type."
        raise ValidationFailed("body.items", message)
    seat_ids = line.seat_ids + item.seat_ids
    if bool(line.seat_ids) is not bool(item.seat_ids) or len(set(seat_ids)) < len(seat_ids):
        raise ValidationFailed("body.items", "Name each seat once, or none of a ticket type.")
    return OrderLine(
        event_id=event_id,
        ticket_type_id=item.ticket_type_id,
        quantity=line.quantity + item.quantity,
        seat_ids=seat_ids,
        unit_price=line.unit_price,
    )


def make_sale(
    purchase: Purchase,
    allocated: Sequence[AllocatedPlaces],
    *,
    discount: Discount | None,
    hold_for: timedelta,
    now: datetime,
    random_code: RandomCode,
) -> Sale:
    """Make the unsaved sale of these places: a booking, or an order with one for each event.

    Tickets that are paid online get an order, which waits for its payment, and so do tickets with
    a fee or a tax, so that they cost the same however they are bought; what is free or paid
    outside is confirmed immediately, unless a reservation was requested.
    """
    event = allocated[0].event
    is_taxed = any(event.tax_rates(place.ticket_type).tickets for place in allocated[0].places)
    is_plain = event.payment is Payment.NONE and not (event.has_fee_or_tax or is_taxed)
    if isinstance(purchase.wanted, EventTickets) and is_plain:
        booking = Booking.of_places(
            event,
            allocated[0].places,
            user_id=purchase.buyer_id,
            hold_for=hold_for,
            now=now,
            random_code=random_code,
        )
        if not purchase.is_hold:
            booking.confirm(now=now, random_code=random_code)
        return Sale(booking)
    order = make_order(
        allocated,
        user_id=purchase.buyer_id,
        hold_for=hold_for,
        now=now,
        random_code=random_code,
        discount=discount,
        contact=purchase.contact,
    )
    for booking in order.bookings:
        booking.complimentary_reason = purchase.complimentary_reason
    is_unpaid = order.payment is Payment.ONLINE and order.total_amount > 0
    if not is_unpaid and not purchase.is_hold:
        order.confirm(now=now, random_code=random_code)
    return Sale(order.bookings[0], order)

"""Entities for the unit tests: complete and ordinary, except for what a test says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, Payment
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor, Role, User

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
STARTS = NOW + timedelta(days=30)
MOMENT = timedelta(microseconds=1)
LATER = NOW + timedelta(minutes=10)
"""The deadline of holds and pending orders."""

ADMIN = Actor(1, Role.ADMIN)
ORGANIZER = Actor(2, Role.ORGANIZER)
RIVAL = Actor(3, Role.ORGANIZER)
BUYER = Actor(4, Role.CUSTOMER)
STRANGER = Actor(5, Role.CUSTOMER)
SCANNER = Actor(6, Role.SCANNER)
EVERYBODY = (ADMIN, ORGANIZER, RIVAL, BUYER, STRANGER, SCANNER)

EVENT_ID = 10
TYPE_ID = 20
BOOKING_ID = 30
ORDER_ID = 40
PAYMENT_ID = 60


def make_user(actor: Actor, **fields: Any) -> User:
    """The account of this actor."""
    name = f"{actor.role.value} {actor.id}"
    return User(**{"id": actor.id, "name": name, "role": actor.role, **fields})


def make_event(**fields: Any) -> Event:
    """Event 10 of the organizer, on sale, in 30 days, 100 places at 25.00."""
    values = {
        "id": EVENT_ID,
        "title": "Test event",
        "date_time": STARTS,
        "ends_at": fields.get("date_time", STARTS) + timedelta(hours=3),
        "capacity": 100,
        "price": Decimal("25.00"),
        "organizer_id": ORGANIZER.id,
        **fields,
    }
    return Event(**values)


def make_type(**fields: Any) -> TicketType:
    """Ticket type 20 of event 10, on sale, 100 places at 25.00."""
    values = {
        "id": TYPE_ID,
        "event_id": EVENT_ID,
        "name": "Standard",
        "price": Decimal("25.00"),
        "capacity": 100,
        "event_left": 100,
        **fields,
    }
    return TicketType(**values)


def make_ticket(status: TicketStatus = TicketStatus.ACTIVE, **fields: Any) -> Ticket:
    """A ticket of the buyer: with a code unless reserved, with a time and place if used."""
    values: dict[str, Any] = {
        "event_id": EVENT_ID,
        "ticket_type_id": TYPE_ID,
        "user_id": BUYER.id,
        "price": Decimal("25.00"),
        "status": status,
    }
    if status is not TicketStatus.RESERVED:
        values["ticket_code"] = "TKT-20260601-AAAAAAAA"
    if status is TicketStatus.USED:
        values |= {"used_at": STARTS, "used_by": SCANNER.id, "gate": "North"}
    return Ticket(**{**values, **fields})


TICKETS_OF = {
    BookingStatus.PENDING: TicketStatus.RESERVED,
    BookingStatus.CONFIRMED: TicketStatus.ACTIVE,
}


def make_booking(
    status: BookingStatus = BookingStatus.CONFIRMED,
    *,
    tickets: Sequence[Ticket] | None = None,
    **fields: Any,
) -> Booking:
    """Booking 30 of the buyer, with two tickets in the state that belongs to its own."""
    if tickets is None:
        ticket_status = TICKETS_OF.get(status, TicketStatus.CANCELLED)
        tickets = [make_ticket(ticket_status), make_ticket(ticket_status)]
        if ticket_status is TicketStatus.ACTIVE:
            tickets[1].ticket_code = "TKT-20260601-BBBBBBBB"
    values = {
        "id": BOOKING_ID,
        "reference": "BKG-AAAAAAAA",
        "user_id": BUYER.id,
        "event_id": EVENT_ID,
        "quantity": len(tickets),
        "total_amount": Decimal("25.00") * len(tickets),
        "currency": "USD",
        "status": status,
        "booking_date": NOW,
        "tickets": list(tickets),
        **fields,
    }
    return Booking(**values)


def make_item(booking: Booking, **fields: Any) -> OrderItem:
    """All tickets of this booking, without fee and tax."""
    values = {
        "id": booking.id + 20,
        "order_id": ORDER_ID,
        "event_id": booking.event_id,
        "ticket_type_id": TYPE_ID,
        "booking_id": booking.id,
        "quantity": booking.quantity,
        "unit_price": Decimal("25.00"),
        "subtotal": booking.total_amount,
        "total_amount": booking.total_amount,
        **fields,
    }
    return OrderItem(**values)


def held(number: int = 30, **fields: Any) -> Booking:
    """A pending booking of event `number` with the order's deadline."""
    values = {"id": number, "event_id": number, "expires_at": LATER, **fields}
    return make_booking(BookingStatus.PENDING, **values)


def booked(status: BookingStatus, number: int = 31) -> Booking:
    """A booking of event `number`."""
    return make_booking(status, id=number, event_id=number)


def make_order(*bookings: Booking, **fields: Any) -> Order:
    """Order 40 of the buyer, pending for ten minutes, with one item for each of its bookings.

    Without bookings of its own it has booking 30, pending as long.
    """
    bookings = bookings or (make_booking(BookingStatus.PENDING, expires_at=LATER),)
    for booking in bookings:
        booking.order_id = ORDER_ID
    price = sum((booking.total_amount for booking in bookings), Decimal("0.00"))
    values = {
        "id": ORDER_ID,
        "reference": "ORD-AAAAAAAA",
        "user_id": BUYER.id,
        "payment": Payment.ONLINE,
        "currency": "USD",
        "subtotal": price,
        "total_amount": price,
        "expires_at": LATER,
        "items": [make_item(booking) for booking in bookings],
        "bookings": list(bookings),
        **fields,
    }
    return Order(**values)


def make_payment(
    status: TransactionStatus = TransactionStatus.PENDING, **fields: Any
) -> Transaction:
    """Payment 60 of order 40: two tickets at 25.00."""
    values = {
        "id": PAYMENT_ID,
        "order_id": ORDER_ID,
        "kind": TransactionKind.PAYMENT,
        "status": status,
        "provider": "manual",
        "amount": Decimal("50.00"),
        "currency": "USD",
        "idempotency_key": "payment-60",
        **fields,
    }
    return Transaction(**values)

"""Entities for the unit tests: complete and ordinary, except for what a test says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor, Role, User

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
STARTS = NOW + timedelta(days=30)
MOMENT = timedelta(microseconds=1)

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
        one = TICKETS_OF.get(status, TicketStatus.CANCELLED)
        tickets = [make_ticket(one), make_ticket(one)]
        if one is TicketStatus.ACTIVE:
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

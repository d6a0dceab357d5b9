"""Bookings in PostgreSQL, always with their tickets."""

from collections import defaultdict
from collections.abc import Sequence

from tortoise.exceptions import DoesNotExist

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.ticket import Ticket
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingFilter, CalledOff
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import BookingModel, TicketModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

CONDITIONS = {
    "event_id": "event_id",
    "user_id": "user_id",
    "status": "status",
    "date_from": "booking_date__gte",
    "date_to": "booking_date__lt",
}

LIVE = [BookingStatus.PENDING, BookingStatus.CONFIRMED]

INSERT_BOOKING = """
INSERT INTO bookings (reference, user_id, event_id, quantity, total_amount, currency, status,
    booking_date, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING id, created_at, updated_at
"""

INSERT_TICKETS = """
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, ticket_code, price, status)
SELECT $1, $2, ticket_type_id, $3, ticket_code, price, status::ticket_status
FROM unnest($4::bigint[], $5::text[], $6::numeric[], $7::text[])
    AS new (ticket_type_id, ticket_code, price, status)
RETURNING id, created_at, updated_at
"""

UPDATE_TICKETS = """
UPDATE tickets SET status = new.status::ticket_status, ticket_code = new.ticket_code
FROM unnest($2::bigint[], $3::text[], $4::text[]) AS new (id, ticket_code, status)
WHERE tickets.event_id = $1 AND tickets.id = new.id
"""

CALL_OFF_TICKETS = """
UPDATE tickets SET status = 'cancelled' WHERE event_id = $1 AND status IN ('reserved', 'active')
"""

CALL_OFF_BOOKINGS = """
WITH live AS (
    SELECT id, status FROM bookings WHERE event_id = $1 AND status IN ('pending', 'confirmed')
)
UPDATE bookings SET status = 'cancelled', expires_at = NULL
FROM live
WHERE bookings.event_id = $1 AND bookings.id = live.id AND NOT EXISTS (
    SELECT FROM tickets
    WHERE tickets.event_id = $1 AND tickets.booking_id = live.id AND tickets.status = 'used'
)
RETURNING bookings.id, live.status AS before, bookings.status AS after
"""


class TortoiseBookingRepository:
    """Implements `BookingRepository`."""

    async def get(self, booking_id: int) -> Booking:
        try:
            row = await BookingModel.get(id=booking_id)
        except DoesNotExist:
            raise NotFound("booking", booking_id) from None
        booking = _to_entity(row)
        await _load_tickets([booking])
        return booking

    async def search(self, wanted: BookingFilter, page: PageRequest) -> Page[Booking]:
        query = BookingModel.all()
        for name, condition in CONDITIONS.items():
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: value})
        found = await fetch_page(query, page, _to_entity)
        await _load_tickets(found.items)
        return found

    async def add(self, booking: Booking) -> None:
        values = [
            booking.reference,
            booking.user_id,
            booking.event_id,
            booking.quantity,
            booking.total_amount,
            booking.currency,
            booking.status,
            booking.booking_date,
            booking.expires_at,
        ]
        (row,) = await current_connection().execute_query_dict(INSERT_BOOKING, values)
        booking.id, booking.created_at = row["id"], row["created_at"]
        booking.updated_at = row["updated_at"]
        await _add_tickets(booking)

    async def save(self, booking: Booking) -> None:
        await BookingModel.filter(event_id=booking.event_id, id=booking.id).update(
            status=booking.status, expires_at=booking.expires_at
        )
        tickets = booking.tickets
        await current_connection().execute_query_dict(
            UPDATE_TICKETS,
            [
                booking.event_id,
                [ticket.id for ticket in tickets],
                [ticket.ticket_code for ticket in tickets],
                [ticket.status for ticket in tickets],
            ],
        )
        row = await BookingModel.get(event_id=booking.event_id, id=booking.id)
        booking.version, booking.updated_at = row.version, row.updated_at

    async def live_count(self, event_id: int) -> int:
        return await BookingModel.filter(event_id=event_id, status__in=LIVE).count()

    async def call_off(self, event_id: int) -> list[CalledOff]:
        connection = current_connection()
        await connection.execute_query_dict(CALL_OFF_TICKETS, [event_id])
        rows = await connection.execute_query_dict(CALL_OFF_BOOKINGS, [event_id])
        return [
            CalledOff(row["id"], BookingStatus(row["before"]), BookingStatus(row["after"]))
            for row in rows
        ]


async def _add_tickets(booking: Booking) -> None:
    tickets = booking.tickets
    rows = await current_connection().execute_query_dict(
        INSERT_TICKETS,
        [
            booking.id,
            booking.event_id,
            booking.user_id,
            [ticket.ticket_type_id for ticket in tickets],
            [ticket.ticket_code for ticket in tickets],
            [ticket.price for ticket in tickets],
            [ticket.status for ticket in tickets],
        ],
    )
    for ticket, row in zip(tickets, rows, strict=True):
        ticket.id, ticket.booking_id = row["id"], booking.id
        ticket.created_at, ticket.updated_at = row["created_at"], row["updated_at"]


async def _load_tickets(bookings: Sequence[Booking]) -> None:
    """Fill in the tickets of all these bookings with one query."""
    if not bookings:
        return
    rows = await TicketModel.filter(
        event_id__in=list({booking.event_id for booking in bookings}),
        booking_id__in=[booking.id for booking in bookings],
    ).order_by("id")
    by_booking = defaultdict(list)
    for row in rows:
        by_booking[row.booking_id].append(mapping.to_entity(Ticket, row))
    for booking in bookings:
        booking.tickets = by_booking[booking.id]


def _to_entity(row: BookingModel) -> Booking:
    return mapping.to_entity(Booking, row, tickets=[])

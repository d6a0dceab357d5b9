"""The ids of an event's taken seats."""

from datetime import datetime

from src.application.ports.seat_maps import TakenSeats
from src.infrastructure.database.orm import current_connection

# Two arrays take a fifth of the time that as many rows would.
TAKEN = """
SELECT
    ARRAY(
        SELECT ticket.seat_id
        FROM bookings AS booking
        JOIN tickets AS ticket ON ticket.event_id = $1 AND ticket.booking_id = booking.id
        WHERE booking.event_id = $1 AND booking.status = 'pending' AND booking.expires_at > $2
            AND ticket.seat_id IS NOT NULL AND ticket.status = 'reserved'
    ) AS held,
    ARRAY(
        SELECT seat_id FROM tickets
        WHERE event_id = $1 AND seat_id IS NOT NULL AND status IN ('active', 'used')
    ) AS sold
"""


async def read_taken_seats(event_id: int, *, now: datetime) -> TakenSeats:
    """Implements `TakenSeatsReader`."""
    (row,) = await current_connection().execute_query_dict(TAKEN, [event_id, now])
    return TakenSeats(**row)

"""Bookings with their tickets, read by one statement."""

from collections.abc import Sequence
from typing import Any

from src.domain.entities.booking import Booking
from src.domain.entities.ticket import Ticket
from src.domain.entities.venue import Seat
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG, Records, values_of

BOOKINGS = Records(Booking, "bookings", but=("tickets",))
TICKETS = Records(Ticket, "tickets", but=("seat",))
SEATS = Records(Seat, "seats")

OF_BOOKING = f"""
json_build_array({BOOKINGS.columns}, ARRAY(
    SELECT json_build_array({TICKETS.columns}, {SEATS.columns})
    FROM tickets LEFT JOIN seats ON seats.id = tickets.seat_id
    WHERE tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
    ORDER BY tickets.id
))
"""  # noqa: S608 - only names of columns

SELECT = f"""
SELECT {OF_BOOKING} AS booking FROM bookings WHERE id {AMONG.format(ids="$1")}
"""  # noqa: S608 - only names of columns


async def whole_bookings(booking_ids: Sequence[int]) -> list[Booking]:
    """The bookings that exist, in this order."""
    rows = await current_connection().execute_query_dict(SELECT, [list(booking_ids)])
    found = (booking_of(values_of(row["booking"])) for row in rows)
    bookings = {booking.id: booking for booking in found}
    return [bookings[booking_id] for booking_id in booking_ids if booking_id in bookings]


def booking_of(values: Sequence[Any]) -> Booking:
    """The booking of a list of `OF_BOOKING`."""
    return BOOKINGS.entity(values, tickets=[_ticket(ticket) for ticket in values[len(BOOKINGS)]])


def _ticket(values: Sequence[Any]) -> Ticket:
    seat = values[len(TICKETS) :]
    return TICKETS.entity(values, seat=None if seat[0] is None else SEATS.entity(seat))

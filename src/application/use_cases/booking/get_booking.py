"""Get a booking."""

from src.application.access import require_party
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository


class GetBooking:
    """Get a booking with its tickets.

    Authorization: its customer, the event's organizer and admins.
    """

    def __init__(self, bookings: BookingRepository, events: EventRepository) -> None:
        self._bookings = bookings
        self._events = events

    async def execute(self, actor: Actor, booking_id: int) -> Booking:
        booking = await self._bookings.get(booking_id)
        events = await self._events.by_ids([booking.event_id])
        require_party(actor, booking, events[booking.event_id])
        return booking

"""List what was given away."""

from src.application.access import require_event_manager
from src.domain.entities.booking import Booking
from src.domain.entities.user import Actor
from src.domain.repositories.booking import BookingFilter, BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListComplimentary:
    """List the bookings of an event whose tickets were given away, with the reasons, newest first.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, bookings: BookingRepository, events: EventRepository) -> None:
        self._bookings = bookings
        self._events = events

    async def execute(self, actor: Actor, event_id: int, page: PageRequest) -> Page[Booking]:
        require_event_manager(actor, await self._events.get(event_id))
        wanted = BookingFilter(event_id=event_id, is_complimentary=True)
        return await self._bookings.search(wanted, page)

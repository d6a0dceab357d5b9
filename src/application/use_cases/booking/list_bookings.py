"""List bookings: all, of a user, or of an event."""

from dataclasses import replace

from src.application.access import require_event_collection, require_self
from src.application.dtos.booking import BookingDetails
from src.application.dtos.sold import SoldSearch
from src.application.ports.own import OwnReader
from src.application.ports.sold import SoldBookingReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.user import Actor
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListBookings:
    """List bookings, newest first.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event.
    """

    def __init__(
        self, bookings: BookingRepository, events: EventRepository, finder: SoldBookingReader
    ) -> None:
        self._bookings = bookings
        self._events = events
        self._finder = finder

    async def execute(self, actor: Actor, wanted: SoldSearch, page: PageRequest) -> Page[Booking]:
        scope = await scope_of(actor, wanted.event_id, self._events)
        found = await self._finder.ids(scope, wanted, page)
        return Page(await self._bookings.by_ids(found.items), found.next)


class ListUserBookings:
    """List a user's bookings, newest first, each with its user, event and tickets.

    Authorization: the user and admins.
    """

    def __init__(self, own: OwnReader) -> None:
        self._own = own

    async def execute(
        self,
        actor: Actor,
        user_id: int,
        page: PageRequest,
        *,
        status: BookingStatus | None = None,
    ) -> Page[BookingDetails]:
        require_self(actor, user_id)
        return await self._own.bookings(actor, user_id, status, page)


class ListEventBookings:
    """List an event's bookings, newest first.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, list_bookings: ListBookings, events: EventRepository) -> None:
        self._list_bookings = list_bookings
        self._events = events

    async def execute(
        self, actor: Actor, event_id: int, wanted: SoldSearch, page: PageRequest
    ) -> Page[Booking]:
        require_event_collection(actor, await self._events.get(event_id))
        return await self._list_bookings.execute(actor, replace(wanted, event_id=event_id), page)

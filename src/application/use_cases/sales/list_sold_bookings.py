"""List the bookings of an organizer's events."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.dtos.sold import SoldBooking, SoldSearch, SoldSum
from src.application.ports.sold import SoldBookingReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class SoldBookings:
    """A page of bookings, and the sums of all that were found."""

    page: Page[SoldBooking]
    sums: Sequence[SoldSum]


class ListSoldBookings:
    """List bookings with their customers, and what they come to by currency.

    Authorization: organizers for bookings of their own events, admins for all. Refused with
    `not_found` for another organizer's event.
    """

    def __init__(self, bookings: SoldBookingReader, events: EventRepository) -> None:
        self._bookings = bookings
        self._events = events

    async def execute(self, actor: Actor, wanted: SoldSearch, page: PageRequest) -> SoldBookings:
        scope = await scope_of(actor, wanted.event_id, self._events)
        found = await self._bookings.search(scope, wanted, page)
        return SoldBookings(found, await self._bookings.sums(scope, wanted))

"""Go on with cancellations of events that were interrupted."""

from contextlib import suppress

from src.application.selling.cancel_event_bookings import CancelEventBookings
from src.domain.errors import NotFound, Unavailable
from src.domain.repositories.booking import BookingRepository

EVENTS_PER_RUN = 20


class FinishCancellations:
    """Cancels the bookings that a cancelled event still has.

    An event is cancelled with its first bookings, and the rest follows in steps; a process that
    stops meanwhile leaves the rest to this job. It may run at any time, and twice at once.
    """

    def __init__(self, bookings: BookingRepository, cancel_bookings: CancelEventBookings) -> None:
        self._bookings = bookings
        self._cancel_bookings = cancel_bookings

    async def execute(self) -> int:
        """How many bookings were cancelled."""
        cancelled = 0
        for event_id in await self._bookings.uncancelled_events(limit=EVENTS_PER_RUN):
            # An event that is locked is left to the next run, so that it delays no other.
            with suppress(NotFound, Unavailable):
                cancelled += await self._cancel_bookings.execute(event_id, after_id=0, by=None)
        return cancelled

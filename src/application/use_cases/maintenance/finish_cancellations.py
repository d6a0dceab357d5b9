"""Go on with cancellations of events that were interrupted."""

from src.application.concurrency.for_each import ForEach
from src.application.selling.cancel_event_bookings import CancelEventBookings
from src.domain.repositories.booking import BookingRepository

EVENTS_PER_RUN = 1000


class FinishCancellations:
    """Cancels the bookings that a cancelled event still has.

    An event is cancelled with its first bookings, and the rest follows in steps; a process that
    stops meanwhile leaves the rest to this job. It may run at any time, and twice at once.

    Events that have fewer tickets than in the last run are being cancelled by somebody, in this
    process or another: two at once would take twice the time of the database from all sales.
    """

    def __init__(
        self,
        bookings: BookingRepository,
        cancel_bookings: CancelEventBookings,
        for_each: ForEach[int],
    ) -> None:
        self._bookings = bookings
        self._cancel_bookings = cancel_bookings
        self._for_each = for_each
        self._seen: dict[int, int] = {}

    async def execute(self) -> int:
        """How many bookings were cancelled. Raises RowsFailed."""
        tickets = await self._bookings.uncancelled_events(
            limit=EVENTS_PER_RUN, but=self._for_each.waiting()
        )
        seen, self._seen = self._seen, tickets
        left_behind = [event_id for event_id in tickets if tickets[event_id] == seen.get(event_id)]
        return await self._for_each.run(left_behind, self._cancel)

    async def _cancel(self, event_id: int) -> int:
        return await self._cancel_bookings.execute(event_id, after_id=0, by=None)

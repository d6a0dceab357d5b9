"""Get the dashboard."""

from datetime import timedelta

from src.application.dtos.analytics import Dashboard, ReportQuery
from src.application.ports.database import Clock
from src.application.ports.reports import DashboardReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.services.periods import day_of, period

A_MOMENT = timedelta(microseconds=1)


class ReadDashboard:
    """Get the current state of sales, and the activity of recent periods.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event. Refused with `not_found` for another organizer's event.

    - Current state: events by status; tickets sold and held, confirmed bookings and their amount
      (`booked`), by the counters of the events; the five events with most tickets sold, with
      sold / capacity (`sell_through`); orders waiting for payment. Deleted events are excluded.
    - `today` and `yesterday` are days in `timezone`; `period` is from `date_from` (inclusive) to
      `date_to` (exclusive), by default the last 30 days. Each has the `bookings` made in it that
      are now confirmed, their `tickets`, and the `money` of its payments and refunds. Amounts
      paid outside the system are not included.

    Amounts are per currency.
    """

    def __init__(self, read: DashboardReader, events: EventRepository, clock: Clock) -> None:
        self._read = read
        self._events = events
        self._clock = clock

    async def execute(self, actor: Actor, query: ReportQuery) -> Dashboard:
        scope = await scope_of(actor, query.event_id, self._events)
        now = self._clock()
        today = day_of(now, query.timezone)
        return await self._read(
            scope,
            today=today,
            yesterday=day_of(today.start - A_MOMENT, query.timezone),
            period=period(query.date_from, query.date_to, now),
            now=now,
        )

"""Read where things stand."""

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
    """Read where things stand now, and what happened lately.

    Organizers of their own events, admins of all; `event_id` narrows it to one.

    - Now: events by status; tickets sold and held, confirmed bookings and their value
      (`booked`), as the events count them; the five events that have sold most, with sold /
      capacity (`sell_through`); orders that wait for their payment. Deleted events are left out.
    - `today` and `yesterday` are days of `timezone`; `period` is from `date_from` to before
      `date_to`, or the last 30 days. Of each: `bookings` made then that are confirmed now, the
      `tickets` they are for, and the `money` that payments brought and refunds took then. What
      is paid outside is in no payment.

    Currencies are never added together. Refused with `not_found` for another organizer's event.
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

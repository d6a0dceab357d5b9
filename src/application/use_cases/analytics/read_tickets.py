"""Get ticket statistics."""

from src.application.dtos.analytics import ReportQuery, TicketsReport
from src.application.ports.reports import TicketsReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.event import EventRepository


class ReadTickets:
    """Get the current numbers of tickets by status and by ticket type.

    Authorization: organizers for their own events, admins for all events; `event_id` selects one
    event, `date_from` (inclusive) and `date_to` (exclusive) select events by start. Deleted events
    are excluded. Refused with `not_found` for another organizer's event.

    `check_in_rate` is used / (active + used), null if there are neither. `capacity_used` is the
    share of the capacity that reserved, active and used tickets take (`taken` / `capacity`); the
    total is over active and completed events. `by_ticket_type` has the 100 types with most
    tickets sold.
    """

    def __init__(self, read: TicketsReader, events: EventRepository) -> None:
        self._read = read
        self._events = events

    async def execute(self, actor: Actor, query: ReportQuery) -> TicketsReport:
        scope = await scope_of(actor, query.event_id, self._events)
        first, last = query.date_from, query.date_to
        if first and last and first >= last:
            raise ValidationFailed("query.date_to", "`date_to` must be later than `date_from`.")
        return await self._read(scope, first, last)

"""Read what became of the tickets."""

from src.application.dtos.analytics import ReportQuery, TicketsReport
from src.application.ports.reports import TicketsReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.errors import ValidationFailed
from src.domain.repositories.event import EventRepository


class ReadTickets:
    """Read what became of the tickets: by status and by ticket type, as it is now.

    Organizers of their own events, admins of all; `event_id` narrows it to one, `date_from` and
    `date_to` to events that start at or after, and before, them. Deleted events are left out.

    `check_in_rate` is used / (active + used), null while there is neither. `capacity_used` is
    the part of the capacity that reserved, active and used tickets take (`taken` / `capacity`);
    altogether it is that of active and completed events. `by_ticket_type` has the 100 types that
    sold most. Refused with `not_found` for another organizer's event.
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

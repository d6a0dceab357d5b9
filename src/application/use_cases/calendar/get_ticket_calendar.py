"""Get the calendar file of a ticket."""

from src.application.dtos.calendar import CalendarEntry
from src.application.ports.calendars import CalendarWriter
from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.venue import VenueRepository


class GetTicketCalendar:
    """Get the event of a ticket as a calendar file (iCalendar), with the codes of all tickets
    that its holder has for the event.

    Authorization: its holder, the event's organizer and admins. Once the event or the ticket is
    cancelled, the file takes the event out of the calendar. Times are in UTC, so that every
    calendar shows the same instant. Refused with `invalid_state` for an add-on.
    """

    def __init__(
        self,
        tickets: TicketRepository,
        events: EventRepository,
        venues: VenueRepository,
        writer: CalendarWriter,
    ) -> None:
        self._tickets = tickets
        self._events = events
        self._venues = venues
        self._writer = writer

    async def execute(self, actor: Actor, ticket_code: str) -> bytes:
        ticket = await self._tickets.get_by_code(ticket_code)
        event = (await self._events.by_ids([ticket.event_id]))[ticket.event_id]
        if ticket.user_id != actor.id and not event.is_managed_by(actor):
            raise NotFound("ticket", ticket_code)
        ticket.require_admission("active")
        entry = await self._entry(event, ticket)
        return self._writer.event(entry, method=entry.method)

    async def _entry(self, event: Event, ticket: Ticket) -> CalendarEntry:
        held = await self._tickets.admitting(ticket.user_id, event_ids=[event.id])
        if ticket.id not in {other.id for other in held}:
            held.append(ticket)
        venues = await self._venues.by_ids([event.venue_id] if event.venue_id else [])
        address = venues[event.venue_id].location if event.venue_id else None
        return CalendarEntry(event=event, tickets=tuple(held), address=address)

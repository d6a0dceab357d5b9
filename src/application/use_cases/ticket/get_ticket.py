"""Get a ticket."""

from src.application.access import is_event_staff
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository


class GetTicket:
    """Get a ticket by its code.

    Authorization: its holder, the event's organizer and assigned scanners, and admins.
    """

    def __init__(self, tickets: TicketRepository, events: EventRepository) -> None:
        self._tickets = tickets
        self._events = events

    async def execute(self, actor: Actor, ticket_code: str) -> Ticket:
        ticket = await self._tickets.get_by_code(ticket_code)
        if ticket.user_id == actor.id:
            return ticket
        events = await self._events.by_ids([ticket.event_id])
        if not await is_event_staff(actor, events[ticket.event_id], self._events):
            raise NotFound("ticket", ticket_code)
        return ticket

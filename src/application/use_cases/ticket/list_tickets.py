"""List tickets of a user or of an event."""

from src.application.access import is_event_staff, require_self
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket import TicketFilter, TicketRepository


class ListUserTickets:
    """List a user's tickets, newest first, of one event or of all.

    Authorization: the user and admins.
    """

    def __init__(self, tickets: TicketRepository) -> None:
        self._tickets = tickets

    async def execute(
        self, actor: Actor, user_id: int, page: PageRequest, *, event_id: int | None = None
    ) -> Page[Ticket]:
        require_self(actor, user_id)
        return await self._tickets.search(TicketFilter(user_id=user_id, event_id=event_id), page)


class ListEventTickets:
    """List an event's tickets, newest first.

    Authorization: the event's organizer and assigned scanners, and admins.
    """

    def __init__(self, tickets: TicketRepository, events: EventRepository) -> None:
        self._tickets = tickets
        self._events = events

    async def execute(self, actor: Actor, event_id: int, page: PageRequest) -> Page[Ticket]:
        event = await self._events.get(event_id)
        event.require_visible_to(actor)
        if not await is_event_staff(actor, event, self._events):
            raise Forbidden("Only the event's organizer and scanners may see its tickets.")
        return await self._tickets.search(TicketFilter(event_id=event_id), page)

"""Get a ticket type."""

from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket_type import TicketTypeRepository


class GetTicketType:
    """Get a ticket type with its availability.

    Authorization: none; types of drafts, and hidden ones, are visible to their managers only.
    """

    def __init__(self, events: EventRepository, ticket_types: TicketTypeRepository) -> None:
        self._events = events
        self._ticket_types = ticket_types

    async def execute(self, actor: Actor | None, ticket_type_id: int) -> TicketType:
        ticket_type = await self._ticket_types.get(ticket_type_id)
        try:
            event = await self._events.get(ticket_type.event_id)
            event.require_visible_to(actor)
            is_manager = actor is not None and event.is_managed_by(actor)
            if ticket_type.is_hidden and not is_manager:
                raise NotFound("ticket type", ticket_type_id)
        except NotFound:
            raise NotFound("ticket type", ticket_type_id) from None
        return ticket_type

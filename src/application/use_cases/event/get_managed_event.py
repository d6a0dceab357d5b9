"""Get an event to manage it."""

from src.application.access import require_event_manager
from src.application.dtos.event import EventSnapshot
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket_type import TicketTypeRepository


class GetManagedEvent:
    """Get an event and its ticket types as they are now, to change them.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, events: EventRepository, ticket_types: TicketTypeRepository) -> None:
        self._events = events
        self._ticket_types = ticket_types

    async def execute(self, actor: Actor, event_id: int) -> EventSnapshot:
        event = await self._events.get(event_id)
        require_event_manager(actor, event)
        return EventSnapshot(event, await self._ticket_types.of_event(event_id))

"""Ask what can still be bought."""

from src.application.dtos.availability import Availability
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket_type import TicketTypeRepository


class GetAvailability:
    """Ask how many tickets are left, of the event and of each ticket type.

    Open to everybody; a draft exists for those who manage it alone.
    """

    def __init__(self, events: EventRepository, ticket_types: TicketTypeRepository) -> None:
        self._events = events
        self._ticket_types = ticket_types

    async def execute(self, actor: Actor | None, event_id: int) -> Availability:
        event = await self._events.get(event_id)
        event.require_visible_to(actor)
        return Availability(event, await self._ticket_types.of_event(event_id))

"""Say who hears of it when an event moves."""

from src.application.access import require_event_manager
from src.application.dtos.managed_event import MovePreview
from src.application.ports.management import EventImpactReader
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository


class PreviewEventMove:
    """Say how many people would hear of it if the event got another time or place now.

    Authorization: the event's organizer and admins. Everybody with a ticket that is valid or held
    gets one mail; the tickets stay valid.
    """

    def __init__(self, events: EventRepository, impact: EventImpactReader) -> None:
        self._events = events
        self._impact = impact

    async def execute(self, actor: Actor, event_id: int) -> MovePreview:
        require_event_manager(actor, await self._events.get(event_id))
        return await self._impact.of_move(event_id)

"""Read one event."""

from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository


class GetEvent:
    """Read one event with its statistics.

    Open to everybody; a draft exists for those who manage it alone.
    """

    def __init__(self, events: EventRepository) -> None:
        self._events = events

    async def execute(self, actor: Actor | None, event_id: int) -> Event:
        event = await self._events.get(event_id)
        event.require_visible_to(actor)
        return event

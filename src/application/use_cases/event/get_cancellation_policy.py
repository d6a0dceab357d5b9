"""Get the cancellation policy of an event."""

from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository


class GetCancellationPolicy:
    """Get the terms on which buyers may give tickets of an event back without its organizer.

    `not_found` if the event has none. A draft is visible to its organizer and admins only.
    """

    def __init__(self, events: EventRepository) -> None:
        self._events = events

    async def execute(self, actor: Actor | None, event_id: int) -> CancellationPolicy:
        event = await self._events.get(event_id)
        event.require_visible_to(actor)
        policy = event.cancellation_policy
        if policy is None:
            raise NotFound("cancellation policy of event", event_id)
        return policy

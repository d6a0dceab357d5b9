"""Say what cancelling an event will do."""

from src.application.access import require_event_manager
from src.application.dtos.managed_event import CancellationPreview
from src.application.ports.management import EventImpactReader
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository


class PreviewEventCancellation:
    """Say what cancelling an event would do now: which bookings end, and what is paid back.

    Authorization: the event's organizer and admins. Refused with `invalid_state` where the
    cancellation itself would be. What was paid outside, of an event with `payment` `none`, is
    not counted: only what this service was paid goes back by itself.
    """

    def __init__(self, events: EventRepository, impact: EventImpactReader) -> None:
        self._events = events
        self._impact = impact

    async def execute(self, actor: Actor, event_id: int) -> CancellationPreview:
        event = await self._events.get(event_id)
        require_event_manager(actor, event)
        # On this copy only, which nobody saves: whether it could be cancelled.
        event.cancel()
        return await self._impact.of_cancellation(event_id)

"""Read a dispute."""

from src.application.dtos.dispute import ListedDispute
from src.application.ports.sold import DisputeReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository


class ReadDispute:
    """Get a dispute.

    Authorization: organizers of a line of its order, who see their part, and admins.
    """

    def __init__(self, disputes: DisputeReader, events: EventRepository) -> None:
        self._disputes = disputes
        self._events = events

    async def execute(self, actor: Actor, dispute_id: int) -> ListedDispute:
        scope = await scope_of(actor, None, self._events)
        found = await self._disputes.find(scope, dispute_id)
        if found is None:
            raise NotFound("dispute", dispute_id)
        return found

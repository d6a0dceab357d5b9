"""Read how far an event's refunds are."""

from src.application.access import require_event_collection
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.transaction import RefundProgress, TransactionRepository


class GetRefundProgress:
    """How far the refunds of an event are. Its organizer and admins."""

    def __init__(self, transactions: TransactionRepository, events: EventRepository) -> None:
        self._transactions = transactions
        self._events = events

    async def execute(self, actor: Actor, event_id: int) -> RefundProgress:
        found = await self._events.by_ids([event_id])
        if event_id not in found:
            raise NotFound("event", event_id)
        require_event_collection(actor, found[event_id])
        return await self._transactions.refund_progress(event_id)

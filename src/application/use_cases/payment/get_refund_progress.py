"""Get the refund progress of an event."""

from src.application.access import require_event_collection
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.transaction import RefundProgress, TransactionRepository


class GetRefundProgress:
    """Get the progress of the refunds of an event.

    Authorization: the event's organizer and admins.
    """

    def __init__(self, transactions: TransactionRepository, events: EventRepository) -> None:
        self._transactions = transactions
        self._events = events

    async def execute(self, actor: Actor, event_id: int) -> RefundProgress:
        events = await self._events.by_ids([event_id])
        if event_id not in events:
            raise NotFound("event", event_id)
        require_event_collection(actor, events[event_id])
        return await self._transactions.refund_progress(event_id)

"""Read how far the refunds of cancelled events are."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.ports.sold import RefundReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.transaction import RefundProgress, TransactionRepository

MAX_EVENTS = 20


@dataclass(frozen=True, slots=True)
class EventRefunds:
    """A cancelled event and how far its refunds are."""

    title: str
    progress: RefundProgress


class ReadRefundProgress:
    """Read the progress of the refunds of the twenty events that were cancelled last.

    Authorization: organizers for their own events, admins for all.
    """

    def __init__(
        self, refunds: RefundReader, transactions: TransactionRepository, events: EventRepository
    ) -> None:
        self._refunds = refunds
        self._transactions = transactions
        self._events = events

    async def execute(self, actor: Actor) -> Sequence[EventRefunds]:
        scope = await scope_of(actor, None, self._events)
        found = await self._refunds.cancelled_events(scope, limit=MAX_EVENTS)
        return [
            EventRefunds(title, await self._transactions.refund_progress(event_id))
            for event_id, title in found
        ]

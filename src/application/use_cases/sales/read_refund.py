"""Read a refund as its organizer sees it."""

from src.application.dtos.sold import ListedRefund
from src.application.ports.sold import RefundReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository


class ReadRefund:
    """Read a refund, with what of it is still owed.

    Authorization: organizers for those of their events and of orders of which they own every line,
    and for their part of those of whole orders with events of others; admins for all.
    """

    def __init__(self, refunds: RefundReader, events: EventRepository) -> None:
        self._refunds = refunds
        self._events = events

    async def execute(self, actor: Actor, refund_id: int) -> ListedRefund:
        scope = await scope_of(actor, None, self._events)
        found = await self._refunds.find(scope, refund_id)
        if found is None:
            raise NotFound("transaction", refund_id)
        return found

"""List refunds."""

from src.application.dtos.sold import ListedRefund, RefundState
from src.application.ports.sold import RefundReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


class ListRefunds:
    """List the refunds of orders, newest first.

    Authorization: organizers for those of their events and of orders of which they own every line,
    and for their part of those of whole orders with events of others; admins for all. A failed
    refund `is_owed` until it was sent back otherwise.
    """

    def __init__(self, refunds: RefundReader, events: EventRepository) -> None:
        self._refunds = refunds
        self._events = events

    async def execute(
        self, actor: Actor, state: RefundState | None, page: PageRequest
    ) -> Page[ListedRefund]:
        scope = await scope_of(actor, None, self._events)
        return await self._refunds.search(scope, state, page)

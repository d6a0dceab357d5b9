"""List the orders of an organizer's events."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.dtos.sold import SoldOrder, SoldSearch, SoldSum
from src.application.ports.sold import SoldOrderReader
from src.application.reports.read_timeline import scope_of
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class SoldOrders:
    """A page of orders, and the sums of all that were found."""

    page: Page[SoldOrder]
    sums: Sequence[SoldSum]


class ListSoldOrders:
    """List orders with their buyers, and what they come to by currency.

    Authorization: organizers for orders with a line of theirs, admins for all. Of an order that
    is not theirs as a whole an organizer sees their own lines and what these come to. Refused with
    `not_found` for another organizer's event.
    """

    def __init__(self, orders: SoldOrderReader, events: EventRepository) -> None:
        self._orders = orders
        self._events = events

    async def execute(self, actor: Actor, wanted: SoldSearch, page: PageRequest) -> SoldOrders:
        scope = await scope_of(actor, wanted.event_id, self._events)
        found = await self._orders.search(scope, wanted, page)
        return SoldOrders(found, await self._orders.sums(scope, wanted))

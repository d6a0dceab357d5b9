"""Get and list orders."""

from collections.abc import Sequence
from dataclasses import replace

from src.application.access import require_self
from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldSearch
from src.application.ports.sold import SoldOrderReader
from src.application.reports.read_timeline import scope_of
from src.application.selling.order_for_update import require_order_party
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.page import Page, PageRequest


class GetOrder:
    """Get an order with its items and bookings.

    Authorization: its buyer, organizers with a line of theirs, and admins. Of an order that is not
    theirs as a whole an organizer sees their own lines and what these come to, as in the list.
    """

    def __init__(self, orders: OrderRepository, events: EventRepository) -> None:
        self._orders = orders
        self._events = events

    async def execute(self, actor: Actor, order_id: int) -> Order:
        order = await self._orders.get(order_id)
        if actor.id == order.user_id or actor.is_admin:
            return order
        managed = await _managed(actor, [order], self._events)
        if not managed:
            raise NotFound("order", order_id)
        return order.part_of(managed)

    async def whole(self, actor: Actor, order_id: int) -> Order:
        """Return the order if the actor may see all of it. Raises NotFound."""
        order = await self._orders.get(order_id)
        events = await self._events.by_ids(order.event_ids)
        require_order_party(actor, order, list(events.values()))
        return order


class ListOrders:
    """List orders, newest first.

    Authorization: users for their own orders, admins for all. Organizers see the orders of an
    event of theirs with `event_id`, of all their events with `managed=true`, and of an order that
    is not theirs as a whole their own lines and what these come to.
    """

    def __init__(
        self, orders: OrderRepository, events: EventRepository, finder: SoldOrderReader
    ) -> None:
        self._orders = orders
        self._events = events
        self._finder = finder

    async def execute(
        self, actor: Actor, wanted: SoldSearch, page: PageRequest, *, is_managed: bool = False
    ) -> Page[Order]:
        scope, wanted = await view_of_orders(actor, wanted, self._events, is_managed=is_managed)
        found = await self._finder.ids(scope, wanted, page)
        orders = await self._orders.by_ids(found.items)
        if scope.organizer_id is not None:
            managed = await _managed(actor, orders, self._events)
            orders = [order.part_of(managed) for order in orders]
        return Page(orders, found.next)


async def _managed(actor: Actor, orders: Sequence[Order], events: EventRepository) -> set[int]:
    """The ids of the events of these orders that the actor manages."""
    named = {item.event_id for order in orders for item in order.items}
    found = (await events.by_ids(named)).values()
    return {event.id for event in found if event.is_managed_by(actor)}


async def view_of_orders(
    actor: Actor, wanted: SoldSearch, events: EventRepository, *, is_managed: bool
) -> tuple[Scope, SoldSearch]:
    """Whose orders the actor lists, and the search within: those sold, else the own purchases.

    Raises Forbidden for orders of somebody else, and for `is_managed` without the role.
    """
    if not is_managed and wanted.event_id is not None:
        event = (await events.by_ids([wanted.event_id])).get(wanted.event_id)
        is_managed = event is not None and event.is_managed_by(actor)
    if is_managed or actor.is_admin:
        return await scope_of(actor, wanted.event_id, events), wanted
    require_self(actor, wanted.user_id or actor.id)
    return Scope(), replace(wanted, user_id=actor.id)

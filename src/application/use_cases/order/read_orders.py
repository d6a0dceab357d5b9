"""Get and list orders."""

from dataclasses import replace

from src.application.access import require_self
from src.application.selling.order_for_update import require_order_party
from src.domain.entities.order import Order
from src.domain.entities.user import Actor
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderFilter, OrderRepository
from src.domain.repositories.page import Page, PageRequest


class GetOrder:
    """Get an order with its items and bookings.

    Authorization: its buyer, organizers who own every line, and admins.
    """

    def __init__(self, orders: OrderRepository, events: EventRepository) -> None:
        self._orders = orders
        self._events = events

    async def execute(self, actor: Actor, order_id: int) -> Order:
        order = await self._orders.get(order_id)
        if actor.id != order.user_id and not actor.is_admin:
            events = await self._events.by_ids(order.event_ids)
            require_order_party(actor, order, list(events.values()))
        return order


class ListOrders:
    """List orders, newest first.

    Authorization: users for their own orders, admins for all.
    """

    def __init__(self, orders: OrderRepository) -> None:
        self._orders = orders

    async def execute(self, actor: Actor, wanted: OrderFilter, page: PageRequest) -> Page[Order]:
        if not actor.is_admin:
            require_self(actor, wanted.user_id or actor.id)
            wanted = replace(wanted, user_id=actor.id)
        return await self._orders.search(wanted, page)

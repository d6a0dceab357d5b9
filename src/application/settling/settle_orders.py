"""Settlement of lapsed orders."""

from contextlib import suppress
from copy import deepcopy

from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.order_for_update import lock_order, save_order
from src.domain.entities.order import OrderStatus
from src.domain.errors import NotFound, Unavailable
from src.domain.repositories.order import OrderRepository

ORDERS_PER_RUN = 200


class SettleOrders:
    """Expires lapsed orders, and cancels pending orders that lost a booking.

    A job that is safe to run at any time and concurrently. Each order is a transaction.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, orders: OrderRepository, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._orders = orders
        self._clock = clock

    async def execute(self) -> int:
        """Settle all due orders; the number of orders settled."""
        now = self._clock()
        due = await self._orders.due(now, limit=ORDERS_PER_RUN)
        settled = 0
        for order_id in due:
            # An order that is locked is left to the next run, so that it delays no other.
            with suppress(NotFound, Unavailable):
                settled += await self._settle(order_id)
        return settled

    async def _settle(self, order_id: int) -> bool:
        async with self._unit_of_work(touches=Touches(order_id=order_id)) as uow:
            locked = await lock_order(uow, order_id)
            order, before = locked.order, deepcopy(locked.order)
            if order.status is not OrderStatus.PENDING:
                return False
            if order.is_lapsed(self._clock()):
                order.expire()
            elif order.has_lost_tickets:
                order.cancel_pending()
            if order == before:
                return False
            await save_order(uow, order, before, None)
            await uow.commit()
        return True

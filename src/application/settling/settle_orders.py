"""Settle orders whose time is over."""

from contextlib import suppress
from copy import deepcopy

from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.selling.order_for_update import lock_order, save_order
from src.domain.entities.order import OrderStatus
from src.domain.errors import NotFound, Unavailable
from src.domain.repositories.order import OrderRepository

ORDERS_PER_RUN = 200


class SettleOrders:
    """Expire pending orders that have run out, and cancel those that lost a booking.

    A job, safe to run at any time and twice at once: one order and one transaction at a time.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, orders: OrderRepository, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._orders = orders
        self._clock = clock

    async def execute(self) -> int:
        """How many orders were settled."""
        now = self._clock()
        due = await self._orders.due(now, limit=ORDERS_PER_RUN)
        settled = 0
        for order_id in due:
            # One that somebody keeps locked waits for the next run, and holds up no other.
            with suppress(NotFound, Unavailable):
                settled += await self._settle(order_id)
        return settled

    async def _settle(self, order_id: int) -> bool:
        async with self._unit_of_work() as uow:
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

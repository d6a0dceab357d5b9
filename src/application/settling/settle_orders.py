"""Settlement of lapsed orders."""

from copy import deepcopy

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.order_for_update import lock_order, save_order
from src.application.settling.apply_payment import return_parts
from src.domain.repositories.order import OrderRepository

ORDERS_PER_RUN = 200


class SettleOrders:
    """Expires lapsed orders, and cancels pending orders that lost a booking.

    Parts of the money that were kept for an order that has ended are to be paid back.

    A job that is safe to run at any time and concurrently. Each order is a transaction.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        orders: OrderRepository,
        clock: Clock,
        for_each: ForEach[int],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._orders = orders
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Settle all due orders; the number of orders settled. Raises RowsFailed."""
        order_ids = await self._orders.due(
            self._clock(), limit=ORDERS_PER_RUN, but=self._for_each.waiting()
        )
        return await self._for_each.run(order_ids, self._settle)

    async def _settle(self, order_id: int) -> bool:
        async with self._unit_of_work(touches=Touches(order_id=order_id)) as uow:
            locked = await lock_order(uow, order_id)
            order, before = locked.order, deepcopy(locked.order)
            has_ended = order.end_if_lost(self._clock())
            refunds = await return_parts(uow, order)
            if not has_ended and not refunds:
                return False
            await save_order(uow, order, before, None)
            await uow.commit()
        return True

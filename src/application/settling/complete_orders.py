"""Complete orders whose events are all over."""

from copy import deepcopy

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Clock, Touches, UnitOfWorkFactory
from src.application.selling.order_for_update import lock_order, save_order
from src.domain.entities.order import OrderStatus
from src.domain.repositories.order import OrderRepository

ORDERS_PER_RUN = 200


class CompleteOrders:
    """Complete confirmed orders that were left behind when the last of their events ended.

    The end of an event completes its orders by itself. An order that is confirmed only after
    that, such as by money that came late, has nothing left to wait for.

    A job, safe to run at any time and twice at once: one order and one transaction at a time.
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
        """How many orders were completed. Raises RowsFailed."""
        order_ids = await self._orders.over(
            self._clock(), limit=ORDERS_PER_RUN, but=self._for_each.waiting()
        )
        return await self._for_each.run(order_ids, self._complete)

    async def _complete(self, order_id: int) -> bool:
        async with self._unit_of_work(touches=Touches(order_id=order_id)) as uow:
            locked = await lock_order(uow, order_id)
            order, before = locked.order, deepcopy(locked.order)
            now = self._clock()
            is_over = all(event.is_over(now) for event in locked.events.values())
            if order.status is not OrderStatus.CONFIRMED or not is_over:
                return False
            order.complete()
            await save_order(uow, order, before, None)
            await uow.commit()
        return True

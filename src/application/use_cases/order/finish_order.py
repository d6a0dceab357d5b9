"""Finish an order that nothing is paid for online."""

from src.application.concurrency.idempotency import Outcome, retry_on_code_collision
from src.application.ports.database import Clock, UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder
from src.domain.entities.event import Payment
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.shared.codes import RandomCode


class FinishOrder:
    """Confirm a pending order that costs nothing, or that is paid outside.

    Authorization: its buyer, organizers who own every line, and admins. Refused with `forbidden`
    where something is to be paid online, because a payment confirms that; with `hold_expired` if
    it has lapsed, `invalid_state` if it is not pending or an event was cancelled.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock, random_code: RandomCode) -> None:
        self._change_order = change_order
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, command: ChangeOrderCommand) -> Outcome[Order]:
        async def finish(_: UnitOfWork, locked: LockedOrder) -> None:
            order = locked.order
            if order.payment is Payment.ONLINE and order.total_amount > 0:
                raise Forbidden("A payment confirms this order.")
            for event in locked.events.values():
                event.require_not_cancelled("order", OrderStatus.CONFIRMED.value)
            order.confirm(now=self._clock(), random_code=self._random_code)

        return await retry_on_code_collision(
            lambda: self._change_order.execute(actor, command, finish)
        )

"""Confirm an order that was paid outside the system."""

from src.application.concurrency.idempotency import Outcome, retry_on_code_collision
from src.application.ports.database import Clock, UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder, manages_all
from src.application.selling.take_by_hand import take_by_hand
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.shared.codes import RandomCode


class ConfirmOrder:
    """Confirm a pending order that was paid outside the system.

    Authorization: organizers who own every line, and admins. Refused with `hold_expired` if the
    order has lapsed, `invalid_state` if it is not pending. For an order that is paid online the
    money is booked as a payment through `manual`, and goes back by a refund like any other; what
    the buyer pays online all the same is sent back.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock, random_code: RandomCode) -> None:
        self._change_order = change_order
        self._clock = clock
        self._random_code = random_code

    async def execute(self, actor: Actor, command: ChangeOrderCommand) -> Outcome[Order]:
        async def confirm(uow: UnitOfWork, locked: LockedOrder) -> None:
            if not manages_all(actor, list(locked.events.values())):
                raise Forbidden("A payment confirms this order.")
            for event in locked.events.values():
                event.require_not_cancelled("order", OrderStatus.CONFIRMED.value)
            now = self._clock()
            locked.order.confirm(now=now, random_code=self._random_code)
            await take_by_hand(uow, locked.order, actor, now)

        return await retry_on_code_collision(
            lambda: self._change_order.execute(actor, command, confirm)
        )

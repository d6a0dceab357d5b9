"""Delete an order that was never confirmed."""

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import Clock, UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState


class DeleteOrder:
    """Delete an order that was never confirmed; its tickets become available to others.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `invalid_state` if it was ever confirmed or paid, because it stays in the records.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock) -> None:
        self._change_order = change_order
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangeOrderCommand) -> Outcome[Order]:
        async def delete(uow: UnitOfWork, locked: LockedOrder) -> None:
            order = locked.order
            if await uow.orders.was_confirmed(order.id):
                why = "This order was confirmed before; it stays in the records."
                raise InvalidState("order", order.status.value, "deleted", why)
            if order.status is OrderStatus.PENDING:
                order.cancel_pending()
            order.deleted_at = self._clock()

        return await self._change_order.execute(actor, command, delete)

"""Edit what an order says beside its tickets; or delete one that never was."""

from src.application.idempotency import Outcome
from src.application.ports import Clock, UnitOfWork
from src.application.use_cases.order.change_order import ChangeOrder, ChangeOrderCommand
from src.application.use_cases.order.locked_order import LockedOrder
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState


class EditOrder:
    """Edit an order's contact and notes.

    Its buyer, organizers who own every line of it, and admins.
    """

    def __init__(self, change_order: ChangeOrder) -> None:
        self._change_order = change_order

    async def execute(
        self, actor: Actor, command: ChangeOrderCommand, changes: dict[str, str | None]
    ) -> Outcome[Order]:
        """`changes` are any of contact_name, contact_email, contact_phone and notes."""

        async def edit(_: UnitOfWork, locked: LockedOrder) -> None:
            for field, value in changes.items():
                setattr(locked.order, field, value)

        return await self._change_order.execute(actor, command, edit)


class DeleteOrder:
    """Delete an order that never confirmed: what it holds is free, and nobody sees it again.

    Its buyer, organizers who own every line of it, and admins. Refused with `invalid_state`
    once it was confirmed or money has arrived for it; the books keep it.
    """

    def __init__(self, change_order: ChangeOrder, clock: Clock) -> None:
        self._change_order = change_order
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangeOrderCommand) -> Outcome[Order]:
        async def delete(uow: UnitOfWork, locked: LockedOrder) -> None:
            order = locked.order
            if await uow.orders.was_confirmed(order.id):
                why = "This order was confirmed once; it stays in the books."
                raise InvalidState("order", order.status.value, "deleted", why)
            if order.status is OrderStatus.PENDING:
                order.cancel_pending()
            order.deleted_at = self._clock()

        return await self._change_order.execute(actor, command, delete)

"""Edit what an order says beside its tickets."""

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.order_for_update import LockedOrder
from src.domain.entities.order import Order
from src.domain.entities.user import Actor


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

"""Edit the contact and notes of an order."""

from src.application.concurrency.idempotency import Outcome
from src.application.ports.database import UnitOfWork
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.hold_account import hold_account
from src.application.selling.order_for_update import LockedOrder
from src.domain.entities.order import Order
from src.domain.entities.user import Actor


class EditOrder:
    """Edit the contact and notes of an order; omitted fields keep their values.

    Authorization: its buyer, organizers who own every line, and admins. Refused with
    `stale_version` if `If-Match` is not the stored version, and with `not_found` if the buyer was
    deleted: nothing is kept of them.
    """

    def __init__(self, change_order: ChangeOrder) -> None:
        self._change_order = change_order

    async def execute(
        self, actor: Actor, command: ChangeOrderCommand, changes: dict[str, str | None]
    ) -> Outcome[Order]:
        """Edit the order; `changes` has any of the fields of `Contact`.

        Raises NotFound, StaleVersion.
        """

        async def edit(uow: UnitOfWork, locked: LockedOrder) -> None:
            # Nothing is kept of a buyer who was deleted, be it while we waited for the order.
            if any(changes.values()):
                await hold_account(uow, locked.order.user_id)
            for field, value in changes.items():
                setattr(locked.order, field, value)

        return await self._change_order.execute(actor, command, edit)

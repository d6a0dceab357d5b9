"""Give the contact of an order that is being bought."""

from dataclasses import dataclass

from src.application.ports.database import UnitOfWork, UnitOfWorkFactory
from src.application.selling.change_order import ChangeOrder, ChangeOrderCommand
from src.application.selling.hold_account import hold_account
from src.application.selling.order_for_update import LockedOrder
from src.domain.entities.order import Order
from src.domain.entities.user import Actor


@dataclass(frozen=True, slots=True)
class GiveContactCommand:
    """Where mails about the order go, and the name for its tickets, if one was given."""

    order_id: int
    email: str
    name: str | None = None


class GiveContact:
    """Give the address and name of who buys an order; a guest goes by that name from now on.

    A guest who gives no name goes by what the address begins with, as at the sign-up.

    Nothing is looked up by the address: it says where mails go, and proves nothing.

    Authorization: the order's buyer, organizers who own every line, and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, change_order: ChangeOrder) -> None:
        self._unit_of_work = unit_of_work
        self._change_order = change_order

    async def execute(self, actor: Actor, command: GiveContactCommand) -> Order:
        email = command.email.strip().lower()
        name = (command.name or "").strip() or None

        async def give(uow: UnitOfWork, locked: LockedOrder) -> None:
            # Nothing is kept of a buyer who was deleted while we waited for the order.
            await hold_account(uow, locked.order.user_id)
            locked.order.contact_email = email
            locked.order.contact_name = name

        changed = await self._change_order.execute(
            actor, ChangeOrderCommand(command.order_id), give
        )
        await self._name_guest(changed.result.user_id, name or email.partition("@")[0])
        return changed.result

    async def _name_guest(self, user_id: int, name: str) -> None:
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(user_id)
            if user.is_guest and user.name != name:
                user.name = name
                await uow.users.save(user)
                await uow.commit()

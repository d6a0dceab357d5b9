"""Remove an item from a cart."""

from src.application.carts.check_item import lock_item
from src.application.ports.database import UnitOfWorkFactory
from src.domain.entities.user import Actor


class RemoveCartItem:
    """Remove an item from a cart.

    Authorization: the user and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, cart_item_id: int) -> None:
        async with self._unit_of_work() as uow:
            item, _ = await lock_item(uow, actor, cart_item_id)
            await uow.carts.remove(item.id)
            await uow.commit()

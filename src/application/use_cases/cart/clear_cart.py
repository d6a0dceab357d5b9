"""Clear a cart."""

from src.application.access import require_self
from src.application.ports.database import UnitOfWorkFactory
from src.domain.entities.user import Actor


class ClearCart:
    """Remove all items and the discount code from a cart.

    Authorization: the user and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, user_id: int) -> None:
        require_self(actor, user_id)
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            await uow.carts.lock([user_id])
            await uow.carts.empty([user_id])
            await uow.commit()

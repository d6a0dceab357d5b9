"""Read a cart: what is in it, and what it costs."""

from src.application.access import require_self
from src.application.carts.cart_lines import cart_lines, cart_total, discount_on_cart
from src.application.dtos.cart import CartLine, CartTotal
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class GetCart:
    """List what is in a cart, in the order in which it was put in, at the prices in force now.

    The list is whole; what was deleted meanwhile is left out. `available` is what is left of
    the ticket type. The user themself and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, user_id: int) -> list[CartLine]:
        require_self(actor, user_id)
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            items = await uow.carts.of_user(user_id)
            return await cart_lines(items, uow.events, uow.ticket_types)


class GetCartTotal:
    """Sum up a cart at the prices in force now: discount, service fees and taxes too.

    A discount code that does not count any more takes nothing off; `discount_problem` says
    why. An empty cart has no currency. The user themself and admins.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, user_id: int) -> CartTotal:
        require_self(actor, user_id)
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            items = await uow.carts.of_user(user_id)
            lines = await cart_lines(items, uow.events, uow.ticket_types)
            code = await discount_on_cart(user_id, uow.carts, uow.discounts)
        return cart_total(user_id, lines, code, self._clock())

"""Get a cart and its total."""

from src.application.access import require_self
from src.application.carts.cart_lines import cart_lines, cart_total, discount_on_cart
from src.application.dtos.cart import CartLine, CartTotal
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class GetCart:
    """List all items of a cart, at current prices, in the order they were added.

    Authorization: the user and admins. Items whose event or ticket type was deleted are left out.
    `available` is the number of tickets of the type that can be bought.
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
    """Get the total of a cart at current prices, with discount, service fees and taxes.

    Authorization: the user and admins. A discount code that can no longer be used is not applied;
    `discount_problem` explains why. An empty cart has no currency.
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
            now = self._clock()
            code = await discount_on_cart(user_id, lines, uow.carts, uow.discounts, now)
        return cart_total(user_id, lines, code, now, actor=actor)

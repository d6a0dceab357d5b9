"""Get a cart and its total."""

from collections.abc import Sequence
from datetime import datetime

from src.application.access import require_self
from src.application.carts.cart_lines import cart_discount, cart_total
from src.application.dtos.cart import CartContents, CartDiscount, CartLine, CartTotal
from src.application.ports.database import Clock
from src.application.ports.own import OwnReader
from src.domain.entities.user import Actor
from src.domain.repositories.discount import DiscountRepository


class GetCart:
    """List all items of a cart, at current prices, in the order they were added.

    Authorization: the user and admins. Items whose event or ticket type was deleted are left out.
    `available` is the number of tickets of the type that can be bought.
    """

    def __init__(self, own: OwnReader) -> None:
        self._own = own

    async def execute(self, actor: Actor, user_id: int) -> Sequence[CartLine]:
        require_self(actor, user_id)
        return (await self._own.cart(user_id)).lines


class GetCartTotal:
    """Get the total of a cart at current prices, with discount, service fees and taxes.

    Authorization: the user and admins. A discount code that can no longer be used is not applied;
    `discount_problem` explains why. An empty cart has no currency.
    """

    def __init__(self, own: OwnReader, discounts: DiscountRepository, clock: Clock) -> None:
        self._own = own
        self._discounts = discounts
        self._clock = clock

    async def execute(self, actor: Actor, user_id: int) -> CartTotal:
        require_self(actor, user_id)
        cart = await self._own.cart(user_id)
        now = self._clock()
        code = await self._code(user_id, cart, now)
        return cart_total(user_id, cart.lines, code, now, actor=actor)

    async def _code(self, user_id: int, cart: CartContents, now: datetime) -> CartDiscount | None:
        """The codes of the name on the cart, if any."""
        if cart.discount_id is None:
            return None
        event_ids = {line.event.id for line in cart.lines}
        candidates = await self._discounts.like(cart.discount_id, event_ids)
        return await cart_discount(user_id, candidates, self._discounts, now)

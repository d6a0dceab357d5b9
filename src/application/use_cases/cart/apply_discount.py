"""Apply a discount code to a cart."""

from src.application.access import require_self
from src.application.carts.cart_lines import cart_lines, cart_total, require_applicable
from src.application.dtos.cart import CartDiscount, CartTotal
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid


class ApplyDiscount:
    """Apply a discount code to a cart, replacing any other, and return the new total.

    Authorization: the user and admins. Refused with `discount_invalid` and a `reason`: `unknown`,
    `not_started`, `expired`, `used_up`, `used_up_by_you`, `not_applicable`, `other_currency`. A
    use of the code is counted when the cart is ordered.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, user_id: int, code: str) -> CartTotal:
        require_self(actor, user_id)
        now = self._clock()
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            items = (await uow.carts.lock([user_id]))[user_id]
            lines = await cart_lines(items, uow.events, uow.ticket_types)
            discount = await uow.discounts.find_by_code(code)
            if discount is None:
                raise DiscountInvalid("unknown", "There is no such discount code.")
            uses = await uow.discounts.uses_by_user([discount.id], [user_id])
            cart_discount = CartDiscount(discount, uses.get((discount.id, user_id), 0))
            require_applicable(cart_discount, lines, now)
            await uow.carts.set_discount(user_id, discount.id)
            await uow.commit()
        return cart_total(user_id, lines, cart_discount, now)

"""Apply a discount code to a cart."""

from src.application.access import require_self
from src.application.carts.cart_lines import (
    cart_discount,
    cart_lines,
    cart_total,
    choose_for_cart,
)
from src.application.dtos.cart import CartTotal
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class ApplyDiscount:
    """Apply a discount code to a cart, replacing any other, and return the new total.

    Authorization: the user and admins. Refused with `discount_invalid` and a `reason`: `unknown`,
    `not_started`, `expired`, `used_up`, `used_up_by_you`, `too_many_tickets`, `below_minimum`,
    `not_applicable`, `other_currency`. Of several owners' codes of one name the cart uses the one
    that takes off most of what it covers, and says what helps most where none can be used. A use
    of the code is counted when the cart is ordered.
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
            event_ids = {line.event.id for line in lines}
            named = await uow.discounts.named(code, event_ids)
            known = await cart_discount(user_id, named, uow.discounts, now)
            discount = choose_for_cart(known, lines, now, actor=actor)
            await uow.carts.set_discount(user_id, discount.id)
            await uow.commit()
        return cart_total(user_id, lines, known, now, actor=actor)

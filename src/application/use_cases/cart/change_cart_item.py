"""Change how many tickets, or which seats, are in a cart."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.carts.check_item import check_item, find_type, lock_item
from src.application.dtos.cart import CartLine
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


@dataclass(frozen=True, slots=True)
class ChangeCartItemCommand:
    """None stays as it is; empty `seat_ids` leave the choice to the house."""

    cart_item_id: int
    quantity: int | None = None
    seat_ids: Sequence[int] | None = None


class ChangeCartItem:
    """Change the number of tickets or the seats of a cart item; what is not sent stays.

    New seats bring their number. The user themself and admins. Refused with `sales_closed` for
    what is not on sale any more, with `ticket_limit_exceeded` for more than one person may have.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangeCartItemCommand) -> CartLine:
        async with self._unit_of_work() as uow:
            item, others = await lock_item(uow, actor, command.cart_item_id)
            event, ticket_type = await find_type(uow, actor, item.ticket_type_id)
            item.change(command.quantity, command.seat_ids)
            line = CartLine(item, event, ticket_type)
            await check_item(uow, line, others, more=item.quantity, now=self._clock())
            await uow.carts.put(item)
            await uow.commit()
        return line

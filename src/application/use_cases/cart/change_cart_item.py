"""Change the quantity, the seats or the price of a cart item."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from src.application.carts.check_item import check_item, find_type, lock_item
from src.application.dtos.cart import CartLine
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


@dataclass(frozen=True, slots=True)
class ChangeCartItemCommand:
    """The changes; None keeps a value, and with empty `seat_ids` seats are chosen by the system."""

    cart_item_id: int
    quantity: int | None = None
    seat_ids: Sequence[int] | None = None
    unit_price: Decimal | None = None


class ChangeCartItem:
    """Change quantity, seats or open price of a cart item; omitted fields keep their values.

    Authorization: the user and admins. Refused with `sales_closed` if the tickets are no longer
    on sale, `ticket_limit_exceeded` above the event's limit per user. New seats set the quantity.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: ChangeCartItemCommand) -> CartLine:
        async with self._unit_of_work() as uow:
            item, others = await lock_item(uow, actor, command.cart_item_id)
            event, ticket_type = await find_type(uow, actor, item.ticket_type_id)
            item.change(command.quantity, command.seat_ids)
            if command.unit_price is not None:
                item.unit_price = ticket_type.require_unit_price(command.unit_price, event.currency)
            line = CartLine(item, event, ticket_type)
            await check_item(uow, line, others, more=item.quantity, now=self._clock())
            await uow.carts.put(item)
            await uow.commit()
        return line

"""Put tickets into a cart."""

from collections.abc import Sequence
from dataclasses import dataclass

from src.application.carts.check_item import check_item, find_type
from src.application.dtos.cart import CartLine
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.cart import MAX_ITEMS, CartItem
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, ValidationFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToCartCommand:
    """`quantity` tickets of a type, in `seat_ids` if any; `user_id` is the actor if left out."""

    ticket_type_id: int
    quantity: int
    seat_ids: Sequence[int] = ()
    user_id: int | None = None


class AddToCart:
    """Put tickets into the cart; of a type that is there already, so many more.

    Everybody for themselves; an admin for anybody. A cart takes no stock, and what is left is
    not asked. All of it has one currency. Refused with `sales_closed` for what is not on sale,
    with `ticket_limit_exceeded` for more than one person may have.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: AddToCartCommand) -> CartLine:
        user_id = command.user_id or actor.id
        if user_id != actor.id and not actor.is_admin:
            raise Forbidden("Only an administrator may fill somebody else's cart.")
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            event, ticket_type = await find_type(uow, actor, command.ticket_type_id)
            items = (await uow.carts.lock([user_id]))[user_id]
            others = [one for one in items if one.ticket_type_id != ticket_type.id]
            item = _item_of(items, user_id, event, ticket_type.id)
            item.add(command.quantity, command.seat_ids)
            line = CartLine(item, event, ticket_type)
            await self._require_room(uow, line, others)
            await check_item(uow, line, others, more=command.quantity, now=self._clock())
            await uow.carts.put(item)
            await uow.commit()
        return line

    async def _require_room(
        self, uow: UnitOfWork, line: CartLine, others: Sequence[CartItem]
    ) -> None:
        if len(others) >= MAX_ITEMS:
            message = f"A cart holds at most {MAX_ITEMS} items."
            raise ValidationFailed("body.ticket_type_id", message)
        for event in (await uow.events.by_ids({one.event_id for one in others})).values():
            if event.currency != line.event.currency:
                message = f"The cart holds prices in {event.currency}; this one is in another."
                raise ValidationFailed("body.ticket_type_id", message)


def _item_of(
    items: Sequence[CartItem], user_id: int, event: Event, ticket_type_id: int
) -> CartItem:
    """The item of this type that is there, or a new one with nothing in it."""
    for item in items:
        if item.ticket_type_id == ticket_type_id:
            return item
    return CartItem(user_id=user_id, event_id=event.id, ticket_type_id=ticket_type_id, quantity=0)

"""Add tickets to a cart."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from src.application.carts.cart_lines import cart_discount, usable_for
from src.application.carts.check_item import check_item, find_type
from src.application.dtos.cart import CartLine
from src.application.ports.database import Clock, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.cart import MAX_ITEMS, CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden, NotFound, ValidationFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToCartCommand:
    """The tickets to add, in `seat_ids` if any; `user_id` defaults to the actor.

    `code` is a discount code that opens the ticket type, and is put on the cart.
    `unit_price` is what the buyer gives for each ticket of the type, where that is theirs to say.
    """

    ticket_type_id: int
    quantity: int
    seat_ids: Sequence[int] = ()
    unit_price: Decimal | None = None
    user_id: int | None = None
    code: str | None = None


class AddToCart:
    """Add tickets to a cart; for a type in the cart, increase its quantity.

    Authorization: any user for themselves; admins for any user. Refused with `sales_closed` if
    the tickets are not on sale, `ticket_limit_exceeded` above the event's limit per user,
    `validation_failed` for a second currency, or a price that is not theirs to say. A cart takes
    no stock, and availability is not checked. A hidden ticket type is `not_found` without a `code`
    that opens it, here or on the cart; `discount_invalid` says why a code for these tickets cannot
    be used.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: AddToCartCommand) -> CartLine:
        user_id = command.user_id or actor.id
        if user_id != actor.id and not actor.is_admin:
            raise Forbidden("Only an administrator may fill another user's cart.")
        async with self._unit_of_work() as uow:
            await uow.users.get(user_id)
            event, ticket_type = await find_type(uow, actor, command.ticket_type_id)
            items = (await uow.carts.lock([user_id]))[user_id]
            code = await self._code(uow, command, event, ticket_type, user_id, actor)
            others = [other for other in items if other.ticket_type_id != ticket_type.id]
            item = _item_of(items, user_id, event, ticket_type.id)
            item.add(command.quantity, command.seat_ids)
            if command.unit_price is not None:
                item.unit_price = ticket_type.require_unit_price(command.unit_price, event.currency)
            line = CartLine(item, event, ticket_type)
            await self._require_room(uow, line, others)
            await check_item(uow, line, others, more=command.quantity, now=self._clock())
            await uow.carts.put(item)
            if code is not None:
                await uow.carts.set_discount(user_id, code.id)
            await uow.commit()
        return line

    async def _code(
        self,
        uow: UnitOfWork,
        command: AddToCartCommand,
        event: Event,
        ticket_type: TicketType,
        user_id: int,
        actor: Actor,
    ) -> Discount | None:
        """The code to put on the cart, if any. Raises NotFound, DiscountInvalid."""
        is_secret = ticket_type.is_hidden and not event.is_managed_by(actor)
        on_cart = await uow.carts.discount_id(user_id) if is_secret else None
        if command.code is not None:
            named = await uow.discounts.named(command.code, [event.id])
        elif on_cart is not None:
            named = await uow.discounts.like(on_cart, [event.id])
        else:
            named = []
        known = await cart_discount(user_id, named, uow.discounts, self._clock())
        found = known.opening(ticket_type.id) if is_secret else known
        if is_secret and not found.candidates:
            raise NotFound("ticket type", ticket_type.id)
        if command.code is None and not is_secret:
            return None
        return usable_for(found, event, ticket_type.id, self._clock())

    async def _require_room(
        self, uow: UnitOfWork, line: CartLine, others: Sequence[CartItem]
    ) -> None:
        if len(others) >= MAX_ITEMS:
            message = f"A cart holds at most {MAX_ITEMS} items."
            raise ValidationFailed("body.ticket_type_id", message)
        events = await uow.events.by_ids({item.event_id for item in others})
        for event in events.values():
            if event.currency != line.event.currency:
                message = f"The cart holds prices in {event.currency}; this one is in another."
                raise ValidationFailed("body.ticket_type_id", message)


def _item_of(
    items: Sequence[CartItem], user_id: int, event: Event, ticket_type_id: int
) -> CartItem:
    """Return the cart's item of this type, or a new, empty one."""
    for item in items:
        if item.ticket_type_id == ticket_type_id:
            return item
    return CartItem(user_id=user_id, event_id=event.id, ticket_type_id=ticket_type_id, quantity=0)

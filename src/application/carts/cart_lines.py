"""Shared by the readers of carts: items with their events and ticket types, and their total."""

from collections.abc import Sequence
from datetime import datetime

from src.application.dtos.cart import CartDiscount, CartLine, CartTotal
from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.errors import DiscountInvalid, NotFound, ValidationFailed
from src.domain.repositories.cart import CartRepository
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import price_lines
from src.domain.services.pricing import total


async def cart_lines(
    items: Sequence[CartItem], events: EventRepository, ticket_types: TicketTypeRepository
) -> list[CartLine]:
    """The items with what they are for; one whose ticket type went this moment is left out."""
    known_events = await events.by_ids({item.event_id for item in items})
    known_types = await ticket_types.by_ids({item.ticket_type_id for item in items})
    return [
        CartLine(item, known_events[item.event_id], known_types[item.ticket_type_id])
        for item in items
        if item.event_id in known_events and item.ticket_type_id in known_types
    ]


async def discount_on_cart(
    user_id: int, carts: CartRepository, discounts: DiscountRepository
) -> CartDiscount | None:
    """The code on the user's cart, if there is one."""
    discount_id = await carts.discount_id(user_id)
    if discount_id is None:
        return None
    try:
        discount = await discounts.get(discount_id)
    except NotFound:
        return CartDiscount(None)
    uses = await discounts.uses_by_user([discount_id], [user_id])
    return CartDiscount(discount, uses.get((discount_id, user_id), 0))


def require_applicable(code: CartDiscount, lines: Sequence[CartLine], now: datetime) -> Discount:
    """The discount, if it counts for these lines now. Raises DiscountInvalid."""
    if code.discount is None:
        raise DiscountInvalid("unknown", "There is no such discount code.")
    code.discount.require_usable(used_by_user=code.used_by_user, now=now)
    subtotals = [(line.event, line.ticket_type.id, line.subtotal) for line in lines]
    code.discount.amounts(subtotals, currency=lines[0].event.currency if lines else "")
    return code.discount


def cart_total(
    user_id: int, lines: Sequence[CartLine], code: CartDiscount | None, now: datetime
) -> CartTotal:
    """What the lines cost now; a code that does not count takes nothing off.

    Raises ValidationFailed where the lines have no common currency any more.
    """
    currencies = {line.event.currency for line in lines}
    if len(currencies) > 1:
        message = "The prices in this cart are in several currencies by now. Take some out."
        raise ValidationFailed("path.user_id", message)
    discount, problem = None, None
    if code is not None and lines:
        try:
            discount = require_applicable(code, lines, now)
        except DiscountInvalid as refusal:
            problem = refusal.detail
    wanted = [(line.event, line.ticket_type, line.item.quantity) for line in lines]
    known = code.discount if code else None
    return CartTotal(
        user_id=user_id,
        items=len(lines),
        quantity=sum(line.item.quantity for line in lines),
        amounts=total(line.amounts for line in price_lines(wanted, discount)),
        currency=next(iter(currencies), None),
        discount_code=known.code if known else None,
        discount_problem=problem,
    )

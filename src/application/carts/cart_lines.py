"""Shared by reads of carts: items with their events and ticket types, and their total."""

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
    """Return the items with their events and ticket types, without those just deleted."""
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
    """Return the discount code on the user's cart, if any."""
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
    """Return the discount if it applies to these lines now. Raises DiscountInvalid."""
    if code.discount is None:
        raise DiscountInvalid("unknown", "There is no such discount code.")
    code.discount.require_usable(used_by_user=code.used_by_user, now=now)
    subtotals = [(line.event, line.ticket_type.id, line.subtotal) for line in lines]
    code.discount.amounts(subtotals, currency=lines[0].event.currency if lines else "")
    return code.discount


def cart_total(
    user_id: int, lines: Sequence[CartLine], code: CartDiscount | None, now: datetime
) -> CartTotal:
    """Compute the total of the lines; a discount code that cannot be used is not applied.

    Raises ValidationFailed when the lines no longer have one currency.
    """
    currencies = {line.event.currency for line in lines}
    if len(currencies) > 1:
        message = "The prices in this cart are now in several currencies. Remove some items."
        raise ValidationFailed("path.user_id", message)
    discount, problem = None, None
    if code is not None and lines:
        try:
            discount = require_applicable(code, lines, now)
        except DiscountInvalid as refusal:
            problem = refusal.detail
    wanted = [
        (line.event, line.ticket_type, quantity, price)
        for line in lines
        for price, quantity in line.prices
    ]
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

"""Shared by reads of carts: items with their events and ticket types, and their total."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from src.application.dtos.cart import CartDiscount, CartLine, CartTotal
from src.domain.entities.cart import CartItem
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import DiscountInvalid, ValidationFailed
from src.domain.repositories.discount import DiscountRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.services.checkout import price_lines
from src.domain.services.discount_choice import choose_discount
from src.domain.services.pricing import total

ENOUGH = Decimal(10) ** 15
"""Above every minimum."""


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


async def cart_discount(
    user_id: int, candidates: Sequence[Discount], discounts: DiscountRepository, now: datetime
) -> CartDiscount:
    """These codes as they can be used now by the cart's user."""
    ids = [discount.id for discount in candidates]
    await discounts.without_lapsed(candidates, now)
    uses = await discounts.uses_by_user(ids, [user_id], now)
    used_by_user = {discount_id: number for (discount_id, _), number in uses.items()}
    return CartDiscount(candidates, used_by_user)


def choose_for_cart(
    code: CartDiscount, lines: Sequence[CartLine], now: datetime, *, actor: Actor
) -> Discount:
    """Return the code that the cart would use if it were ordered now. Raises DiscountInvalid."""
    return choose_discount(
        code.candidates,
        [
            DiscountLine(line.event, line.ticket_type.id, line.subtotal, line.item.quantity)
            for line in lines
        ],
        currency=lines[0].event.currency if lines else "",
        used_by_user=code.used_by_user,
        now=now,
        opening={line.ticket_type.id for line in _hidden(lines, actor)},
    )


def usable_for(code: CartDiscount, event: Event, ticket_type_id: int, now: datetime) -> Discount:
    """Return a code that can be used for tickets of this type, whatever they cost together.

    Raises DiscountInvalid.
    """
    # One ticket: whether there is enough in the cart is for the cart's total to say.
    line = DiscountLine(event, ticket_type_id, ENOUGH)
    return choose_discount(
        code.candidates,
        [line],
        currency=event.currency,
        used_by_user=code.used_by_user,
        now=now,
    )


def _hidden(lines: Sequence[CartLine], actor: Actor) -> list[CartLine]:
    """The lines that the actor needs a code for."""
    return [
        line for line in lines if line.ticket_type.is_hidden and not line.event.is_managed_by(actor)
    ]


def cart_total(
    user_id: int,
    lines: Sequence[CartLine],
    code: CartDiscount | None,
    now: datetime,
    *,
    actor: Actor,
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
            discount = choose_for_cart(code, lines, now, actor=actor)
        except DiscountInvalid as refusal:
            problem = refusal.detail
    elif hidden := _hidden(lines, actor):
        problem = f'Tickets of the type "{hidden[0].ticket_type.name}" need the code for them.'
    wanted = [
        (line.event, line.ticket_type, quantity, price)
        for line in lines
        for price, quantity in line.prices
    ]
    return CartTotal(
        user_id=user_id,
        items=len(lines),
        quantity=sum(line.item.quantity for line in lines),
        amounts=total(line.amounts for line in price_lines(wanted, discount)),
        currency=next(iter(currencies), None),
        discount_code=code.name if code else None,
        discount_problem=problem,
    )

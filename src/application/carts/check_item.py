"""Shared by changes of a cart: access to its items, and their validity."""

from collections.abc import Sequence
from datetime import datetime

from src.application.dtos.cart import CartLine
from src.application.ports.database import UnitOfWork
from src.domain.entities.cart import CartItem
from src.domain.entities.event import Event, Seating
from src.domain.entities.seat_plan import types_by_section
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, ValidationFailed


async def find_type(uow: UnitOfWork, actor: Actor, ticket_type_id: int) -> tuple[Event, TicketType]:
    """Return the ticket type, hidden or not, and its event. Raises NotFound, also for a draft."""
    ticket_type = await uow.ticket_types.get(ticket_type_id)
    try:
        event = await uow.events.get(ticket_type.event_id)
        event.require_visible_to(actor)
    except NotFound:
        raise NotFound("ticket type", ticket_type_id) from None
    return event, ticket_type


async def lock_item(
    uow: UnitOfWork, actor: Actor, cart_item_id: int
) -> tuple[CartItem, list[CartItem]]:
    """Lock the cart of an item; the item, and the other items of the cart.

    Raises NotFound, also when it is in another user's cart.
    """
    user_id = (await uow.carts.get(cart_item_id)).user_id
    if user_id != actor.id and not actor.is_admin:
        raise NotFound("cart item", cart_item_id)
    items = (await uow.carts.lock([user_id]))[user_id]
    for item in items:
        if item.id == cart_item_id:
            return item, [other for other in items if other is not item]
    raise NotFound("cart item", cart_item_id)


async def check_item(
    uow: UnitOfWork, line: CartLine, others: Sequence[CartItem], *, more: int, now: datetime
) -> None:
    """Check that the item, `more` tickets of which are new, may be in a cart with the others.

    Availability is not checked, because a cart takes no stock. Raises SalesClosed,
    TicketLimitExceeded, ValidationFailed, NotFound.
    """
    line.event.require_on_sale(now)
    line.ticket_type.require_on_sale(now)
    await _check_seats(uow, line)
    if line.ticket_type.admits and line.event.max_tickets_per_user is not None:
        in_cart = await _admissions(uow, line.event, others) + line.item.quantity - more
        line.event.require_limit(more, held=in_cart)


async def _admissions(uow: UnitOfWork, event: Event, items: Sequence[CartItem]) -> int:
    """Return how many tickets of the event are among the items, without its add-ons."""
    of_event = [item for item in items if item.event_id == event.id]
    if not of_event:
        return 0
    types = await uow.ticket_types.by_ids({item.ticket_type_id for item in of_event})
    return sum(item.quantity for item in of_event if types[item.ticket_type_id].admits)


async def _check_seats(uow: UnitOfWork, line: CartLine) -> None:
    seat_ids, event = line.item.seat_ids, line.event
    if not seat_ids:
        return
    if event.seating is not Seating.RESERVED or event.venue_id is None:
        raise ValidationFailed("body.seat_ids", "The seats of this event are not reserved.")
    seats = await uow.venues.seats_by_ids(event.venue_id, seat_ids)
    types = await uow.ticket_types.of_event(event.id)
    sellers = types_by_section(types, {seat.section for seat in seats})
    sold = {
        seat.id
        for seat in seats
        if seat.section in sellers and sellers[seat.section].id == line.ticket_type.id
    }
    for seat_id in seat_ids:
        if seat_id not in sold:
            raise NotFound("seat", seat_id)

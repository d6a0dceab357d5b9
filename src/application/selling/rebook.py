"""Rebooking of an expired order whose payment arrived late."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from src.application.ports.database import UnitOfWork
from src.application.selling.hold_account import hold_account
from src.application.selling.order_for_update import LockedOrder
from src.application.selling.read_stock import read_stock, release_lapsed_holds
from src.application.selling.store_sales import booking_entry
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event, EventEnd
from src.domain.entities.order import LateRefusal, Order
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import (
    InsufficientTickets,
    NotFound,
    SeatTaken,
    TicketLimitExceeded,
    ValidationFailed,
)
from src.domain.services.allocation import AllocationRequest, TicketRequest
from src.domain.shared.codes import RandomCode, booking_reference

ENDS = {
    EventEnd.DELETED: LateRefusal.EVENT_DELETED,
    EventEnd.CANCELLED: LateRefusal.EVENT_CANCELLED,
    EventEnd.OVER: LateRefusal.EVENT_OVER,
}


async def rebook(
    uow: UnitOfWork, locked: LockedOrder, now: datetime, random_code: RandomCode
) -> LateRefusal | None:
    """Confirm the order with the same seats, types and prices, or return why that cannot be.

    It asks for stock, seats, the limit per person and the event's being alive, and for nothing
    else that a new sale is asked for: what was ordered in time is only paid late. Expired
    bookings keep their status; new bookings replace them in the order.

    Raises Unavailable while the buyer's account is being changed by somebody else.
    """
    order = locked.order
    expired = order.current_bookings
    for booking in expired:
        if (why := _why_not(booking, locked.events[booking.event_id], now)) is not None:
            return why
    try:
        await hold_account(uow, order.user_id)
    except NotFound:
        return LateRefusal.BUYER_DELETED
    try:
        for booking in expired:
            await _require_free(uow, booking, now)
    except TicketLimitExceeded:
        return LateRefusal.OVER_LIMIT
    # A ticket type or a seat that is there no more is not to be had either.
    except (InsufficientTickets, SeatTaken, NotFound, ValidationFailed):
        return LateRefusal.TICKETS_GONE
    for booking in expired:
        replacement = _replacement(booking, now, random_code)
        await uow.bookings.add([replacement])
        await uow.audit.record([booking_entry(replacement, None)])
        order.bookings.append(replacement)
        for item in order.items:
            if item.booking_id == booking.id:
                item.booking_id = replacement.id
    await uow.orders.save_items(order.items)
    await _count_use(uow, order)
    order.confirm(now=now, random_code=random_code, is_late=True)
    return None


def _why_not(booking: Booking, event: Event, now: datetime) -> LateRefusal | None:
    """Why nobody can come to the event with what was ordered, as far as it knows itself."""
    if (end := event.why_not_alive(now)) is not None:
        return ENDS[end]
    return LateRefusal.CURRENCY_CHANGED if booking.currency != event.currency else None


async def _count_use(uow: UnitOfWork, order: Order) -> None:
    """Count the order as a use of its code again, unless others have had the last of them."""
    if order.discount_id is not None and not order.counts_use:
        discount = (await uow.discounts.lock([order.discount_id]))[order.discount_id]
        order.counts_use = discount.has_room(order.discount_tickets)


async def _require_free(uow: UnitOfWork, booking: Booking, now: datetime) -> None:
    """Raise the refusal if the same tickets are not to be had any more."""
    await release_lapsed_holds(uow, [booking.event_id], now)
    event, ticket_types = await uow.events.read_for_sale(booking.event_id)
    seated: dict[int, list[int]] = {}
    for ticket in booking.tickets:
        if ticket.seat is not None:
            seated.setdefault(ticket.ticket_type_id, []).append(ticket.seat.id)
    counts = Counter(ticket.ticket_type_id for ticket in booking.tickets)
    request = AllocationRequest(
        buyer_id=booking.user_id,
        is_late=True,
        sees_hidden=True,
        items=tuple(
            TicketRequest(
                quantity=quantity,
                ticket_type_id=ticket_type_id,
                seat_ids=tuple(seated.get(ticket_type_id, ())),
            )
            for ticket_type_id, quantity in counts.items()
        ),
    )
    stock = await read_stock(uow, event, ticket_types, [request])
    stock.allocate(request, now)


def _replacement(booking: Booking, now: datetime, random_code: RandomCode) -> Booking:
    replacement = Booking(
        reference=booking_reference(random_code),
        user_id=booking.user_id,
        event_id=booking.event_id,
        order_id=booking.order_id,
        quantity=booking.quantity,
        total_amount=booking.total_amount,
        currency=booking.currency,
        status=BookingStatus.PENDING,
        booking_date=now,
        expires_at=now,
        tickets=[_unsaved_copy(ticket) for ticket in booking.tickets],
    )
    replacement.confirm(now=now, random_code=random_code, is_late=True)
    return replacement


def _unsaved_copy(ticket: Ticket) -> Ticket:
    return replace(ticket, id=0, booking_id=0, ticket_code=None, status=TicketStatus.RESERVED)

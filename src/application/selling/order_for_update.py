"""Shared by changes of orders: lock the events, then the order, read it, store what changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from src.application.ports.database import AuditEntry, UnitOfWork
from src.application.selling.booking_entry import booking_entry
from src.application.selling.store_sales import order_entry
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.transaction import Transaction
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound, Unavailable


@dataclass(frozen=True, slots=True)
class LockedOrder:
    """An order that is locked until the transaction ends, and its events by id."""

    order: Order
    events: dict[int, Event]


async def lock_order(
    uow: UnitOfWork, order_id: int, *, others: Collection[int] = ()
) -> LockedOrder:
    """Lock the events in id order, then the order, which may be deleted: it may still be paid.

    `others` are orders that are locked with it, in id order.

    Raises NotFound; Unavailable when the order got another event in the meantime.
    """
    event_ids = await uow.orders.event_ids([order_id])
    events = {
        event_id: await uow.events.lock(event_id, with_deleted=True) for event_id in event_ids
    }
    await uow.orders.lock([order_id, *others])
    order = await uow.orders.get_any(order_id)
    if not events.keys() >= set(order.event_ids):
        raise Unavailable()
    return LockedOrder(order, events)


def require_order_party(actor: Actor, order: Order, events: Sequence[Event]) -> None:
    """Raise NotFound unless the actor is the buyer, an admin, or organizes all its events."""
    if actor.id != order.user_id and not manages_all(actor, events):
        raise NotFound("order", order.id)


def manages_all(actor: Actor, events: Sequence[Event]) -> bool:
    """Whether the actor is an admin, or the organizer of all these events."""
    return actor.is_admin or (bool(events) and all(event.is_managed_by(actor) for event in events))


def require_unpaid(order: Order, transactions: Sequence[Transaction]) -> None:
    """Raise InvalidState if the order has a payment that is not being refunded.

    What was paid for an order that still waits has bought nothing, and goes back when it ends.
    """
    if order.status is not OrderStatus.PENDING and any(
        transaction.refundable for transaction in transactions
    ):
        why = "It is paid: ask the organizer for a refund, which cancels it."
        raise InvalidState("order", order.status.value, OrderStatus.CANCELLED.value, why)


async def save_order(uow: UnitOfWork, order: Order, before: Order, actor: Actor | None) -> None:
    """Store and audit what changed in the order and its bookings since `before`, a copy."""
    entries = []
    known = {booking.id: booking for booking in before.bookings}
    for booking in order.bookings:
        if booking.id in known and booking != known[booking.id]:
            await uow.bookings.save(booking)
            if not _only_lost_tickets(booking, known[booking.id]):
                entries.append(booking_entry(booking, known[booking.id].status, actor))
    if _state(order) != _state(before):
        await uow.orders.save(order)
        entries.append(order_entry(order, actor, before.status))
    await uow.audit.record(entries)


async def complete_orders(
    uow: UnitOfWork, event_id: int, now: datetime, *, by: Actor | None
) -> list[AuditEntry]:
    """Complete the orders whose events have all ended with this one; their audit entries."""
    return [
        AuditEntry(
            "order.completed",
            subject="order",
            subject_id=order_id,
            event_id=event_id,
            before={"status": "confirmed"},
            after={"status": "completed"},
            by=by,
        )
        for order_id in await uow.orders.complete(event_id, now)
    ]


def _only_lost_tickets(booking: Booking, before: Booking) -> bool:
    """Whether it stays confirmed without some of its tickets, which have entries of their own."""
    return booking.status is before.status is BookingStatus.CONFIRMED


def _state(order: Order) -> tuple[object, ...]:
    return (
        order.status,
        order.expires_at,
        order.late_payment,
        order.late_refusal,
        order.discount_id,
        order.deleted_at,
        # Adding free tickets changes the subtotal before discounts, but not the total.
        order.subtotal,
        order.total_amount,
        order.tax_amount,
        order.discount_id,
        order.discount_tickets,
        order.counts_use,
        order.contact_name,
        order.contact_email,
        order.contact_phone,
        order.notes,
    )

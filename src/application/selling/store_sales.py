"""Storing of sales: one statement each for orders, bookings, tickets, items and audit log."""

from collections.abc import Sequence

from src.application.ports.database import AuditEntry, UnitOfWork
from src.application.selling.purchase import Sale
from src.domain.entities.booking import Booking
from src.domain.entities.order import Order
from src.domain.entities.user import Actor


async def store_sales(uow: UnitOfWork, sales: Sequence[tuple[Actor, Sale]]) -> None:
    """Store sales with their actors, and set the ids of orders, bookings and tickets."""
    orders = [sale.order for _, sale in sales if sale.order is not None]
    if orders:
        await uow.orders.add(orders)
        for order in orders:
            for booking in order.bookings:
                booking.order_id = order.id
    await uow.bookings.add([booking for _, sale in sales for booking in sale.bookings])
    if orders:
        await _store_items(uow, orders)
    entries = [booking_entry(booking, actor) for actor, sale in sales for booking in sale.bookings]
    entries += [order_entry(sale.order, actor) for actor, sale in sales if sale.order is not None]
    await uow.audit.record(entries)


async def _store_items(uow: UnitOfWork, orders: Sequence[Order]) -> None:
    for order in orders:
        booking_ids = {booking.event_id: booking.id for booking in order.bookings}
        for item in order.items:
            item.order_id = order.id
            item.booking_id = booking_ids[item.event_id]
    await uow.orders.add_items([item for order in orders for item in order.items])


def booking_entry(booking: Booking, actor: Actor | None) -> AuditEntry:
    """Return the audit entry of a new booking."""
    return AuditEntry(
        f"booking.{booking.status}",
        subject="booking",
        subject_id=booking.id,
        event_id=booking.event_id,
        after={
            "status": booking.status,
            "user_id": booking.user_id,
            "quantity": booking.quantity,
            "total_amount": booking.total_amount,
            # Not the reason, which may name people: the log cannot forget them.
            **({"complimentary": True} if booking.is_complimentary else {}),
        },
        by=actor,
    )


def order_entry(order: Order, actor: Actor | None, before: str | None = None) -> AuditEntry:
    """Return the audit entry of a new order, or of a changed one with the status `before`."""
    return AuditEntry(
        f"order.{order.status}",
        subject="order",
        subject_id=order.id,
        before={"status": before} if before else None,
        after={
            "status": order.status,
            "user_id": order.user_id,
            "total_amount": order.total_amount,
        },
        by=actor,
    )

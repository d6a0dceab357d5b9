"""Tickets wait for money that takes days, as long as their events let them."""

from datetime import datetime

from src.application.selling.order_for_update import LockedOrder
from src.domain.entities.event import Event
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import Transaction
from src.domain.services.payment_terms import waits_until


def events_of(locked: LockedOrder) -> list[Event]:
    """The events of the order's present bookings."""
    return [locked.events[event_id] for event_id in locked.order.event_ids]


def await_money(locked: LockedOrder, payment: Transaction, now: datetime) -> None:
    """Hold the tickets of a waiting order for this payment, counted from when they were held.

    Nothing changes where the events let them wait no longer than any other hold.
    """
    order = locked.order
    is_waiting = order.status is OrderStatus.PENDING and not order.is_lapsed(now)
    if not is_waiting or order.has_lost_tickets or order.held_since is None:
        return
    until = waits_until(events_of(locked), order.held_since)
    if until is not None:
        order.wait_until(until)
        payment.due_at = order.expires_at

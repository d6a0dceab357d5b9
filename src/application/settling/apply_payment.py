"""What money that has arrived buys: the order it is for, or nothing, so that it goes back."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from src.application.ports.database import UnitOfWork
from src.application.selling.order_for_update import LockedOrder
from src.application.selling.rebook import rebook
from src.application.settling.refund_intent import only_event_of, refund_intent
from src.domain.entities.event import EventStatus
from src.domain.entities.order import LateRefusal, Order, OrderStatus
from src.domain.entities.transaction import Transaction
from src.domain.services.bookkeeping import payment_entries, unapplied_entry
from src.domain.shared.codes import RandomCode
from src.domain.shared.money import with_decimals

TOO_LATE = {
    LateRefusal.TICKETS_GONE: "The money came after the deadline, and the tickets were gone.",
    LateRefusal.OVER_LIMIT: "The money came after the deadline, and the buyer had as many other "
    "tickets by then as one person may have.",
    LateRefusal.EVENT_CANCELLED: "The money came after the deadline, and the event was cancelled.",
    LateRefusal.EVENT_DELETED: "The money came after the deadline, and the event was withdrawn.",
    LateRefusal.EVENT_OVER: "The money came after the deadline, and the event was over.",
    LateRefusal.CURRENCY_CHANGED: "The money came after the deadline, and the event was sold in "
    "another currency by then.",
    LateRefusal.BUYER_DELETED: "The money came after the deadline, and the buyer's account was "
    "deleted by then.",
}
BOUGHT_NOTHING = "The order no longer waited for this payment."
PAID_TWICE = "The order was paid by another payment."
EVENT_CANCELLED = "The event was cancelled before the money came."
ORDER_CANCELLED = "The order was cancelled before the money came."
ORDER_DELETED = "The order was deleted before the money came."
SURPLUS = "More was paid than the order cost."


async def apply_payment(
    uow: UnitOfWork,
    locked: LockedOrder,
    payment: Transaction,
    now: datetime,
    random_code: RandomCode,
) -> Transaction | None:
    """Record that the payment succeeded, and confirm its order if it pays for it.

    Returns the refund of what bought nothing, if any: all of the payment, or what it is more
    than the order costs. All of it is booked. Raises Unavailable, CodeCollision.
    """
    order = locked.order
    payment.succeed(now)
    others = [
        other for other in await uow.transactions.of_order(order.id) if other.id != payment.id
    ]
    reason = await _why_not(uow, locked, payment, others, now, random_code)
    if reason is not None:
        await uow.ledger.add([unapplied_entry(order, payment, now)])
        return await _refund(uow, order, payment, payment.amount, reason)
    await uow.ledger.add(payment_entries(order, payment, now))
    surplus = payment.amount - order.total_amount
    if not surplus:
        return None
    await uow.ledger.add([unapplied_entry(order, payment, now, amount=surplus)])
    return await _refund(uow, order, payment, surplus, SURPLUS)


async def _refund(
    uow: UnitOfWork, order: Order, payment: Transaction, amount: Decimal, reason: str
) -> Transaction:
    refund = refund_intent(payment, amount, reason=reason, event_id=only_event_of(order))
    await uow.transactions.add([refund])
    return refund


async def _why_not(
    uow: UnitOfWork,
    locked: LockedOrder,
    payment: Transaction,
    others: Sequence[Transaction],
    now: datetime,
    random_code: RandomCode,
) -> str | None:
    """Apply the payment to the order, which confirms it; why not, if it cannot pay for it."""
    order = locked.order
    if (why := _why_no_payment(order, payment, others)) is not None:
        return why
    match order.status:
        case OrderStatus.PENDING:
            is_late = order.is_lapsed(now)
            order.confirm(now=now, random_code=random_code, is_late=is_late)
            if is_late:
                order.honour_late()
            return None
        case OrderStatus.EXPIRED:
            refusal = await rebook(uow, locked, now, random_code)
            if refusal is None:
                order.honour_late()
                return None
            order.refuse_late(refusal)
            return TOO_LATE[refusal]
        case OrderStatus.CONFIRMED | OrderStatus.COMPLETED:
            # Its organizer confirmed it while the payment was under way; it is not paid yet.
            is_unpaid = not order.has_lost_tickets and not any(other.is_paid for other in others)
            return None if is_unpaid else BOUGHT_NOTHING
    return _why_cancelled(locked)


def _why_no_payment(
    order: Order, payment: Transaction, others: Sequence[Transaction]
) -> str | None:
    """Why this payment cannot pay for the order, whatever becomes of that; None if it can."""
    if order.deleted_at is not None:
        return ORDER_DELETED
    if any(other.refundable for other in others):
        return PAID_TWICE
    if payment.currency != order.currency or payment.amount < order.total_amount:
        came = with_decimals(payment.amount, payment.currency)
        costs = with_decimals(order.total_amount, order.currency)
        return f"{came} {payment.currency} came; the order costs {costs} {order.currency}."
    return None


def _why_cancelled(locked: LockedOrder) -> str:
    is_off = any(event.status is EventStatus.CANCELLED for event in locked.events.values())
    return EVENT_CANCELLED if is_off else ORDER_CANCELLED

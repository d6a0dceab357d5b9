"""What money that has arrived buys: the order it is for, or nothing, so that it goes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from src.application.ports.database import AuditEntry, UnitOfWork
from src.application.ports.payments import MANUAL
from src.application.selling.order_for_update import LockedOrder
from src.application.selling.rebook import rebook
from src.application.settling.refund_intent import (
    has_bought_tickets,
    only_event_of,
    refund_entry,
    refund_intent,
)
from src.domain.entities.event import EventStatus
from src.domain.entities.order import LateRefusal, Order, OrderStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.services.bookkeeping import joint_entries, unapplied_entry
from src.domain.services.part_payments import KeptPart, part_payments
from src.domain.shared.codes import RandomCode
from src.domain.shared.money import ZERO, with_decimals

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
NOT_ALL = "The order ended before all of its money had come."
SURPLUS = "More was paid than the order cost."


@dataclass(frozen=True, slots=True)
class Arrival:
    """A payment whose money is here: its order, the other transactions, and the parts kept."""

    locked: LockedOrder
    payment: Transaction
    others: Sequence[Transaction]
    parts: Sequence[KeptPart]

    @property
    def order(self) -> Order:
        return self.locked.order

    @property
    def total(self) -> Decimal:
        """All that is here for the order now."""
        return self.payment.amount + sum((part.amount for part in self.parts), ZERO)

    @property
    def missing(self) -> Decimal:
        """What was missing until now."""
        return self.order.total_amount - self.total + self.payment.amount


async def apply_payment(
    uow: UnitOfWork,
    locked: LockedOrder,
    payment: Transaction,
    now: datetime,
    random_code: RandomCode,
    actor: Actor | None = None,
) -> Transaction | None:
    """Record that the payment succeeded, and confirm its order if it pays for it.

    What an organizer notes of a bank transfer that is too small is kept while the order waits,
    and the rest is asked for. Returns the refund of what bought nothing, if any: all of the
    payment, or what it is more than the order costs. All of it is booked. Raises Unavailable,
    CodeCollision.
    """
    order = locked.order
    payment.succeed(now)
    others = [
        other for other in await uow.transactions.of_order(order.id) if other.id != payment.id
    ]
    arrival = Arrival(locked, payment, others, part_payments(order, others))
    is_part = _is_part(arrival, now)
    if is_part:
        payment.lacks(arrival.missing)
    if payment.requested_amount is not None:
        # Its refund may be larger than what was asked for, and the rest is another open payment.
        await uow.transactions.save(payment)
    if is_part:
        await _ask_for_rest(uow, arrival, now, actor)
        return None
    reason = await _why_not(uow, arrival, now, random_code)
    if reason is not None:
        await uow.ledger.add([unapplied_entry(order, payment, now)])
        return await _refund(uow, order, payment, payment.amount, reason)
    booked = [(part, await uow.ledger.of_payment(part.payment.id)) for part in arrival.parts]
    await uow.ledger.add(joint_entries(order, payment, booked, now))
    surplus = arrival.total - order.total_amount
    if not surplus:
        return None
    await uow.ledger.add([unapplied_entry(order, payment, now, amount=surplus)])
    return await _refund(uow, order, payment, surplus, SURPLUS)


def _is_part(arrival: Arrival, now: datetime) -> bool:
    """Whether the payment is kept until the rest comes.

    Only of what a person notes: a provider gives too little money back at once.
    """
    order, payment = arrival.order, arrival.payment
    is_waiting = order.status is OrderStatus.PENDING and not order.is_lapsed(now)
    has_other = any(
        other.is_payment and other.status is TransactionStatus.PENDING for other in arrival.others
    )
    return (
        payment.provider == MANUAL
        and is_waiting
        and not has_other
        and payment.currency == order.currency
        and arrival.total < order.total_amount
    )


async def _ask_for_rest(
    uow: UnitOfWork, arrival: Arrival, now: datetime, actor: Actor | None
) -> None:
    """Book the part, and begin a payment of what is missing."""
    order, payment = arrival.order, arrival.payment
    await uow.ledger.add([unapplied_entry(order, payment, now)])
    rest = Transaction(
        order_id=order.id,
        kind=TransactionKind.PAYMENT,
        provider=MANUAL,
        payment_method=payment.payment_method,
        amount=order.total_amount - arrival.total,
        currency=order.currency,
        idempotency_key=f"payment-{uuid4().hex}",
        due_at=payment.due_at,
    )
    await uow.transactions.add([rest])
    entry = AuditEntry(
        "payment.started",
        subject="transaction",
        subject_id=rest.id,
        after={"status": rest.status, "amount": rest.amount, "provider": MANUAL},
        by=actor,
    )
    await uow.audit.record([entry])


async def return_parts(uow: UnitOfWork, order: Order) -> list[Transaction]:
    """Begin the refunds of parts that were kept for an order that waits no longer."""
    if order.status not in (OrderStatus.CANCELLED, OrderStatus.EXPIRED):
        return []
    parts = part_payments(order, await uow.transactions.of_order(order.id))
    refunds = [
        await _refund(uow, order, part.payment, part.amount, NOT_ALL)
        for part in parts
        # What has paid for tickets is what a cancellation policy keeps.
        if not await has_bought_tickets(uow, part.payment)
    ]
    await uow.audit.record([refund_entry(refund, None) for refund in refunds])
    return refunds


async def _refund(
    uow: UnitOfWork, order: Order, payment: Transaction, amount: Decimal, reason: str
) -> Transaction:
    refund = refund_intent(payment, amount, reason=reason, event_id=only_event_of(order))
    await uow.transactions.add([refund])
    return refund


async def _why_not(
    uow: UnitOfWork, arrival: Arrival, now: datetime, random_code: RandomCode
) -> str | None:
    """Apply the payment to the order, which confirms it; why not, if it cannot pay for it."""
    order, locked, others = arrival.order, arrival.locked, arrival.others
    if (why := _why_no_payment(arrival)) is not None:
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


def _why_no_payment(arrival: Arrival) -> str | None:
    """Why this payment cannot pay for the order, whatever becomes of that; None if it can."""
    order, payment = arrival.order, arrival.payment
    if order.deleted_at is not None:
        return ORDER_DELETED
    kept = {part.payment.id for part in arrival.parts}
    if any(other.refundable and other.id not in kept for other in arrival.others):
        return PAID_TWICE
    if payment.currency != order.currency or arrival.total < order.total_amount:
        came = with_decimals(payment.amount, payment.currency)
        costs = with_decimals(order.total_amount, order.currency)
        return f"{came} {payment.currency} came; the order costs {costs} {order.currency}."
    return None


def _why_cancelled(locked: LockedOrder) -> str:
    is_off = any(event.status is EventStatus.CANCELLED for event in locked.events.values())
    return EVENT_CANCELLED if is_off else ORDER_CANCELLED

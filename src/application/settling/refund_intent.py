"""Refund intents, which are recorded before the provider is asked."""

from collections.abc import Collection
from decimal import Decimal
from uuid import uuid4

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.booking import Booking
from src.domain.entities.order import Order
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import LedgerAccount, Transaction, TransactionKind
from src.domain.entities.user import Actor
from src.domain.services.refund_share import refund_share
from src.domain.shared.money import ZERO


def refund_intent(
    payment: Transaction, amount: Decimal, *, reason: str | None, booking: Booking | None = None
) -> Transaction:
    """Make a pending, unsaved refund of `amount` of the payment, with an idempotency key."""
    return Transaction(
        order_id=payment.order_id,
        kind=TransactionKind.REFUND,
        provider=payment.provider,
        amount=amount,
        currency=payment.currency,
        idempotency_key=f"refund-{uuid4().hex}",
        parent_id=payment.id,
        event_id=booking.event_id if booking else None,
        booking_id=booking.id if booking else None,
        reason=reason,
    )


async def has_bought_tickets(uow: UnitOfWork, payment: Transaction) -> bool:
    """Whether the payment succeeded and paid for tickets."""
    if not payment.is_paid:
        return False
    booked = await uow.ledger.of_payment(payment.id)
    return any(entry.account is not LedgerAccount.UNAPPLIED for entry in booked)


async def payments_of_tickets(uow: UnitOfWork, order: Order) -> list[Transaction]:
    """Return the payments that paid for the order's tickets and can still be refunded."""
    return [
        payment
        for payment in await uow.transactions.of_order(order.id)
        if payment.refundable and await has_bought_tickets(uow, payment)
    ]


async def ticket_refunds(
    uow: UnitOfWork,
    order: Order,
    booking: Booking,
    tickets: Collection[Ticket],
    *,
    reason: str | None,
) -> list[Transaction]:
    """Make pending, unsaved refunds of what was paid for these tickets of a booking."""
    payments = await payments_of_tickets(uow, order)
    refundable = sum((payment.refundable for payment in payments), ZERO)
    left = refund_share(order, tickets, refundable)
    refunds = []
    for payment in payments:
        if amount := min(left, payment.refundable):
            refunds.append(refund_intent(payment, amount, reason=reason, booking=booking))
            left -= amount
    return refunds


def refund_entry(refund: Transaction, actor: Actor | None) -> AuditEntry:
    """Return the audit entry of a new refund."""
    after = {"status": refund.status, "amount": refund.amount, "payment_id": refund.parent_id}
    return AuditEntry(
        "refund.started",
        subject="transaction",
        subject_id=refund.id,
        event_id=refund.event_id,
        after=after,
        by=actor,
    )

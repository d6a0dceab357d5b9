"""The intent of a refund: written down before the provider is asked."""

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
    """A pending refund of so much of the payment, unsaved; with a key for the provider."""
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


async def has_bought(uow: UnitOfWork, payment: Transaction) -> bool:
    """Whether it has arrived and paid for tickets: money that came in vain has not."""
    if not payment.is_paid:
        return False
    booked = await uow.ledger.of_payment(payment.id)
    return any(entry.account is not LedgerAccount.UNAPPLIED for entry in booked)


async def bookings_share(
    uow: UnitOfWork,
    order: Order,
    booking: Booking,
    given_up: Collection[Ticket],
    *,
    reason: str | None,
) -> list[Transaction]:
    """Pending refunds, unsaved, of what was paid for these tickets of one booking."""
    known = await uow.transactions.of_order(order.id)
    payments = [one for one in known if one.refundable and await has_bought(uow, one)]
    left = refund_share(order, given_up, sum((one.refundable for one in payments), ZERO))
    refunds = []
    for payment in payments:
        if amount := min(left, payment.refundable):
            refunds.append(refund_intent(payment, amount, reason=reason, booking=booking))
            left -= amount
    return refunds


def refund_entry(refund: Transaction, actor: Actor | None) -> AuditEntry:
    """The audit entry of a refund that was begun."""
    after = {"status": refund.status, "amount": refund.amount, "payment_id": refund.parent_id}
    return AuditEntry(
        "refund.started",
        subject="transaction",
        subject_id=refund.id,
        event_id=refund.event_id,
        after=after,
        by=actor,
    )

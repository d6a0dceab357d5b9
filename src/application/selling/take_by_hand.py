"""Money that an organizer has taken outside for an order that is paid online."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from src.application.ports.database import AuditEntry, UnitOfWork
from src.application.ports.payments import MANUAL
from src.domain.entities.event import Payment
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.services.bookkeeping import joint_entries
from src.domain.services.part_payments import kept_parts
from src.domain.shared.money import ZERO


async def take_by_hand(uow: UnitOfWork, order: Order, actor: Actor, now: datetime) -> None:
    """Book what the actor took for an order that they have just confirmed.

    It is a successful payment through `manual` of what was missing: the one that the buyer has
    begun, if any. The caller holds the lock of the order. What is not paid online is in no ledger.
    """
    if order.payment is not Payment.ONLINE or not order.total_amount:
        return
    transactions = await uow.transactions.of_order(order.id)
    parts = kept_parts(order, transactions)
    missing = order.total_amount - sum((part.amount for part in parts), ZERO)
    payment = _begun_by_buyer(transactions, missing)
    before = None if payment is None else {"status": payment.status}
    if payment is None:
        payment = Transaction(
            order_id=order.id,
            kind=TransactionKind.PAYMENT,
            provider=MANUAL,
            amount=missing,
            currency=order.currency,
            idempotency_key=f"payment-{uuid4().hex}",
        )
        payment.succeed(now)
        await uow.transactions.add([payment])
    else:
        payment.succeed(now)
        await uow.transactions.save(payment)
    booked = [(part, await uow.ledger.of_payment(part.payment.id)) for part in parts]
    await uow.ledger.add(joint_entries(order, payment, booked, now))
    entry = AuditEntry(
        "payment.success",
        subject="transaction",
        subject_id=payment.id,
        before=before,
        after={"status": payment.status, "amount": payment.amount, "provider": MANUAL},
        by=actor,
    )
    await uow.audit.record([entry])


def _begun_by_buyer(transactions: Sequence[Transaction], missing: Decimal) -> Transaction | None:
    """The buyer's own transfer, which is open still: it is this money."""
    for known in transactions:
        is_open = known.is_payment and known.status is TransactionStatus.PENDING
        if is_open and known.provider == MANUAL and known.amount == missing:
            return known
    return None

"""Money that an organizer has taken outside for an order that is paid online."""

from datetime import datetime
from uuid import uuid4

from src.application.ports.database import AuditEntry, UnitOfWork
from src.application.ports.payments import MANUAL
from src.domain.entities.event import Payment
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.services.bookkeeping import payment_entries


async def take_by_hand(uow: UnitOfWork, order: Order, actor: Actor, now: datetime) -> None:
    """Book what the actor took for an order that they have just confirmed.

    It is a successful payment through `manual`: the one that the buyer has begun, if any. The
    caller holds the lock of the order. What is not paid online is in no ledger.
    """
    if order.payment is not Payment.ONLINE or not order.total_amount:
        return
    payment = await _begun_by_buyer(uow, order)
    before = None if payment is None else {"status": payment.status}
    if payment is None:
        payment = Transaction(
            order_id=order.id,
            kind=TransactionKind.PAYMENT,
            provider=MANUAL,
            amount=order.total_amount,
            currency=order.currency,
            idempotency_key=f"payment-{uuid4().hex}",
        )
        payment.succeed(now)
        await uow.transactions.add([payment])
    else:
        payment.succeed(now)
        await uow.transactions.save(payment)
    await uow.ledger.add(payment_entries(order, payment, now))
    entry = AuditEntry(
        "payment.success",
        subject="transaction",
        subject_id=payment.id,
        before=before,
        after={"status": payment.status, "amount": payment.amount, "provider": MANUAL},
        by=actor,
    )
    await uow.audit.record([entry])


async def _begun_by_buyer(uow: UnitOfWork, order: Order) -> Transaction | None:
    """The buyer's own transfer, which is open still: it is this money."""
    for known in await uow.transactions.of_order(order.id):
        is_open = known.is_payment and known.status is TransactionStatus.PENDING
        if is_open and known.provider == MANUAL and known.amount == order.total_amount:
            return known
    return None

"""Refund intents, which are recorded before the provider is asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

from src.application.ports.database import AuditEntry, UnitOfWork
from src.domain.entities.booking import Booking
from src.domain.entities.order import Order, OrderStatus
from src.domain.entities.ticket import Ticket
from src.domain.entities.transaction import (
    LedgerAccount,
    LedgerEntry,
    Transaction,
    TransactionKind,
    TransactionStatus,
)
from src.domain.entities.user import Actor
from src.domain.services.bookkeeping import refund_entries
from src.domain.services.payment_shares import PaidShare, take_back
from src.domain.services.refund_share import refund_share
from src.domain.shared.money import ZERO

NOTHING_BOUGHT = (LedgerAccount.UNAPPLIED, LedgerAccount.DISPUTED)
STANDING = (OrderStatus.CONFIRMED, OrderStatus.COMPLETED)


def refund_intent(
    payment: Transaction,
    amount: Decimal,
    *,
    reason: str | None,
    booking: Booking | None = None,
    event_id: int | None = None,
) -> Transaction:
    """Make a pending, unsaved refund of `amount` of the payment, with an idempotency key.

    It is of a booking, or of an event, or of an order over several events.
    """
    return Transaction(
        order_id=payment.order_id,
        kind=TransactionKind.REFUND,
        provider=payment.provider,
        amount=amount,
        currency=payment.currency,
        idempotency_key=f"refund-{uuid4().hex}",
        parent_id=payment.id,
        event_id=booking.event_id if booking else event_id,
        booking_id=booking.id if booking else None,
        reason=reason,
    )


def replacement_of(failed: Transaction, amount: Decimal, *, provider: str) -> Transaction:
    """Make a pending, unsaved refund for what a failed one was for, with a key of its own."""
    return replace(
        failed,
        id=0,
        status=TransactionStatus.PENDING,
        provider=provider,
        amount=amount,
        idempotency_key=f"refund-{uuid4().hex}",
        provider_reference=None,
        replaces_id=failed.id,
        owed_amount=ZERO,
        failure=None,
        note=None,
        settled_at=None,
        version=1,
        created_at=None,
        updated_at=None,
    )


def only_event_of(order: Order) -> int | None:
    """The id of the event of an order that has one."""
    event_ids = {item.event_id for item in order.items}
    return event_ids.pop() if len(event_ids) == 1 else None


def take_over_failed(
    transactions: Iterable[Transaction],
    refund: Transaction,
    payment: Transaction,
    order: Order,
    booked: Iterable[LedgerEntry],
) -> list[Transaction]:
    """Record what of earlier, failed refunds of the payment this new one returns; the changed.

    One of all that is left returns all. One of a part, while the order stands, replaces those of
    other parts: a person has decided anew how much goes back. What the payment was more than the
    order cost stays owed until it is back; `booked` are the entries of the payment and its refunds.
    """
    refunds = [known for known in transactions if known.parent_id == payment.id]
    owed = [known for known in refunds if known.owed_amount]
    is_whole = refund.amount == payment.refundable
    changed = [known for known in owed if is_whole or known.booking_id is None]
    left = refund.amount
    idle = (entry.amount for entry in booked if entry.account is LedgerAccount.UNAPPLIED)
    going = (known.amount for known in refunds if known.status is TransactionStatus.PENDING)
    surplus = max(sum(idle, ZERO) - sum(going, ZERO) - refund.amount, ZERO)
    for known in changed:
        if is_whole:
            amount = known.owed_amount
        elif order.status in STANDING:
            amount = max(known.owed_amount - surplus, ZERO)
            surplus -= known.owed_amount - amount
        else:
            amount = min(left, known.owed_amount)
        known.take_over(amount)
        left -= min(left, amount)
    return changed


async def add_refunds(uow: UnitOfWork, refunds: Sequence[Transaction]) -> None:
    """Store new refunds of payments that may have refunds which failed."""
    await uow.transactions.add(refunds)
    await limit_owed(uow, refunds)


async def limit_owed(uow: UnitOfWork, refunds: Sequence[Transaction]) -> None:
    """Let no more be owed of failed refunds than their payments have left beside these ones."""
    order_ids = {refund.order_id for refund in refunds}
    found = await uow.transactions.of_orders(order_ids)
    changed = [each for transactions in found.values() for each in owed_no_more(transactions)]
    if changed:
        await uow.transactions.save(*changed)


def owed_no_more(transactions: Sequence[Transaction]) -> list[Transaction]:
    """Take off what is owed above what is left of the payments, of the oldest first; the changed.

    `transactions` are all of an order's.
    """
    changed = []
    for payment in transactions:
        owed = [known for known in transactions if known.parent_id == payment.id]
        excess = sum((known.owed_amount for known in owed), ZERO) - payment.returnable
        for known in owed:
            amount = min(known.owed_amount, max(excess, ZERO))
            if amount:
                known.take_over(amount)
                changed.append(known)
                excess -= amount
    return changed


async def has_bought_tickets(uow: UnitOfWork, payment: Transaction) -> bool:
    """Whether the payment succeeded and paid for tickets."""
    if not payment.is_paid:
        return False
    booked = await uow.ledger.of_payment(payment.id)
    return any(entry.account not in NOTHING_BOUGHT for entry in booked)


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
    wanted = refund_share(order, tickets, refundable)
    items = {item.id for item in order.items if item.booking_id == booking.id}
    shares = await paid_shares(uow, order, payments)
    amounts = take_back(shares, wanted, items, order.currency)
    return [
        refund_intent(payment, amount, reason=reason, booking=booking)
        for payment, amount in zip(payments, amounts, strict=True)
        if amount
    ]


async def paid_shares(
    uow: UnitOfWork, order: Order, payments: Sequence[Transaction]
) -> list[PaidShare]:
    """Return what is left of each of these payments of the order, refunds under way apart."""
    if len(payments) < 2:
        # Whatever it has paid for, it is this one that gives all back.
        return [PaidShare.of(payment, ()) for payment in payments]
    transactions = await uow.transactions.of_order(order.id)
    shares = []
    for payment in payments:
        booked = await uow.ledger.of_payment(payment.id)
        for refund in transactions:
            is_open = refund.status is TransactionStatus.PENDING
            if refund.parent_id == payment.id and is_open:
                by_ticket = await uow.transactions.refunded_tickets(refund.id)
                at = payment.settled_at or booked[0].at
                booked += refund_entries(order, refund, booked, at, by_ticket)
        shares.append(PaidShare.of(payment, booked))
    return shares


def refund_entry(refund: Transaction, actor: Actor | None) -> AuditEntry:
    """Return the audit entry of a new refund: begun, or done at once."""
    after: dict[str, object] = {
        "status": refund.status,
        "amount": refund.amount,
        "provider": refund.provider,
        "payment_id": refund.parent_id,
    }
    if refund.replaces_id is not None:
        after["replaces_id"] = refund.replaces_id
    return AuditEntry(
        "refund.success" if refund.status is TransactionStatus.SUCCESS else "refund.started",
        subject="transaction",
        subject_id=refund.id,
        event_id=refund.event_id,
        after=after,
        by=actor,
    )

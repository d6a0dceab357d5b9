"""The beginning of a payment: what is asked for, and the payment that is stored for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from src.application.access import require_own_order
from src.application.ports.database import AuditEntry
from src.domain.entities.order import Order
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, ValidationFailed
from src.domain.repositories.idempotency_key import IdempotentRequest
from src.domain.services.part_payments import missing_amount
from src.domain.shared.money import written


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentIntent:
    """The payment of an order through a provider that somebody asks for."""

    actor: Actor
    order_id: int
    provider: str
    payment_method: str | None = None
    idempotency: IdempotentRequest | None = None
    least: Callable[[str], Decimal | None] = lambda currency: None
    """The least amount of a currency that the provider accepts."""


NOTHING_TO_PAY = "There is nothing to pay for this order: confirm it instead."


def pending_payment(
    intent: PaymentIntent, order: Order, transactions: Sequence[Transaction], now: datetime
) -> Transaction | None:
    """The payment that is under way for the order already, if any; without its secrets.

    Raises NotFound (not the buyer's), HoldExpired, InvalidState.
    """
    require_own_order(intent.actor, order)
    order.require_payable(now)
    for known in transactions:
        if known.is_payment and known.status is TransactionStatus.PENDING:
            # The answer is stored with the request's key, where no secret belongs.
            return _same_provider(known, intent.provider).without_secrets()
    if missing_amount(order, transactions) <= 0:
        raise InvalidState("order", order.status.value, "confirmed", NOTHING_TO_PAY)
    return None


def new_payment(
    intent: PaymentIntent, order: Order, transactions: Sequence[Transaction]
) -> Transaction:
    """A payment of what is missing of the order's total.

    Raises ValidationFailed for less than the provider takes.
    """
    amount, least = missing_amount(order, transactions), intent.least(order.currency)
    if least is not None and amount < least:
        shown, currency = written(least, order.currency), order.currency
        why = f"This way to pay takes {shown} {currency} at least. Choose another one."
        raise ValidationFailed("body.provider", why)
    return Transaction(
        order_id=order.id,
        kind=TransactionKind.PAYMENT,
        provider=intent.provider,
        payment_method=intent.payment_method,
        amount=amount,
        currency=order.currency,
        idempotency_key=f"payment-{uuid4().hex}",
    )


def started_entry(payment: Transaction, actor: Actor) -> AuditEntry:
    after = {"status": payment.status, "amount": payment.amount, "provider": payment.provider}
    return AuditEntry(
        "payment.started", subject="transaction", subject_id=payment.id, after=after, by=actor
    )


def _same_provider(payment: Transaction, provider: str) -> Transaction:
    if payment.provider != provider:
        why = (
            f"A payment through {payment.provider} is under way for this order. "
            "Give it up first to pay another way."
        )
        raise InvalidState("payment", payment.status.value, "pending", why)
    return payment

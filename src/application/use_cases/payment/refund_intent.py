"""The intent of a refund: written down before the provider is asked."""

from decimal import Decimal
from uuid import uuid4

from src.domain.entities.booking import Booking
from src.domain.entities.transaction import Transaction, TransactionKind


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

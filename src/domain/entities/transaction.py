"""A transaction of an order: a payment, or a refund of a payment."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.errors import InvalidState
from src.domain.shared.money import ZERO
from src.domain.shared.transitions import require_transition


class TransactionKind(StrEnum):
    """The direction of a transaction: in or out."""

    PAYMENT = "payment"
    REFUND = "refund"


class TransactionStatus(StrEnum):
    """`refunded` is a payment that was refunded in full; after a partial refund it is `success`."""

    PENDING = "pending"
    SUCCESS = "success"
    FAILED = "failed"
    REFUNDED = "refunded"


class LedgerAccount(StrEnum):
    """The purpose of money; `unapplied` is money that bought nothing."""

    TICKETS = "tickets"
    FEES = "fees"
    TAXES = "taxes"
    UNAPPLIED = "unapplied"


TRANSITIONS = {
    TransactionStatus.PENDING: frozenset({TransactionStatus.SUCCESS, TransactionStatus.FAILED}),
    # A payment that was recorded as failed can still succeed at the provider.
    TransactionStatus.FAILED: frozenset({TransactionStatus.SUCCESS}),
    TransactionStatus.SUCCESS: frozenset({TransactionStatus.REFUNDED}),
}


@dataclass(kw_only=True, slots=True)
class Transaction:
    """A payment or a refund; `amount` is positive for both.

    The database keeps `refunded_amount`, the sum of a payment's pending and successful refunds.
    `idempotency_key` is sent to the provider, so that a repeated request has no further effect.
    With `client_secret` or at `redirect_url` a buyer pays while it is pending; they are the buyer's
    alone, and not kept once it is settled.
    """

    id: int = 0
    order_id: int
    kind: TransactionKind
    status: TransactionStatus = TransactionStatus.PENDING
    provider: str
    payment_method: str | None = None
    amount: Decimal
    currency: str
    refunded_amount: Decimal = ZERO
    idempotency_key: str
    provider_reference: str | None = None
    client_secret: str | None = None
    redirect_url: str | None = None
    parent_id: int | None = None
    event_id: int | None = None
    booking_id: int | None = None
    reason: str | None = None
    failure: str | None = None
    note: str | None = None
    settled_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def is_payment(self) -> bool:
        return self.kind is TransactionKind.PAYMENT

    @property
    def is_paid(self) -> bool:
        """Whether it is a payment that succeeded, refunded since or not."""
        return self.is_payment and self.status in (
            TransactionStatus.SUCCESS,
            TransactionStatus.REFUNDED,
        )

    @property
    def refundable(self) -> Decimal:
        """The amount of a successful payment that is neither refunded nor being refunded."""
        return self.amount - self.refunded_amount if self.is_paid else ZERO

    def without_secrets(self) -> "Transaction":
        """The transaction as it is shown to anybody but the buyer."""
        return replace(self, client_secret=None, redirect_url=None)

    def succeed(self, now: datetime) -> None:
        """Record that it succeeded. Raises InvalidState."""
        self._transition_to(TransactionStatus.SUCCESS)
        self.failure = None
        self.settled_at = now

    def fail(self, why: str, now: datetime) -> None:
        """Record that it failed, and why. Raises InvalidState."""
        self._transition_to(TransactionStatus.FAILED)
        self.failure = why
        self.settled_at = now

    def mark_refunded(self) -> None:
        """Record that it was refunded in full. Raises InvalidState."""
        self._transition_to(TransactionStatus.REFUNDED)

    def require_open(self) -> None:
        """Raise InvalidState unless it is pending."""
        if self.status is not TransactionStatus.PENDING:
            raise InvalidState("transaction", self.status.value, "pending")

    def _transition_to(self, wanted: TransactionStatus) -> None:
        require_transition("transaction", TRANSITIONS, current=self.status, wanted=wanted)
        self.status = wanted
        self.client_secret = self.redirect_url = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """An amount of money for one purpose: positive in, negative out. It never changes."""

    transaction_id: int
    kind: TransactionKind
    account: LedgerAccount
    order_id: int
    order_item_id: int | None = None
    event_id: int | None = None
    booking_id: int | None = None
    ticket_type_id: int | None = None
    amount: Decimal
    currency: str
    at: datetime

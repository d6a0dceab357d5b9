"""A transaction of an order: a payment, a refund of a payment, or a dispute of one."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.errors import InvalidState, RefundExceedsPayment
from src.domain.shared.money import ZERO
from src.domain.shared.transitions import require_transition

GIVEN_UP = "The buyer chose another way to pay."


class TransactionKind(StrEnum):
    """Money that comes in, that is sent back, or that a bank takes back for the buyer."""

    PAYMENT = "payment"
    REFUND = "refund"
    DISPUTE = "dispute"


class TransactionStatus(StrEnum):
    """`refunded` is a payment that was refunded in full; after a partial refund it is `success`.

    A dispute is `pending` while the bank holds the money, `success` once the buyer has it, and
    `failed` when it came back.
    """

    PENDING = "pending"
    SUCCESS = "success"
    FAILED = "failed"
    REFUNDED = "refunded"


class LedgerAccount(StrEnum):
    """The purpose of money; `unapplied` bought nothing, `disputed` is held by the buyer's bank."""

    TICKETS = "tickets"
    FEES = "fees"
    TAXES = "taxes"
    UNAPPLIED = "unapplied"
    DISPUTED = "disputed"


TRANSITIONS = {
    TransactionKind.PAYMENT: {
        TransactionStatus.PENDING: frozenset({TransactionStatus.SUCCESS, TransactionStatus.FAILED}),
        # A payment that was recorded as failed can still succeed at the provider.
        TransactionStatus.FAILED: frozenset({TransactionStatus.SUCCESS}),
        TransactionStatus.SUCCESS: frozenset({TransactionStatus.REFUNDED}),
        # One of its refunds has come back.
        TransactionStatus.REFUNDED: frozenset({TransactionStatus.SUCCESS}),
    },
    TransactionKind.REFUND: {
        TransactionStatus.PENDING: frozenset({TransactionStatus.SUCCESS, TransactionStatus.FAILED}),
        TransactionStatus.FAILED: frozenset({TransactionStatus.SUCCESS}),
        # The buyer's bank sends the money back, days later: a closed card, for one.
        TransactionStatus.SUCCESS: frozenset({TransactionStatus.FAILED}),
    },
    # A bank decides again after an appeal.
    TransactionKind.DISPUTE: {
        TransactionStatus.PENDING: frozenset({TransactionStatus.SUCCESS, TransactionStatus.FAILED}),
        TransactionStatus.FAILED: frozenset({TransactionStatus.PENDING, TransactionStatus.SUCCESS}),
        TransactionStatus.SUCCESS: frozenset({TransactionStatus.FAILED, TransactionStatus.PENDING}),
    },
}


@dataclass(kw_only=True, slots=True)
class Transaction:
    """A payment, a refund or a dispute; `amount` is positive for all.

    The database keeps `refunded_amount`, the sum of a payment's pending and successful refunds.
    Of a payment `disputed_amount` is what banks have taken back of it, and `lost_amount` what of
    that buyers have for good.
    Where another amount came than was asked for, or another currency, `amount` and `currency` are
    what came, and `requested_amount` is what was asked, in the order's currency. `due_at` is set
    while tickets wait for money that takes days. A payment that is `given_up` failed because its
    buyer wanted to pay another way.
    `idempotency_key` is sent to the provider, so that a repeated request has no further effect.
    `owed_amount` is what of a failed refund nobody has sent back otherwise since; `replaces_id`
    is the failed refund that this one repeats or that it pays out another way.
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
    disputed_amount: Decimal = ZERO
    lost_amount: Decimal = ZERO
    idempotency_key: str
    provider_reference: str | None = None
    client_secret: str | None = None
    redirect_url: str | None = None
    parent_id: int | None = None
    replaces_id: int | None = None
    owed_amount: Decimal = ZERO
    event_id: int | None = None
    booking_id: int | None = None
    reason: str | None = None
    failure: str | None = None
    note: str | None = None
    settled_at: datetime | None = None
    requested_amount: Decimal | None = None
    due_at: datetime | None = None
    given_up: bool = False
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
        """The amount of a successful payment that is not refunded, being refunded, or disputed."""
        if not self.is_paid:
            return ZERO
        # Who was refunded can still ask the bank for all of it.
        return max(self.amount - self.refunded_amount - self.disputed_amount, ZERO)

    @property
    def returnable(self) -> Decimal:
        """What could be refunded if the disputes under way were won."""
        if not self.is_paid:
            return ZERO
        return max(self.amount - self.refunded_amount - self.lost_amount, ZERO)

    def without_secrets(self) -> "Transaction":
        """The transaction as it is shown to anybody but the buyer."""
        return replace(self, client_secret=None, redirect_url=None)

    def succeed(self, now: datetime) -> None:
        """Record that it succeeded. Raises InvalidState, also for what was refunded since."""
        if self.status is TransactionStatus.REFUNDED:
            raise InvalidState("transaction", self.status.value, TransactionStatus.SUCCESS.value)
        self._transition_to(TransactionStatus.SUCCESS)
        self.failure = None
        self.owed_amount = ZERO
        self.given_up = False
        self.settled_at = now

    def fail(self, why: str, now: datetime) -> None:
        """Record that it failed, and why. A failed refund is owed. Raises InvalidState."""
        self._transition_to(TransactionStatus.FAILED)
        self.failure = why
        self.settled_at = now
        if self.kind is TransactionKind.REFUND:
            self.owed_amount = self.amount

    def dispute(self, amount: Decimal, status: TransactionStatus, now: datetime) -> None:
        """Record where the money of a dispute is now. Raises InvalidState."""
        if status is not self.status:
            self._transition_to(status)
            self.settled_at = None if status is TransactionStatus.PENDING else now
        self.amount = amount

    def receive(self, amount: Decimal, currency: str) -> None:
        """Record what came in, if it is not what was asked for."""
        if (amount, currency) != (self.amount, self.currency):
            if self.requested_amount is None:
                self.requested_amount = self.amount
            self.amount, self.currency = amount, currency

    def lacks(self, missing: Decimal) -> None:
        """Record that it is less than the `missing` amount, of which it may have been asked less.

        So it is when what came before went back after this one was asked for.
        """
        if self.requested_amount is None or self.requested_amount < missing:
            self.requested_amount = missing

    def give_up(self, now: datetime) -> None:
        """Record that its buyer wants to pay another way. Raises InvalidState if it is paid."""
        if self.status is not TransactionStatus.FAILED:
            self.fail(GIVEN_UP, now)
        self.given_up = True

    def mark_refunded(self) -> None:
        """Record that it was refunded in full. Raises InvalidState."""
        self._transition_to(TransactionStatus.REFUNDED)

    def take_refund_back(self) -> None:
        """Record that a refund of it has come back: it is not refunded in full any more."""
        if self.status is TransactionStatus.REFUNDED:
            self._transition_to(TransactionStatus.SUCCESS)

    def take_over(self, amount: Decimal) -> None:
        """Record that so much of this failed refund is sent back by another one.

        Raises InvalidState unless some of it is owed, RefundExceedsPayment above that.
        """
        self.require_owed()
        if amount > self.owed_amount:
            raise RefundExceedsPayment(requested=amount, refundable=self.owed_amount)
        self.owed_amount -= amount

    def require_owed(self) -> None:
        """Raise InvalidState unless it is a failed refund of which some is still owed."""
        if self.is_payment or self.status is not TransactionStatus.FAILED:
            why = "Only a refund that failed can be sent again or paid out another way."
            raise InvalidState("transaction", self.status.value, "pending", why)
        if not self.owed_amount:
            why = "Nothing of this refund is owed any more: it was sent back otherwise."
            raise InvalidState("transaction", self.status.value, "pending", why)

    def require_not_replaced(self) -> None:
        """Raise InvalidState if it failed, and some of it was sent back otherwise since."""
        if self.status is TransactionStatus.FAILED and self.owed_amount < self.amount:
            why = (
                "This refund was sent again or paid out another way since: the buyer would have "
                "the money twice. Say what became of the newer one."
            )
            raise InvalidState("transaction", self.status.value, "success", why)

    def require_open(self) -> None:
        """Raise InvalidState unless it is pending."""
        if self.status is not TransactionStatus.PENDING:
            raise InvalidState("transaction", self.status.value, "pending")

    def _transition_to(self, wanted: TransactionStatus) -> None:
        transitions = TRANSITIONS[self.kind]
        require_transition("transaction", transitions, current=self.status, wanted=wanted)
        self.status = wanted
        self.client_secret = self.redirect_url = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """An amount of money for one purpose: positive in, negative out. It never changes.

    What a provider takes back is an entry of the opposite sign. `turn` counts these: even when
    the transaction moved the money, odd when that was taken back.
    """

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
    turn: int = 0

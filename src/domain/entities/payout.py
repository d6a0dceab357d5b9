"""A payout: what a provider sends to the bank, and the movements of its account."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.errors import ValidationFailed
from src.domain.shared.money import payable

SENT = "This payout comes to the bank: the amount is not negative."
TAKEN = "This payout is taken from the bank: the amount is not positive."


class PayoutStatus(StrEnum):
    """As the provider says; one that is `paid` can still come back from the bank (`failed`)."""

    PENDING = "pending"
    IN_TRANSIT = "in_transit"
    PAID = "paid"
    FAILED = "failed"
    CANCELED = "canceled"


STEPS = {
    PayoutStatus.PENDING: 0,
    PayoutStatus.IN_TRANSIT: 1,
    PayoutStatus.PAID: 2,
    PayoutStatus.FAILED: 3,
    PayoutStatus.CANCELED: 3,
}
"""In which order a payout has its statuses; the last two it keeps."""


class MovementKind(StrEnum):
    """What a movement of a provider's account was for.

    The fee of a payment or dispute is in its own movement; a `fee` is one that stands alone. A
    `payout` takes money out, or brings back one that failed.
    """

    PAYMENT = "payment"
    REFUND = "refund"
    DISPUTE = "dispute"
    FEE = "fee"
    PAYOUT = "payout"
    ADJUSTMENT = "adjustment"


OF_TRANSACTIONS = frozenset({MovementKind.PAYMENT, MovementKind.REFUND, MovementKind.DISPUTE})
"""The kinds that a transaction of ours stands behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderMovement:
    """A movement of a provider's account; money in is positive, and `fee` is taken off it.

    `source_reference` is the payment, refund, dispute or payout that it is of. The buyer's amount
    is `paid_amount`, in `paid_currency`: another one where the provider exchanged it, at
    `exchange_rate` (of the account's currency for one of the buyer's). `word` is the provider's
    own for what it is. It can be paid out from `available_on`.
    """

    reference: str
    kind: MovementKind
    word: str
    amount: Decimal
    fee: Decimal
    currency: str
    source_reference: str | None
    paid_amount: Decimal
    paid_currency: str
    exchange_rate: Decimal | None = None
    moved_at: datetime
    available_on: datetime

    @property
    def net(self) -> Decimal:
        """What the balance changes by."""
        return self.amount - self.fee


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutReport:
    """A payout as its provider has it now.

    `is_itemized` once the provider can say which movements it is made of, which it never can of
    one that somebody made by hand.
    """

    reference: str
    status: PayoutStatus
    amount: Decimal
    currency: str
    made_at: datetime
    arrives_on: date
    is_automatic: bool
    is_itemized: bool
    failure: str | None = None


@dataclass(kw_only=True, slots=True)
class Payout:
    """A payout; `is_itemized` once its movements are known here.

    `bank_amount` is what the bank statement says, which a person looks up.
    """

    id: int = 0
    provider: str
    provider_reference: str
    status: PayoutStatus
    amount: Decimal
    currency: str
    made_at: datetime
    arrives_on: date
    is_automatic: bool
    is_itemized: bool = False
    failure: str | None = None
    bank_amount: Decimal | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def follow(self, report: PayoutReport) -> None:
        """Take over what its provider says of it; nothing if that is older than what is known."""
        if STEPS[report.status] < STEPS[self.status]:
            return
        self.status, self.amount, self.currency = report.status, report.amount, report.currency
        self.arrives_on, self.failure = report.arrives_on, report.failure

    def note_bank_amount(self, amount: Decimal | None) -> None:
        """Record what the bank statement says, None for nothing yet.

        Raises ValidationFailed for an amount that goes the other way than the payout.
        """
        if amount is not None:
            amount = payable(amount, self.currency, field="body.bank_amount")
            if amount * self.amount < 0:
                raise ValidationFailed("body.bank_amount", TAKEN if self.amount < 0 else SENT)
        self.bank_amount = amount


def payout_of(provider: str, report: PayoutReport) -> Payout:
    """A new, unsaved payout, whose movements are not known yet."""
    return Payout(
        provider=provider,
        provider_reference=report.reference,
        status=report.status,
        amount=report.amount,
        currency=report.currency,
        made_at=report.made_at,
        arrives_on=report.arrives_on,
        is_automatic=report.is_automatic,
        failure=report.failure,
    )

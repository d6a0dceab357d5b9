"""Port for payment providers.

No provider is called inside a database transaction, and each call that transfers money carries an
idempotency key, so that repeating it has no further effect.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from src.application.ports.provider_accounts import ProviderAccount
from src.domain.entities.dispute import DisputeReport
from src.domain.entities.transaction import Transaction, TransactionKind

MANUAL = "manual"
"""The provider without an API: an admin records the outcome of its payments."""


class ProviderState(StrEnum):
    """The state at the provider: `open` is undecided; `failed` is final for the provider."""

    OPEN = "open"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """A payment to start: its transaction, and details of its order.

    With a `return_url` the payer is sent to a page of the provider, if it has one, and back there.
    """

    transaction: Transaction
    order_reference: str
    expires_at: datetime | None
    return_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAnswer:
    """The current state of a payment or a refund at the provider.

    `amount` and `currency` are the provider's, None where it does not report them. `failure` is
    a message for the payer. `refunded_amount` is the amount of a payment that the provider has
    refunded. A payment that is open and `is_on_its_way` was made by its payer, and takes days.
    One that was `known_as` something else has the name `reference` from now on.
    """

    reference: str | None
    state: ProviderState
    amount: Decimal | None = None
    currency: str | None = None
    failure: str | None = None
    client_secret: str | None = None
    redirect_url: str | None = None
    refunded_amount: Decimal | None = None
    is_on_its_way: bool = False
    known_as: str | None = None

    def differs_from(self, transaction: Transaction) -> bool:
        """Whether the provider moved another amount than that of the transaction."""
        is_other = self.amount is not None and self.amount != transaction.amount
        return is_other or self.currency not in (None, transaction.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEvent:
    """A verified webhook: what became of a payment or refund.

    `transaction_id` is our own id, which the provider was given with the payment.
    `payment_reference` is the payment of a refund, also of one that nobody here asked for.
    """

    id: str
    kind: TransactionKind
    transaction_id: int | None
    answer: ProviderAnswer
    payment_reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeEvent:
    """A verified webhook about a dispute: which one, of which payment; the rest is asked for.

    Events come in any order, so that what one says may be over by then.
    """

    id: str
    reference: str
    payment_reference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutEvent:
    """A verified webhook about a payout: which one; the rest is asked for, as of a dispute."""

    id: str
    reference: str


AnyEvent = WebhookEvent | DisputeEvent | PayoutEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderRefund:
    """A refund at the provider: of which payment, and the id and key that it was asked for with.

    One that was made in the provider's dashboard has neither.
    """

    answer: ProviderAnswer
    payment_reference: str | None = None
    transaction_id: int | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderDispute:
    """A dispute at the provider, and the payment that it is of."""

    report: DisputeReport
    payment_reference: str | None


class PaymentProvider(Protocol):
    """A payment provider. Any method may raise ProviderFailed; the outcome is then unknown."""

    name: str

    def least(self, currency: str) -> Decimal | None:
        """Return the least amount of the currency that it accepts, None where it does not say."""

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        """Start a payment; with the same idempotency key, return the one started before."""

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        """Return the payment's current state, None if the provider does not know it."""

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        """Cancel the payment unless it is paid; its state afterwards, None if it is unknown."""

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        """Refund `refund.amount` of the payment; with the same key, return the earlier refund."""

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        """Return the refund's current state, None if the provider does not know it."""

    def refunds_since(self, since: datetime) -> AsyncIterator[ProviderRefund]:
        """Return the refunds that were made since then, also those not asked for here."""

    async def find_dispute(self, reference: str) -> ProviderDispute | None:
        """Return a dispute as it is now, None if the provider does not know it."""

    def disputes_since(self, since: datetime) -> AsyncIterator[ProviderDispute]:
        """Return the disputes that were opened since then."""

    async def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> AnyEvent | None:
        """Return the event of a webhook, None if it is irrelevant. Raises InvalidSignature.

        One that only names its subject has that looked up. `headers` have lower-case names.
        """


@dataclass(frozen=True, slots=True)
class PaymentProviders:
    """The enabled providers by name, the name of the default one, and the accounts at them."""

    by_name: Mapping[str, PaymentProvider]
    default: str
    accounts: Sequence[ProviderAccount] = ()

"""The payment provider as a port: what we ask of it, and what it tells us.

No provider is called inside a transaction, and each call that moves money carries a key of ours,
so that asking twice is asking once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from src.domain.entities.transaction import Transaction, TransactionKind

MANUAL = "manual"
"""The provider of which nobody but an admin says what became of the money."""


class ProviderState(StrEnum):
    """`open` can still become either; `failed` is final for the provider."""

    OPEN = "open"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentOrder:
    """What is to be paid, beside the transaction that says so."""

    transaction: Transaction
    order_reference: str
    expires_at: datetime | None
    return_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderAnswer:
    """A payment or a refund as the provider has it now.

    `amount` and `currency` are the provider's own, None where it does not say. `failure` is a
    sentence for the payer. `refunded_amount` is what the provider has given back of a payment.
    """

    reference: str | None
    state: ProviderState
    amount: Decimal | None = None
    currency: str | None = None
    failure: str | None = None
    client_secret: str | None = None
    redirect_url: str | None = None
    refunded_amount: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookEvent:
    """A verified webhook: what became of a payment or refund.

    `transaction_id` is our own id, which the provider was given with the payment.
    """

    id: str
    kind: TransactionKind
    transaction_id: int | None
    answer: ProviderAnswer


class PaymentProvider(Protocol):
    """One way to pay. Every method may raise ProviderFailed, after which nothing is known."""

    name: str

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        """Begin to collect it; with the same idempotency key, the payment begun before."""

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        """The payment as it is now; None if the provider does not know it."""

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        """See to it that it is never paid, unless it is already; as it is then, or None."""

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        """Give `refund.amount` of the payment back; with the same key, the refund begun before."""

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        """The refund as it is now; None if the provider does not know it."""

    def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> WebhookEvent | None:
        """The notice in a webhook, None if it is of no interest here. Raises InvalidSignature.

        `headers` have lower-case names.
        """


@dataclass(frozen=True, slots=True)
class PaymentProviders:
    """The providers that are switched on, by name, and which one is meant when none is named."""

    by_name: Mapping[str, PaymentProvider]
    default: str

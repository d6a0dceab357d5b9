"""Payments outside any system: box office, bank transfer."""

from collections.abc import Mapping

from src.application.ports.payments import (
    MANUAL,
    PaymentOrder,
    ProviderAnswer,
    ProviderState,
    WebhookEvent,
)
from src.domain.entities.transaction import Transaction
from src.domain.errors import InvalidSignature


class ManualPayments:
    """Implements `PaymentProvider`: an administrator sets the outcome of each transaction.

    A cancelled payment fails immediately, since there is no provider to query.
    """

    name = MANUAL

    async def start(self, payment: PaymentOrder) -> ProviderAnswer:
        return ProviderAnswer(reference=None, state=ProviderState.OPEN)

    async def find(self, payment: Transaction) -> ProviderAnswer | None:
        return None

    async def cancel(self, payment: Transaction) -> ProviderAnswer | None:
        return ProviderAnswer(reference=None, state=ProviderState.FAILED)

    async def refund(self, refund: Transaction, payment: Transaction) -> ProviderAnswer:
        return ProviderAnswer(reference=None, state=ProviderState.OPEN)

    async def find_refund(self, refund: Transaction) -> ProviderAnswer | None:
        return None

    def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> WebhookEvent | None:
        raise InvalidSignature

"""Payments outside any system: box office, bank transfer."""

from collections.abc import AsyncIterator, Mapping
from datetime import datetime
from decimal import Decimal

from src.application.ports.payments import (
    MANUAL,
    PaymentOrder,
    ProviderAnswer,
    ProviderDispute,
    ProviderRefund,
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

    def least(self, currency: str) -> Decimal | None:
        return None

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

    async def refunds_since(self, since: datetime) -> AsyncIterator[ProviderRefund]:
        """What goes back by hand is known here alone."""
        refunds: list[ProviderRefund] = []
        for refund in refunds:
            yield refund

    async def find_dispute(self, reference: str) -> ProviderDispute | None:
        return None

    async def disputes_since(self, since: datetime) -> AsyncIterator[ProviderDispute]:
        """Nobody disputes a bank transfer."""
        disputes: list[ProviderDispute] = []
        for dispute in disputes:
            yield dispute

    async def read_webhook(self, body: bytes, headers: Mapping[str, str]) -> WebhookEvent | None:
        raise InvalidSignature

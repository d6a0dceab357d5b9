"""Money that no machine moves: the box office, a bank transfer."""

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
    """Implements `PaymentProvider`: it knows nothing by itself, an administrator says what came.

    A payment that is cancelled has failed at once, since there is nobody to ask.
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

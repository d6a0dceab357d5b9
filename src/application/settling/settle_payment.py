"""Recording the outcome of a payment, and refunding it immediately if it bought nothing."""

from contextlib import suppress

from src.application.ports.payments import ProviderAnswer
from src.application.settling.record_payment import Recorded, RecordPayment
from src.application.settling.settle_refund import SettleRefund
from src.domain.errors import ProviderFailed, Unavailable


class SettlePayment:
    """Records the outcome of a payment, and asks the provider for a refund that is due."""

    def __init__(self, record_payment: RecordPayment, settle_refund: SettleRefund) -> None:
        self._record_payment = record_payment
        self._settle_refund = settle_refund

    async def execute(
        self, transaction_id: int, answer: ProviderAnswer, *, provider_event_id: str | None = None
    ) -> Recorded:
        """Like `RecordPayment.execute`. Raises NotFound, Unavailable."""
        recorded = await self._record_payment.execute(
            transaction_id, answer, provider_event_id=provider_event_id
        )
        if recorded.refund_id is not None:
            # The job retries a refund that fails here.
            with suppress(ProviderFailed, Unavailable):
                await self._settle_refund.execute(recorded.refund_id)
        return recorded

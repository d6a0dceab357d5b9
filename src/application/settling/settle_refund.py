"""Settlement of a refund with its provider."""

from src.application.ports.payments import PaymentProviders, ProviderAnswer, ProviderState
from src.application.settling.record_refund import RecordRefund
from src.domain.entities.transaction import (
    Transaction,
    TransactionStatus,
)
from src.domain.errors import ProviderFailed
from src.domain.repositories.transaction import TransactionRepository


class SettleRefund:
    """Asks the provider for a recorded refund, outside any transaction, and records the outcome."""

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_refund: RecordRefund,
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._record_refund = record_refund

    async def execute(self, refund_id: int) -> Transaction:
        """Settle the refund and return it. Raises ProviderFailed; the job retries it then."""
        refund = await self._transactions.get(refund_id)
        if refund.status is not TransactionStatus.PENDING or refund.parent_id is None:
            return refund
        provider = self._providers.by_name.get(refund.provider)
        if provider is None:
            raise ProviderFailed(refund.provider)
        if refund.provider_reference:
            answer = await provider.find_refund(refund)
        else:
            payment = await self._transactions.get(refund.parent_id)
            answer = await provider.refund(refund, payment)
        if answer is None or _is_no_news(refund, answer):
            return refund
        recorded, _ = await self._record_refund.execute(refund.id, answer)
        return recorded


def _is_no_news(refund: Transaction, answer: ProviderAnswer) -> bool:
    """Whether the provider says only what is written down: still open, under the same name."""
    is_named = refund.provider_reference is not None or answer.reference is None
    return answer.state is ProviderState.OPEN and is_named

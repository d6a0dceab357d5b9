"""A dispute, as its provider has it now: asked for, and recorded."""

from src.application.ports.payments import PaymentProviders, ProviderDispute
from src.application.settling.record_dispute import RecordDispute
from src.domain.entities.dispute import Dispute
from src.domain.entities.transaction import TransactionKind
from src.domain.errors import ProviderFailed
from src.domain.repositories.transaction import TransactionRepository


class SettleDispute:
    """Asks the provider for a dispute, outside any transaction, and records what it says."""

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_dispute: RecordDispute,
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._record_dispute = record_dispute

    async def execute(
        self, provider: str, reference: str, *, provider_event_id: str | None = None
    ) -> tuple[Dispute, bool] | None:
        """Record the dispute; it, and whether that changed anything. None if it is not ours.

        Raises ProviderFailed, Unavailable.
        """
        known = self._providers.by_name.get(provider)
        if known is None:
            raise ProviderFailed(provider)
        found = await known.find_dispute(reference)
        if found is None:
            return None
        return await self.record(provider, found, provider_event_id=provider_event_id)

    async def record(
        self, provider: str, found: ProviderDispute, *, provider_event_id: str | None = None
    ) -> tuple[Dispute, bool] | None:
        """Record what the provider was found to say. Raises Unavailable."""
        if found.payment_reference is None:
            return None
        payment = await self._transactions.by_reference(
            provider, TransactionKind.PAYMENT, found.payment_reference
        )
        if payment is None:
            return None
        return await self._record_dispute.execute(
            payment.id, found.report, provider_event_id=provider_event_id
        )

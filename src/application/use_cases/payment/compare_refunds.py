"""Compare settled refunds with their provider: a bank may send one back weeks later."""

from collections.abc import AsyncIterator
from datetime import timedelta
from operator import attrgetter

from src.application.concurrency.for_each import ForEach, in_steps
from src.application.ports.database import Clock
from src.application.ports.payments import PaymentProviders, ProviderAnswer, ProviderState
from src.application.settling.record_refund import RecordRefund
from src.application.use_cases.payment.findings import Finding, in_words
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.repositories.transaction import TransactionRepository

COMPARED = timedelta(days=30)
"""As long a bank may take to send a refund back: https://docs.stripe.com/refunds#failed-refunds."""

STEP = 100


class CompareRefunds:
    """Compare the refunds that were settled in the last 30 days with their provider.

    What a provider has taken back, or has made after all, is recorded. Its webhook says so at once;
    this finds what the webhook did not bring.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_refund: RecordRefund,
        clock: Clock,
        for_each: ForEach[Transaction],
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._record_refund = record_refund
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Compare all of them, as a job; the number that had to be repaired. Raises RowsFailed."""

        async def repair(refund: Transaction) -> bool:
            finding = await self.compare(refund, is_dry_run=False)
            return finding is not None and finding.is_repaired

        return await self._for_each.run(self.settled(after_id=self._for_each.reached), repair)

    def settled(self, *, after_id: int = 0) -> AsyncIterator[Transaction]:
        """The refunds to compare, by id."""
        since = self._clock() - COMPARED
        return in_steps(
            lambda after: self._transactions.settled(
                TransactionKind.REFUND, since, after_id=after, limit=STEP
            ),
            attrgetter("id"),
            after_id=after_id,
        )

    async def compare(self, refund: Transaction, *, is_dry_run: bool) -> Finding | None:
        """Whether its provider has taken it back, or has made one that failed here."""
        provider = self._providers.by_name.get(refund.provider)
        if provider is None or refund.provider_reference is None:
            return None
        answer = await provider.find_refund(refund)
        is_done = refund.status is TransactionStatus.SUCCESS
        expected = ProviderState.SUCCEEDED if is_done else ProviderState.FAILED
        if answer is None or answer.state is expected:
            return None
        problem = f"It is {refund.status} here; {refund.provider} says that it {in_words(answer)}."
        is_repaired = answer.state is not ProviderState.OPEN
        if is_repaired and not is_dry_run:
            is_repaired = await self._record(refund, answer)
        return Finding("refund", refund.id, problem, is_repaired=is_repaired)

    async def _record(self, refund: Transaction, answer: ProviderAnswer) -> bool:
        recorded, _ = await self._record_refund.execute(refund.id, answer)
        return recorded.status is not refund.status

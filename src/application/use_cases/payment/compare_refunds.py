"""Compare refunds with their provider: banks send some back, and some are made in dashboards."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

from src.application.concurrency.for_each import ForEach, in_steps
from src.application.ports.database import Clock
from src.application.ports.payments import (
    MANUAL,
    PaymentProviders,
    ProviderAnswer,
    ProviderRefund,
    ProviderState,
)
from src.application.settling.outside_refund import RecordOutsideRefund
from src.application.settling.record_refund import RecordRefund
from src.application.settling.refunds_here import find_payment_here, find_refund_here
from src.application.use_cases.payment.findings import Finding, in_words
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.errors import ProviderFailed
from src.domain.repositories.transaction import TransactionRepository
from src.domain.shared.money import written

COMPARED = timedelta(days=30)
"""As long a bank may take to send a refund back: https://docs.stripe.com/refunds#failed-refunds."""

STEP = 100


@dataclass(frozen=True, slots=True)
class FoundRefund:
    """A refund at a provider. Either it is `ours`, or it was made there, of a `payment` of ours."""

    provider: str
    refund: ProviderRefund
    ours: Transaction | None
    payment: Transaction | None = None

    @property
    def id(self) -> int:
        transaction = self.ours or self.payment
        assert transaction is not None
        return transaction.id


class CompareRefunds:
    """Compare the refunds of the last 30 days with their provider.

    What a provider has taken back, or has made after all, is recorded, and so is what was refunded
    in its dashboard. Its webhook says so at once; this finds what the webhook did not bring. A
    provider is asked for lists, and not for each refund.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        record_refund: RecordRefund,
        record_outside: RecordOutsideRefund,
        clock: Clock,
        for_each: ForEach[FoundRefund],
    ) -> None:
        self._transactions = transactions
        self._providers = providers
        self._record_refund = record_refund
        self._record_outside = record_outside
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Compare all of them, as a job; the number that had to be repaired. Raises RowsFailed."""

        async def repair(found: FoundRefund) -> bool:
            finding = await self.compare(found, is_dry_run=False)
            return finding is not None and finding.is_repaired

        return await self._for_each.run(self.found(), repair)

    async def found(self) -> AsyncIterator[FoundRefund]:
        """The refunds to compare: those that the providers list, and the others settled here."""
        since = self._clock() - COMPARED
        seen: set[tuple[str, str | None]] = set()
        silent: set[str] = set()
        for name, provider in self._providers.by_name.items():
            try:
                async for refund in provider.refunds_since(since):
                    seen.add((name, refund.answer.reference))
                    found = await self._known(name, refund)
                    if found is not None:
                        yield found
            except ProviderFailed:
                # The next run asks again.
                silent.add(name)
        async for known in self._settled(since):
            is_seen = (known.provider, known.provider_reference) in seen
            late = None if is_seen or known.provider in silent else await self._ask(known)
            if late is not None:
                yield late

    async def compare(self, found: FoundRefund, *, is_dry_run: bool) -> Finding | None:
        """Whether its provider has taken it back, has made one that failed here, or an own one."""
        if found.ours is None:
            return await self._compare_outside(found, is_dry_run=is_dry_run)
        refund, answer = found.ours, found.refund.answer
        if refund.status is TransactionStatus.PENDING:
            # Another job asks for it.
            return None
        is_done = refund.status is TransactionStatus.SUCCESS
        expected = ProviderState.SUCCEEDED if is_done else ProviderState.FAILED
        if answer.state is expected:
            return None
        problem = f"It is {refund.status} here; {refund.provider} says that it {in_words(answer)}."
        is_repaired = answer.state is not ProviderState.OPEN
        if is_repaired and not is_dry_run:
            is_repaired = await self._record(refund, answer)
        return Finding("refund", refund.id, problem, is_repaired=is_repaired)

    async def _compare_outside(self, found: FoundRefund, *, is_dry_run: bool) -> Finding | None:
        answer, payment = found.refund.answer, found.payment
        if payment is None or answer.state is ProviderState.FAILED or answer.amount is None:
            return None
        amount = written(answer.amount, answer.currency or payment.currency)
        problem = f"{amount} of it were refunded at {found.provider}, and not here."
        is_repaired = True
        if not is_dry_run:
            recorded = await self._record_outside.execute(payment.id, found.refund)
            is_repaired = recorded is not None
        return Finding("payment", payment.id, problem, is_repaired=is_repaired)

    async def _known(self, provider: str, refund: ProviderRefund) -> FoundRefund | None:
        """What the refund is here; None if its payment is not ours."""
        ours = await find_refund_here(self._transactions, provider, refund)
        if ours is not None:
            return FoundRefund(provider, refund, ours)
        payment = await find_payment_here(self._transactions, provider, refund)
        return FoundRefund(provider, refund, None, payment) if payment else None

    def _settled(self, since: datetime) -> AsyncIterator[Transaction]:
        return in_steps(
            lambda after: self._transactions.settled(
                TransactionKind.REFUND, since, after_id=after, limit=STEP
            ),
            attrgetter("id"),
        )

    async def _ask(self, refund: Transaction) -> FoundRefund | None:
        provider = self._providers.by_name.get(refund.provider)
        if provider is None or refund.provider_reference is None or refund.provider == MANUAL:
            return None
        try:
            answer = await provider.find_refund(refund)
        except ProviderFailed:
            return None
        if answer is None:
            return None
        return FoundRefund(refund.provider, ProviderRefund(answer=answer), refund)

    async def _record(self, refund: Transaction, answer: ProviderAnswer) -> bool:
        recorded, _ = await self._record_refund.execute(refund.id, answer)
        return recorded.status is not refund.status

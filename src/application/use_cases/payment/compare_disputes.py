"""Compare disputes with their provider: what a webhook did not bring is found here."""

from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter

from src.application.concurrency.for_each import ForEach, in_steps
from src.application.ports.database import Clock
from src.application.ports.payments import PaymentProviders, ProviderDispute
from src.application.settling.settle_dispute import SettleDispute
from src.application.use_cases.payment.findings import Finding
from src.domain.entities.transaction import Transaction, TransactionKind
from src.domain.errors import ProviderFailed
from src.domain.repositories.dispute import DisputeRepository
from src.domain.repositories.transaction import TransactionRepository

EVERY_NIGHT = timedelta(days=30)
ALL = timedelta(days=365)
"""How far back disputes were opened that are looked at: of older ones, those that are open here."""

STEP = 100


@dataclass(frozen=True, slots=True)
class FoundDispute:
    """A dispute at a provider, and its payment here. The id is the payment's."""

    provider: str
    dispute: ProviderDispute
    payment: Transaction

    @property
    def id(self) -> int:
        return self.payment.id


class CompareDisputes:
    """Compare the disputes that were opened lately, and all that are open, with their provider.

    A provider is asked for lists, and not for each payment: so a dispute is found however old its
    payment is.
    """

    def __init__(
        self,
        disputes: DisputeRepository,
        transactions: TransactionRepository,
        providers: PaymentProviders,
        settle_dispute: SettleDispute,
        clock: Clock,
        for_each: ForEach[FoundDispute],
    ) -> None:
        self._disputes = disputes
        self._transactions = transactions
        self._providers = providers
        self._settle_dispute = settle_dispute
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Compare them, as a job; the number that had to be repaired. Raises RowsFailed."""

        async def repair(found: FoundDispute) -> bool:
            finding = await self.compare(found, is_dry_run=False)
            return finding is not None and finding.is_repaired

        return await self._for_each.run(self.found(self._clock() - EVERY_NIGHT), repair)

    async def found(self, since: datetime | None = None) -> AsyncIterator[FoundDispute]:
        """The disputes to compare: those opened since then, by default in the last year."""
        seen: set[tuple[str, str]] = set()
        silent: set[str] = set()
        for name, provider in self._providers.by_name.items():
            try:
                async for dispute in provider.disputes_since(since or self._clock() - ALL):
                    seen.add((name, dispute.report.reference))
                    if found := await self._ours(name, dispute):
                        yield found
            except ProviderFailed:
                # The next run asks again.
                silent.add(name)
        still_open = in_steps(
            lambda after: self._disputes.open(after_id=after, limit=STEP), attrgetter("id")
        )
        async for known in still_open:
            asked = self._providers.by_name.get(known.provider)
            is_seen = (known.provider, known.provider_reference) in seen
            if asked is None or is_seen or known.provider in silent:
                continue
            try:
                late = await asked.find_dispute(known.provider_reference)
            except ProviderFailed:
                continue
            if late is not None and (found := await self._ours(known.provider, late)):
                yield found

    async def compare(self, found: FoundDispute, *, is_dry_run: bool) -> Finding | None:
        """Whether its provider has it otherwise than it is here."""
        report = found.dispute.report
        known = await self._disputes.by_reference(found.provider, report.reference)
        if known is not None:
            after = deepcopy(known)
            after.follow(report, self._clock())
            if after == known:
                return None
        was = f"is {known.status} here" if known else "was not known here"
        problem = f"A dispute of it {was}; {found.provider} says that it is {report.status}."
        if not is_dry_run:
            await self._settle_dispute.record(found.provider, found.dispute)
        return Finding("payment", found.id, problem, is_repaired=True)

    async def _ours(self, provider: str, dispute: ProviderDispute) -> FoundDispute | None:
        if dispute.payment_reference is None:
            return None
        payment = await self._transactions.by_reference(
            provider, TransactionKind.PAYMENT, dispute.payment_reference
        )
        return FoundDispute(provider, dispute, payment) if payment else None

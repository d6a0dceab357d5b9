"""Settle every refund that is under way."""

from collections.abc import AsyncIterator
from datetime import timedelta

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Clock
from src.application.ports.payments import MANUAL
from src.application.settling.settle_refund import SettleRefund
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.repositories.transaction import TransactionRepository

REFUNDS_PER_RUN = 100


SETTLED_BY_REQUEST = timedelta(seconds=5)
"""How long the request that began a refund has to settle it itself."""


class SettleRefunds:
    """Settle every refund that is under way at a provider that can be asked.

    Money that an administrator gives back is settled by them alone.

    A job, safe to run at any time and twice at once: providers honour each refund's key.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        settle_refund: SettleRefund,
        clock: Clock,
        for_each: ForEach[Transaction],
    ) -> None:
        self._transactions = transactions
        self._settle_refund = settle_refund
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """How many refunds are settled that were not. Raises RowsFailed."""
        return await self._for_each.run(self._under_way(), self._settle)

    async def _under_way(self) -> AsyncIterator[Transaction]:
        after_id, before = self._for_each.reached, self._clock() - SETTLED_BY_REQUEST
        while refunds := await self._transactions.open(
            TransactionKind.REFUND,
            created_before=before,
            after_id=after_id,
            limit=REFUNDS_PER_RUN,
            without_provider=MANUAL,
        ):
            for refund in refunds:
                yield refund
            after_id = refunds[-1].id

    async def _settle(self, refund: Transaction) -> bool:
        settled = await self._settle_refund.execute(refund.id)
        return settled.status is not TransactionStatus.PENDING

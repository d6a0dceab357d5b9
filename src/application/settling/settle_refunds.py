"""Settlement of pending refunds."""

from collections.abc import AsyncIterator
from datetime import timedelta

from src.application.concurrency.for_each import ForEach
from src.application.ports.database import Clock
from src.application.ports.payments import MANUAL
from src.application.settling.record_refund import SettleRefund
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus
from src.domain.repositories.transaction import TransactionRepository

REFUNDS_PER_RUN = 100


SETTLED_BY_REQUEST = timedelta(seconds=5)
"""How long a refund is left to the request that began it."""


class SettleRefunds:
    """Settles all pending refunds, except manual ones: an administrator settles those.

    A job that is safe to run at any time and concurrently: each refund has an idempotency key.
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
        """Settle the pending refunds; the number of refunds settled. Raises RowsFailed."""
        return await self._for_each.run(self._pending(), self._settle)

    async def _pending(self) -> AsyncIterator[Transaction]:
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

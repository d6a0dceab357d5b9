"""Settlement of pending refunds."""

from collections.abc import AsyncIterator
from datetime import timedelta

from src.application.concurrency.for_each import ForEach, in_steps
from src.application.ports.database import Clock
from src.application.settling.record_refund import SettleRefund
from src.domain.entities.transaction import TransactionStatus
from src.domain.repositories.transaction import TransactionRepository

REFUNDS_PER_RUN = 100


SETTLED_BY_REQUEST = timedelta(seconds=5)
"""How long a refund is left to the request that began it."""


class SettleRefunds:
    """Settles the pending refunds that are due, except manual ones: an administrator settles those.

    The older a refund is, the less often its provider is asked for it, at least once an hour.
    A job that is safe to run at any time and concurrently: each refund has an idempotency key.
    """

    def __init__(
        self,
        transactions: TransactionRepository,
        settle_refund: SettleRefund,
        clock: Clock,
        for_each: ForEach[int],
    ) -> None:
        self._transactions = transactions
        self._settle_refund = settle_refund
        self._clock = clock
        self._for_each = for_each

    async def execute(self) -> int:
        """Settle the due refunds; the number of refunds settled. Raises RowsFailed."""
        return await self._for_each.run(self._due(), self._settle)

    def _due(self) -> AsyncIterator[int]:
        now = self._clock()
        return in_steps(
            lambda after: self._transactions.refunds_to_ask(
                now, created_before=now - SETTLED_BY_REQUEST, after_id=after, limit=REFUNDS_PER_RUN
            ),
            int,
            after_id=self._for_each.reached,
        )

    async def _settle(self, refund_id: int) -> bool:
        settled = await self._settle_refund.execute(refund_id, was_asked=True)
        if settled.status is not TransactionStatus.PENDING:
            return True
        await self._transactions.ask_later(refund_id, self._clock())
        return False

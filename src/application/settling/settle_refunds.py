"""Settlement of pending refunds."""

from contextlib import suppress
from datetime import timedelta

from src.application.ports.database import Clock
from src.application.settling.settle_refund import SettleRefund
from src.domain.entities.transaction import (
    TransactionKind,
    TransactionStatus,
)
from src.domain.errors import NotFound, ProviderFailed, Unavailable
from src.domain.repositories.transaction import TransactionRepository

REFUNDS_PER_RUN = 100


SETTLED_BY_REQUEST = timedelta(seconds=5)
"""How long a refund is left to the request that began it."""


class SettleRefunds:
    """Settles all pending refunds.

    A job that is safe to run at any time and concurrently: each refund has an idempotency key.
    """

    def __init__(
        self, transactions: TransactionRepository, settle_refund: SettleRefund, clock: Clock
    ) -> None:
        self._transactions = transactions
        self._settle_refund = settle_refund
        self._clock = clock

    async def execute(self) -> int:
        """Settle the pending refunds; the number of refunds settled."""
        settled, after_id = 0, 0
        before = self._clock() - SETTLED_BY_REQUEST
        while refunds := await self._transactions.open(
            TransactionKind.REFUND, created_before=before, after_id=after_id, limit=REFUNDS_PER_RUN
        ):
            for refund in refunds:
                # A refund that fails is retried in the next run, and delays no other.
                with suppress(ProviderFailed, Unavailable, NotFound):
                    now = await self._settle_refund.execute(refund.id)
                    settled += now.status is not TransactionStatus.PENDING
            after_id = refunds[-1].id
        return settled

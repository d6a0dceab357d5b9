"""Settle every refund that is under way."""

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
"""How long the request that began a refund has to settle it itself."""


class SettleRefunds:
    """Settle every refund that is under way.

    A job, safe to run at any time and twice at once: providers honour each refund's key.
    """

    def __init__(
        self, transactions: TransactionRepository, settle_refund: SettleRefund, clock: Clock
    ) -> None:
        self._transactions = transactions
        self._settle_refund = settle_refund
        self._clock = clock

    async def execute(self) -> int:
        """How many refunds are settled that were not."""
        settled, after_id = 0, 0
        before = self._clock() - SETTLED_BY_REQUEST
        while refunds := await self._transactions.open(
            TransactionKind.REFUND, created_before=before, after_id=after_id, limit=REFUNDS_PER_RUN
        ):
            for refund in refunds:
                # One that fails is tried again in the next run, and holds up no other.
                with suppress(ProviderFailed, Unavailable, NotFound):
                    now = await self._settle_refund.execute(refund.id)
                    settled += now.status is not TransactionStatus.PENDING
            after_id = refunds[-1].id
        return settled

"""Delete old deliveries."""

from datetime import timedelta

from src.application.ports.database import Clock, UnitOfWorkFactory

KEPT_FOR = timedelta(days=30)
BATCH = 1000


class CleanUpDeliveries:
    """Deletes deliveries that were planned more than 30 days ago, sent or not.

    A job that is safe to run at any time and concurrently: each batch is a transaction and skips
    locked rows.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self) -> int:
        """Delete them; the number of rows deleted."""
        deleted = 0
        while count := await self._batch():
            deleted += count
        return deleted

    async def _batch(self) -> int:
        async with self._unit_of_work() as uow:
            before = self._clock() - KEPT_FOR
            count = await uow.webhook_deliveries.forget(before, limit=BATCH)
            await uow.commit()
        return count

"""Remove what nobody asks for any more."""

from datetime import datetime, timedelta

from src.application.ports.database import Clock, UnitOfWorkFactory

ANSWERS_KEPT_FOR = timedelta(hours=24)
EXPIRED_TOKENS_KEPT_FOR = timedelta(days=1)
BATCH = 1000


class CleanUp:
    """Remove answers of idempotent requests after 24 hours, and expired refresh tokens.

    A job, safe to run at any time and twice at once: each batch is a transaction of its own,
    and leaves to others what they have locked.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self) -> int:
        """How many rows were removed."""
        now = self._clock()
        removed = 0
        while count := await self._forget_answers(now - ANSWERS_KEPT_FOR):
            removed += count
        while count := await self._forget_tokens(now - EXPIRED_TOKENS_KEPT_FOR):
            removed += count
        return removed

    async def _forget_answers(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.idempotency_keys.forget(before, limit=BATCH)
            await uow.commit()
        return count

    async def _forget_tokens(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.sessions.forget_expired(before, limit=BATCH)
            await uow.commit()
        return count

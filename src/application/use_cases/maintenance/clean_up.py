"""Delete expired records."""

from datetime import datetime, timedelta

from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.selling.transfer_entry import transfer_entry

RESULTS_KEPT_FOR = timedelta(hours=24)
EXPIRED_TOKENS_KEPT_FOR = timedelta(days=1)
MAILS_KEPT_FOR = timedelta(days=90)
GUESTS_KEPT_FOR = timedelta(days=1)
BATCH = 1000


class CleanUp:
    """Deletes results of idempotent requests, expired sessions, log-ins that nobody finished, and
    mails of long ago.

    Guests go who ordered nothing and whose session is over. From offers of tickets whose time has
    passed it removes the e-mail address.

    A job that is safe to run at any time and concurrently: each batch is a transaction and skips
    locked rows.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self) -> int:
        """Delete all expired records; the number of rows deleted or changed."""
        now = self._clock()
        deleted = 0
        while count := await self._delete_results(now - RESULTS_KEPT_FOR):
            deleted += count
        while count := await self._delete_tokens(now - EXPIRED_TOKENS_KEPT_FOR):
            deleted += count
        while count := await self._delete_log_ins(now):
            deleted += count
        while count := await self._expire_transfers(now):
            deleted += count
        while count := await self._delete_mails(now - MAILS_KEPT_FOR):
            deleted += count
        while count := await self._delete_guests(now - GUESTS_KEPT_FOR):
            deleted += count
        return deleted

    async def _expire_transfers(self, now: datetime) -> int:
        async with self._unit_of_work() as uow:
            expired = await uow.transfers.expire(now, limit=BATCH)
            await uow.audit.record([transfer_entry(transfer, None) for transfer in expired])
            await uow.commit()
        return len(expired)

    async def _delete_results(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.idempotency_keys.forget(before, limit=BATCH)
            await uow.commit()
        return count

    async def _delete_tokens(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.sessions.forget_expired(before, limit=BATCH)
            count += await uow.web_sessions.forget_expired(before, limit=BATCH)
            await uow.commit()
        return count

    async def _delete_log_ins(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.provider_log_ins.forget_expired(before, limit=BATCH)
            await uow.commit()
        return count

    async def _delete_guests(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.users.forget_guests(before, limit=BATCH)
            await uow.commit()
        return count

    async def _delete_mails(self, before: datetime) -> int:
        async with self._unit_of_work() as uow:
            count = await uow.mails.forget(before, limit=BATCH)
            await uow.commit()
        return count

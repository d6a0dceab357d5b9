"""Load the actors of concurrent requests with API keys together."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime, timedelta

from src.application.concurrency.lanes import Lanes
from src.application.dtos.api_key import KeyAccount
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.errors import AccountInactive, NotAuthenticated

USE_NOTED_EVERY = timedelta(minutes=1)
"""How exact `last_used_at` is: a key that is in use writes this often."""

UNKNOWN_KEY = "This API key does not exist, or was revoked or replaced."
ENDED_KEY = "This API key has ended."

KeyActorLanes = Lanes[None, bytes, Actor]
ReadKeyAccounts = Callable[[Collection[bytes], datetime], Awaitable[dict[bytes, KeyAccount]]]


class LoadKeyActors:
    """The batch function of the lane of API keys: one query for all waiting requests."""

    def __init__(
        self, read_key_accounts: ReadKeyAccounts, unit_of_work: UnitOfWorkFactory, clock: Clock
    ) -> None:
        self._read_key_accounts = read_key_accounts
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, _: None, hashes: Sequence[bytes]) -> list[Actor | Exception]:
        """Return the actor of each key, by the hash of its secret, or why it is refused.

        NotAuthenticated if there is none or it has ended, AccountInactive.
        """
        now = self._clock()
        found = await self._read_key_accounts(set(hashes), now)
        judged = {key: _judge(account, now) for key, account in found.items()}
        used = {
            actor.api_key_id
            for key, actor in judged.items()
            if isinstance(actor, Actor)
            and actor.api_key_id is not None
            and _is_stale(found[key].last_used_at, now)
        }
        if used:
            async with self._unit_of_work() as uow:
                await uow.api_keys.note_use(used, now)
                await uow.commit()
        return [judged.get(key) or NotAuthenticated(UNKNOWN_KEY) for key in hashes]


def _judge(account: KeyAccount, now: datetime) -> Actor | Exception:
    if account.expires_at is not None and account.expires_at <= now:
        return NotAuthenticated(ENDED_KEY)
    if not account.is_active:
        return AccountInactive()
    return account.actor


def _is_stale(noted: datetime | None, now: datetime) -> bool:
    return noted is None or noted <= now - USE_NOTED_EVERY

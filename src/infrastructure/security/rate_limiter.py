"""Rate limits per client and per account, shared by all processes or counted in this one."""

import hashlib
import math
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import structlog
from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError

from src.application.dtos.quota import Quota

if TYPE_CHECKING:
    from limits.aio.storage import RedisStorage
    from redis.asyncio import ConnectionPool

STORAGE_TIMEOUT_SECONDS = 0.5
STORAGE_REST_SECONDS = 5.0
"""How long a storage that failed is not used again."""

log = structlog.get_logger()


class SlidingWindowLimiter:
    """Implements `RateLimiter`. `rules` maps a name to a rate such as `10/minute`.

    Attempts are counted in the Redis or Valkey server at `storage_url` (redis://, rediss://,
    valkey://, valkeys://), for all processes that use it; without one, and while it is
    unreachable, in this process.
    """

    # The sliding window counter, because in Redis `MovingWindowRateLimiter` depends on the clock of
    # each process, and the fixed window counts refused attempts too.

    def __init__(
        self,
        rules: dict[str, str],
        *,
        is_enabled: bool,
        storage_url: str | None,
        monotonic: Callable[[], float],
    ) -> None:
        self._items: dict[str, RateLimitItem] = {name: parse(rate) for name, rate in rules.items()}
        self._is_enabled = is_enabled
        self._storage_url = storage_url
        self._monotonic = monotonic
        self._own: SlidingWindowCounterRateLimiter | None = None
        self._shared: SlidingWindowCounterRateLimiter | None = None
        self._pool: ConnectionPool | None = None
        self._is_away = False
        self._asked_again_at = float("-inf")

    async def hit(self, rule: str, key: str) -> Quota | None:
        if not self._is_enabled:
            return None
        item, name = self._items[rule], _hidden(key)

        async def take(limiter: SlidingWindowCounterRateLimiter) -> Quota:
            is_exceeded = not await limiter.hit(item, rule, name)
            return await _quota(limiter, rule, item, name, is_exceeded=is_exceeded)

        return await self._ask(take)

    async def look(self, rule: str, key: str, *, attempts: int) -> Quota | None:
        if not self._is_enabled:
            return None
        item, name = self._items[rule], _hidden(key)

        async def look(limiter: SlidingWindowCounterRateLimiter) -> Quota:
            is_exceeded = not await limiter.test(item, rule, name, cost=attempts)
            return await _quota(limiter, rule, item, name, is_exceeded=is_exceeded)

        return await self._ask(look)

    async def close(self) -> None:
        """Close the connections to the storage."""
        if self._pool is not None:
            await self._pool.aclose()

    async def _ask(
        self, question: Callable[[SlidingWindowCounterRateLimiter], Awaitable[Quota]]
    ) -> Quota:
        # Created on first use: the storages need a running event loop.
        if self._own is None:
            self._own = SlidingWindowCounterRateLimiter(MemoryStorage())
            if self._storage_url is not None:
                self._pool = _pool(self._storage_url)
                storage = _storage(self._storage_url, self._pool)
                self._shared = SlidingWindowCounterRateLimiter(storage)
        if self._shared is not None and self._asked_again_at <= self._monotonic():
            try:
                quota = await question(self._shared)
            except (StorageError, OSError) as error:
                self._note_absence(error)
            else:
                self._note_return()
                return quota
        return await question(self._own)

    def _note_absence(self, error: Exception) -> None:
        self._asked_again_at = self._monotonic() + STORAGE_REST_SECONDS
        if not self._is_away:
            cause = getattr(error, "storage_error", error)
            log.warning("rate_limit_storage_away", error=type(cause).__name__)
        self._is_away = True

    def _note_return(self) -> None:
        if self._is_away:
            log.info("rate_limit_storage_back")
        self._is_away = False


async def _quota(
    limiter: SlidingWindowCounterRateLimiter,
    rule: str,
    item: RateLimitItem,
    name: str,
    *,
    is_exceeded: bool,
) -> Quota:
    window = await limiter.get_window_stats(item, rule, name)
    return Quota(
        rule=rule,
        limit=item.amount,
        window_seconds=item.get_expiry(),
        remaining=window.remaining,
        reset_seconds=max(1, math.ceil(window.reset_time - time.time())),
        is_exceeded=is_exceeded,
    )


def _pool(url: str) -> "ConnectionPool":
    # Imported where there is such a storage: the client takes 4 MiB.
    from redis.asyncio import ConnectionPool
    from redis.asyncio.retry import Retry
    from redis.backoff import NoBackoff

    # One client for both, since Valkey uses the protocol of Redis.
    pool: ConnectionPool = ConnectionPool.from_url(
        _redis_url(url),
        socket_timeout=STORAGE_TIMEOUT_SECONDS,
        socket_connect_timeout=STORAGE_TIMEOUT_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
    return pool


def _storage(url: str, pool: "ConnectionPool") -> "RedisStorage":
    from limits.aio.storage import RedisStorage

    options: dict[str, Any] = {"connection_pool": pool}
    address = f"async+{_redis_url(url)}"
    return RedisStorage(address, wrap_exceptions=True, implementation="redispy", **options)


def _redis_url(url: str) -> str:
    return url.replace("valkey", "redis", 1)


def _hidden(key: str) -> str:
    # So that the storage has no e-mail and IP addresses in clear text.
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()

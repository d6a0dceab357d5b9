"""Rate limits per client, counted in this process."""

import math
import time

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

from src.domain.errors import RateLimited


class MovingWindowLimiter:
    """Implements `RateLimiter`. `limits` maps a name to a rate such as `10/minute`."""

    def __init__(self, limits: dict[str, str], *, is_enabled: bool) -> None:
        self._items: dict[str, RateLimitItem] = {name: parse(rate) for name, rate in limits.items()}
        self._is_enabled = is_enabled
        self._limiter: MovingWindowRateLimiter | None = None

    async def hit(self, limit: str, client: str) -> None:
        if not self._is_enabled:
            return
        # Created on first use: the storage starts a task, which needs a running event loop.
        self._limiter = self._limiter or MovingWindowRateLimiter(MemoryStorage())
        item = self._items[limit]
        if not await self._limiter.hit(item, limit, client):
            window = await self._limiter.get_window_stats(item, limit, client)
            raise RateLimited(max(1, math.ceil(window.reset_time - time.time())))

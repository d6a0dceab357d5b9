"""Rate limits of requests, per client and per account."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Annotated

import structlog
from fastapi import Depends, Request

from src.application.dtos.quota import Quota
from src.application.ports.security import RateLimiter
from src.domain.errors import RateLimited, TicketingError
from src.presentation.middleware.rate_limit_headers import QUOTAS
from src.presentation.utils.client import client_of

log = structlog.get_logger()


class RunningGuesses:
    """The number of guesses in progress, by rule and key."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    @contextmanager
    def one_more(self, rule: str, key: str) -> Iterator[int]:
        """Count another guess within the context; yields the number in progress, this included."""
        self._counts[rule, key] += 1
        try:
            yield self._counts[rule, key]
        finally:
            self._counts[rule, key] -= 1
            if not self._counts[rule, key]:
                del self._counts[rule, key]


class RateLimits:
    """The rate limits of a request, which its response states in `RateLimit` headers.

    `client` is the key for limits per client address.
    """

    def __init__(self, request: Request, limiter: RateLimiter, running: RunningGuesses) -> None:
        self._quotas: dict[str, Quota] = request.scope.setdefault("state", {}).setdefault(
            QUOTAS, {}
        )
        self._limiter = limiter
        self._running = running
        self.client = client_of(request)

    async def hit(self, rule: str, key: str) -> None:
        """Count an attempt of `key`. Raises RateLimited if the limit is exceeded."""
        self._judge(await self._limiter.hit(rule, key))

    @asynccontextmanager
    async def guess(
        self,
        kind: str,
        key: str,
        is_wrong: Callable[[TicketingError], bool],
        *,
        rule: str = "guess",
        is_stated: bool = True,
    ) -> AsyncIterator[None]:
        """Limit wrong guesses: count one for `key` if the block raises a refusal that `is_wrong`.

        Guesses in progress count too, so that concurrent requests cannot exceed the limit. `kind`
        separates what is guessed. With `is_stated` False the response does not state the limit.
        Raises RateLimited if the limit is exceeded.
        """
        name = f"{kind}:{key}"
        with self._running.one_more(rule, name) as running:
            quota = await self._limiter.look(rule, name, attempts=running)
            self._judge(quota, kind=kind, is_stated=is_stated)
            try:
                yield
            except TicketingError as refusal:
                if is_wrong(refusal):
                    quota = await self._limiter.hit(rule, name)
                    if quota is not None and is_stated:
                        self._state(quota)
                raise

    def _judge(
        self, quota: Quota | None, *, kind: str | None = None, is_stated: bool = True
    ) -> None:
        if quota is None:
            return
        if is_stated or quota.is_exceeded:
            self._state(quota)
        if quota.is_exceeded:
            log.warning("rate_limited", rule=quota.rule, kind=kind)
            raise RateLimited(quota.reset_seconds)

    def _state(self, quota: Quota) -> None:
        # A request may be a guess of two kinds: the response states the tighter limit.
        stated = self._quotas.get(quota.rule, quota)
        self._quotas[quota.rule] = min(stated, quota, key=lambda known: known.remaining)


async def rate_limits(request: Request) -> RateLimits:
    """Return the rate limits of the request."""
    # One dependency instead of three, since FastAPI takes a while to resolve each.
    providers = request.app.state.providers
    return RateLimits(request, providers["rate_limiter"](), providers["running_guesses"]())


Limits = Annotated[RateLimits, Depends(rate_limits)]

"""How often a client or an account may try something, asked around what it tries."""

import ipaddress
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

IPV6_NETWORK_BITS = 64
"""What a provider gives one customer: single addresses in it cost nothing."""

log = structlog.get_logger()


class RunningGuesses:
    """How many guesses of each kind and account are being answered at this moment."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    @contextmanager
    def one_more(self, rule: str, key: str) -> Iterator[int]:
        """Count one more meanwhile; gives how many run, with this one."""
        self._counts[rule, key] += 1
        try:
            yield self._counts[rule, key]
        finally:
            self._counts[rule, key] -= 1
            if not self._counts[rule, key]:
                del self._counts[rule, key]


class RateLimits:
    """The limits of one request, which its answer tells in `RateLimit` and `RateLimit-Policy`."""

    def __init__(self, request: Request, limiter: RateLimiter, running: RunningGuesses) -> None:
        self._quotas: dict[str, Quota] = request.scope.setdefault("state", {}).setdefault(
            QUOTAS, {}
        )
        self._limiter = limiter
        self._running = running
        self.client = client_network(request.client.host if request.client else "unknown")

    async def hit(self, rule: str, key: str) -> None:
        """Count one try of `key`. Raises RateLimited when it is one too many."""
        self._judge(await self._limiter.hit(rule, key))

    @asynccontextmanager
    async def guess(
        self,
        kind: str,
        key: str,
        is_wrong: Callable[[TicketingError], bool],
        *,
        rule: str = "guess",
        is_told: bool = True,
    ) -> AsyncIterator[None]:
        """Let what is inside answer a guess of `key`, and count it when the answer was no.

        `is_wrong` says which refusals are a no. Those that are being answered count as well, so
        that a crowd of guesses at once is no way around. `is_told` False keeps to ourselves what
        is left. Raises RateLimited when there were too many.
        """
        name = f"{kind}:{key}"
        with self._running.one_more(rule, name) as tries:
            quota = await self._limiter.look(rule, name, tries=tries)
            self._judge(quota, kind=kind, is_told=is_told)
            try:
                yield
            except TicketingError as refusal:
                if is_wrong(refusal):
                    quota = await self._limiter.hit(rule, name)
                    if quota is not None and is_told:
                        self._tell(quota)
                raise

    def _judge(self, quota: Quota | None, *, kind: str | None = None, is_told: bool = True) -> None:
        if quota is None:
            return
        if is_told or quota.is_exceeded:
            self._tell(quota)
        if quota.is_exceeded:
            log.warning("rate_limited", rule=quota.rule, kind=kind)
            raise RateLimited(quota.reset_seconds)

    def _tell(self, quota: Quota) -> None:
        # An edit may be a guess of two kinds: the tighter one is what the client has to mind.
        told = self._quotas.get(quota.rule, quota)
        self._quotas[quota.rule] = min(told, quota, key=lambda known: known.remaining)


def client_network(host: str) -> str:
    """What counts as one client: an address, or the network of an IPv6 address."""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, IPV6_NETWORK_BITS), strict=False))


async def rate_limits(request: Request) -> RateLimits:
    """The limits of this request, as a dependency."""
    # By itself, and not of two others: FastAPI takes its time over each.
    providers = request.app.state.providers
    return RateLimits(request, providers["rate_limiter"](), providers["running_guesses"]())


Limits = Annotated[RateLimits, Depends(rate_limits)]

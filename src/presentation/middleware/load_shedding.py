"""Load shedding: refuse requests when more are running than the process can finish in time.

A quick refusal costs little and can be retried; an endless queue makes every request late. A
request counts as running once its body is there: a slow client takes no place from others.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from src.domain.errors import TicketingError, Unavailable
from src.presentation.dependencies.authentication import Caller
from src.presentation.middleware.request_body import (
    SMALL_BODY_BYTES,
    announced_bytes,
    body_refusal,
    read_small,
    read_within_limit,
)
from src.presentation.utils.problem import problem_response

# Operators must get a response under any load; streams last long and have a limit of their own.
EXEMPT = ("/health", "/ready", "/metrics")
STREAM = "/availability/stream"

MAX_LARGE_BODIES = 16
MAX_LARGE_BODIES_OF_USER = 2
"""Large bodies take memory and time: these places for them are beside those of all requests."""

CALLER = Caller(is_required=False)


class LoadShedding:
    """Responds with 503 beyond `max_requests` running requests.

    A body above 64 KiB is read only once its sender is known, and only a few of them at a time.
    """

    def __init__(self, app: ASGIApp, max_requests: int) -> None:
        self._app = app
        self._max_requests = max_requests
        self._running = 0
        self._large: Counter[int] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_exempt = scope["type"] != "http" or scope["path"] in EXEMPT
        if is_exempt or scope["path"].endswith(STREAM):
            await self._app(scope, receive, send)
            return
        announced = announced_bytes(scope)
        if announced:
            if announced > SMALL_BODY_BYTES:
                await self._run_large(scope, receive, send, announced)
                return
            receive, is_whole = await read_small(receive)
            if not is_whole:
                await self._run_large(scope, receive, send, SMALL_BODY_BYTES + 1)
                return
        if self._running >= self._max_requests:
            refusal = Unavailable("Too many people are here at once. Please try again shortly.")
            await problem_response(Request(scope), refusal)(scope, receive, send)
            return
        self._running += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._running -= 1

    async def _run_large(self, scope: Scope, receive: Receive, send: Send, announced: int) -> None:
        """Run a request whose body is not read yet, if its sender may send so much."""
        request = Request(scope)
        try:
            actor = await CALLER(request)
            if (refused := body_refusal(request, actor, announced)) is not None:
                await refused(scope, receive, send)
                return
            assert actor is not None
            with self._place_of(actor.id):
                await self._app(scope, read_within_limit(scope, receive), send)
        except TicketingError as refusal:
            await problem_response(request, refusal)(scope, receive, send)

    @contextmanager
    def _place_of(self, user_id: int) -> Iterator[None]:
        is_full = self._large.total() >= MAX_LARGE_BODIES
        if is_full or self._large[user_id] >= MAX_LARGE_BODIES_OF_USER:
            raise Unavailable("Too many long requests are here at once. Please try again shortly.")
        self._large[user_id] += 1
        try:
            yield
        finally:
            self._large[user_id] -= 1
            if not self._large[user_id]:
                del self._large[user_id]

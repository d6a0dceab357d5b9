"""Load shedding: refuse requests when more are running than the process can finish in time.

A quick refusal costs little and can be retried; an endless queue makes every request late.
"""

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from src.domain.errors import Unavailable
from src.presentation.utils.problem import problem_response

# Operators must get a response under any load; streams last long and have a limit of their own.
EXEMPT = ("/health", "/ready", "/metrics")
STREAM = "/availability/stream"


class LoadShedding:
    """Responds with 503 beyond `max_requests` running requests."""

    def __init__(self, app: ASGIApp, max_requests: int) -> None:
        self._app = app
        self._max_requests = max_requests
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_exempt = scope["type"] != "http" or scope["path"] in EXEMPT
        if is_exempt or scope["path"].endswith(STREAM):
            await self._app(scope, receive, send)
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

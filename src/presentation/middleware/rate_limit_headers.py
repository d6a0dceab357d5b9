"""The fields `RateLimit` and `RateLimit-Policy` of every answer that a limit applied to.

As draft-ietf-httpapi-ratelimit-headers-11 has them: which quotas there are (`q` tries in `w`
seconds), and what is left of them (`r` tries, more after `t` seconds).
"""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.application.dtos.quota import Quota

QUOTAS = "quotas"
"""Under this name a request's state has its quotas by rule."""


class RateLimitHeaders:
    """Adds the fields to an answer, whichever it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_fields(message: Message) -> None:
            quotas: Mapping[str, Quota] = scope.get("state", {}).get(QUOTAS, {})
            if quotas and message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["RateLimit-Policy"] = ", ".join(map(_policy, quotas.values()))
                headers["RateLimit"] = ", ".join(map(_service_limit, quotas.values()))
            await send(message)

        await self._app(scope, receive, send_with_fields)


def _policy(quota: Quota) -> str:
    return f'"{quota.rule}";q={quota.limit};w={quota.window_seconds}'


def _service_limit(quota: Quota) -> str:
    return f'"{quota.rule}";r={quota.remaining};t={quota.reset_seconds}'

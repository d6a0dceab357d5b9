"""The response headers `RateLimit` and `RateLimit-Policy`.

They follow draft-ietf-httpapi-ratelimit-headers-11: the policy names each quota (`q` requests in
`w` seconds), the other what remains of it (`r` requests, more in `t` seconds).
"""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.application.dtos.quota import Quota

QUOTAS = "quotas"
"""The key of the quotas, by rule, in the state of a request."""


class RateLimitHeaders:
    """Adds the headers to each response to which a rate limit applied."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            quotas: Mapping[str, Quota] = scope.get("state", {}).get(QUOTAS, {})
            if quotas and message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["RateLimit-Policy"] = ", ".join(map(_policy, quotas.values()))
                headers["RateLimit"] = ", ".join(map(_service_limit, quotas.values()))
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _policy(quota: Quota) -> str:
    return f'"{quota.rule}";q={quota.limit};w={quota.window_seconds}'


def _service_limit(quota: Quota) -> str:
    return f'"{quota.rule}";r={quota.remaining};t={quota.reset_seconds}'

"""Forms are accepted from our own pages alone.

A browser sends the session's cookie with a form of another site too, where the cookie's SameSite
rules let it. `Sec-Fetch-Site` says where a request comes from; browsers that do not send it send
`Origin` (OWASP, Cross-Site Request Forgery Prevention: Fetch Metadata).
"""

from urllib.parse import urlsplit

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from src.domain.errors import Forbidden

ELSEWHERE = "This form was sent from another site. Open our page, and send it there."
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def from_own_origin(page: ASGIApp) -> ASGIApp:
    """A page that raises Forbidden for an unsafe request that comes from none of our pages."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        _require_own_origin(Request(scope))
        await page(scope, receive, send)

    return answer


def _require_own_origin(request: Request) -> None:
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site != "same-origin":
            raise Forbidden(ELSEWHERE)
        return
    origin = request.headers.get("origin")
    if origin is None or origin not in _own_origins(request):
        raise Forbidden(ELSEWHERE)


def _own_origins(request: Request) -> set[str]:
    own = urlsplit(request.app.state.own_url)
    return {
        f"{own.scheme}://{own.netloc}",
        f"{request.url.scheme}://{request.headers.get('host', '')}",
    }

"""HEAD for every GET route, and `Allow` with every method of an address."""

from starlette.requests import Request
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
IS_HEAD = "is_head"


class HeadAsGet:
    """Answers HEAD with the status and the headers of GET, and without a body.

    The application sees a GET. The response ends after its headers, so that even one with an
    endless body is complete.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body"})

        await self._app({**scope, "method": "GET", IS_HEAD: True}, receive, send_headers)


def sent_method(scope: Scope) -> str:
    """The method that the client sent: HEAD even if it is handled as a GET."""
    method: str = "HEAD" if IS_HEAD in scope else scope["method"]
    return method


def allowed_methods(request: Request) -> set[str]:
    """Every method of a route with the request's address.

    The router itself names only those of the first route with this address.
    """
    # Without what FastAPI noted about the route that did not match the method.
    scope = {name: value for name, value in request.scope.items() if name != "fastapi"}
    return {
        method
        for method in METHODS
        for route in request.app.routes
        if route.matches({**scope, "method": method})[0] is Match.FULL
    }

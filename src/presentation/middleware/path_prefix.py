"""Adds the path prefix to the addresses in headers of responses (see `utils/path_prefix.py`)."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.presentation.utils.path_prefix import STATE

ADDRESSES = frozenset({b"location", b"content-location", b"service-worker-allowed"})
LINK = b"link"


class PathPrefix:
    """Turns paths of this service in headers into those that clients ask for.

    What it wraps finds the prefix in the request's state.
    """

    def __init__(self, app: ASGIApp, prefix: str) -> None:
        self._app = app
        self._name = prefix
        self._prefix = prefix.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope.setdefault("state", {})[STATE] = self._name

        async def send_with_prefix(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [(name, self._moved(name, value)) for name, value in message["headers"]]
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, send_with_prefix)

    def _moved(self, name: bytes, value: bytes) -> bytes:
        if name == LINK:
            return value.replace(b"</", b"<" + self._prefix + b"/")
        if name in ADDRESSES and value.startswith(b"/") and not value.startswith(b"//"):
            return self._prefix + value
        return value

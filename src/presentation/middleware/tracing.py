"""A span around every request, where traces are enabled."""

from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.presentation.middleware.head import sent_method
from src.presentation.middleware.request_context import route_template


class TraceRequests:
    """The outermost middleware. Spans name the route, not the address, which has ids and codes."""

    def __init__(self, app: ASGIApp, tracing: Any) -> None:
        self._app = app
        self._tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with self._tracing.request(scope["headers"]) as span:

            async def send_and_note(message: Message) -> None:
                if message["type"] == "http.response.start":
                    self._tracing.note_response(span, message["status"])
                await send(message)

            try:
                await self._app(scope, receive, send_and_note)
            finally:
                method, route = sent_method(scope), route_template(scope)
                span.update_name(f"{method} {route}")
                span.set_attribute("http.request.method", method)
                span.set_attribute("http.route", route)
                if (known := scope.get("state", {}).get("correlation_id")) is not None:
                    span.set_attribute("ticketing.correlation_id", known)

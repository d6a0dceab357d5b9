"""Requests in the metrics: an open stream is none that runs, nor one that is slow."""

from prometheus_client import CollectorRegistry
from starlette.types import Message, Receive, Scope, Send

from src.presentation.middleware.request_context import RequestContext, RequestMetrics

SCOPE: Scope = {"type": "http", "method": "GET", "path": "/", "headers": []}


class Seen:
    """What the metrics say while the application responds."""

    def __init__(self, media_type: bytes) -> None:
        self.registry = CollectorRegistry()
        self.app = RequestContext(self._respond, RequestMetrics(self.registry))
        self.running: list[tuple[float, float]] = []
        self._media_type = media_type

    async def request(self) -> None:
        await self.app({**SCOPE}, _receive, _send)

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._look()
        headers = [(b"content-type", self._media_type)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        self._look()
        await send({"type": "http.response.body", "body": b""})

    def _look(self) -> None:
        self.running.append(
            (self.value("http_requests_in_progress"), self.value("http_streams_open"))
        )

    def value(self, name: str) -> float:
        value = self.registry.get_sample_value(name)
        assert value is not None
        return value


async def _receive() -> Message:
    return {"type": "http.request", "body": b""}


async def _send(message: Message) -> None:
    pass


async def test_a_response_runs_until_it_ends() -> None:
    seen = Seen(b"application/json")
    await seen.request()
    assert seen.running == [(1, 0), (1, 0)]
    assert (seen.value("http_requests_in_progress"), seen.value("http_streams_open")) == (0, 0)


async def test_a_stream_is_open_once_it_has_begun() -> None:
    seen = Seen(b"text/event-stream; charset=utf-8")
    await seen.request()
    assert seen.running == [(1, 0), (0, 1)]
    assert (seen.value("http_requests_in_progress"), seen.value("http_streams_open")) == (0, 0)

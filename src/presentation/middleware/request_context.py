"""Around every request: correlation id, log line, metrics, and headers of every response."""

import re
import time
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.presentation.dependencies.strict_route import PREFERENCE_APPLIED
from src.presentation.middleware.head import sent_method

HEADER = "X-Correlation-ID"
ID_NAME = HEADER.lower().encode()
NO_SNIFFING = (b"x-content-type-options", b"nosniff")
NO_STORE = (b"cache-control", b"no-store")
STREAM = b"text/event-stream"
CORRELATION_ID = re.compile(r"[\x21-\x7e]{1,128}")
log = structlog.get_logger()


class RequestMetrics:
    """Prometheus metrics of requests, by route template so that ids do not multiply them."""

    def __init__(self, registry: CollectorRegistry) -> None:
        labels = ("method", "route", "status")
        self.total = Counter("http_requests", "Requests answered.", labels, registry=registry)
        self.duration = Histogram(
            "http_request_duration_seconds",
            "Time from request to last byte; of a stream, to its first.",
            labels[:2],
            registry=registry,
        )
        self.running = _gauge("http_requests_in_progress", "Requests running.", registry)
        self.streams = _gauge("http_streams_open", "Streams of events open.", registry)


def _gauge(name: str, meaning: str, registry: CollectorRegistry) -> Gauge:
    """Of several processes, the sum over those that run."""
    return Gauge(name, meaning, multiprocess_mode="livesum", registry=registry)


class RequestContext:
    """The outermost middleware but `HeadAsGet`.

    An answer that says nothing of caches is kept by none.
    """

    def __init__(self, app: ASGIApp, metrics: RequestMetrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        correlation_id = _correlation_id(Headers(scope=scope).get(HEADER))
        scope.setdefault("state", {})["correlation_id"] = correlation_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(correlation_id=correlation_id)
        request = _Request(self._metrics)

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(message["headers"], scope["state"])
                request.begin_response(message)
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            request.end(scope)


class _Request:
    """A request in the metrics: one that runs, until it ends or becomes an open stream."""

    def __init__(self, metrics: RequestMetrics) -> None:
        self._metrics = metrics
        self._started = time.perf_counter()
        self._opened_after: float | None = None
        # 499, as in nginx: the client disconnected before the response.
        self._status = 499
        metrics.running.inc()

    def begin_response(self, message: Message) -> None:
        """Note the status, and that a stream is open, whose end says nothing of how fast we are."""
        self._status = message["status"]
        headers = message["headers"]
        if any(name == b"content-type" and value.startswith(STREAM) for name, value in headers):
            self._opened_after = time.perf_counter() - self._started
            self._metrics.running.dec()
            self._metrics.streams.inc()

    def end(self, scope: Scope) -> None:
        """Record the request, and write its line in the log."""
        seconds = time.perf_counter() - self._started
        (self._metrics.running if self._opened_after is None else self._metrics.streams).dec()
        route, method, status = route_template(scope), sent_method(scope), self._status
        self._metrics.total.labels(method, route, status).inc()
        measured = seconds if self._opened_after is None else self._opened_after
        self._metrics.duration.labels(method, route).observe(measured)
        log.info(
            "request",
            method=method,
            route=route,
            status=status,
            duration_ms=round(seconds * 1000, 1),
            user_id=scope["state"].get("user_id"),
            **_key_of(scope["state"]),
        )


def _complete(headers: list[tuple[bytes, bytes]], state: Mapping[str, Any]) -> None:
    """Add what every answer has."""
    headers.append((ID_NAME, state["correlation_id"].encode()))
    if PREFERENCE_APPLIED in state:
        headers.append((b"preference-applied", state[PREFERENCE_APPLIED].encode()))
    headers.append(NO_SNIFFING)
    if not any(name == b"cache-control" for name, _ in headers):
        headers.append(NO_STORE)


def _key_of(state: Mapping[str, Any]) -> Mapping[str, int]:
    """The API key that the request came with, if it did."""
    return {"api_key_id": state["api_key_id"]} if "api_key_id" in state else {}


def route_template(scope: Scope) -> str:
    """The route's path with the names of its parameters; `(none)` if no route fits."""
    return getattr(scope.get("route"), "path", "(none)")


def _correlation_id(given: str | None) -> str:
    return given if given and CORRELATION_ID.fullmatch(given) else uuid4().hex

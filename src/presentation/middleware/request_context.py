"""Around every request: correlation id, size limit, log line, metrics, and responses to faults."""

import re
import time
from collections.abc import Callable
from typing import TypeVar
from uuid import uuid4

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.application.concurrency.lanes import ClientDisconnected
from src.domain.errors import TicketingError
from src.presentation.middleware.head import sent_method
from src.presentation.utils import problem

HEADER = "X-Correlation-ID"
CORRELATION_ID = re.compile(r"[\x21-\x7e]{1,128}")
MAX_BODY_BYTES = 1024 * 1024
BODY_LIMITS: dict[object, int] = {}
"""Endpoints whose bodies may be larger than MAX_BODY_BYTES, and how large."""

log = structlog.get_logger()

Endpoint = TypeVar("Endpoint", bound=Callable[..., object])


def larger_body(max_bytes: int) -> Callable[[Endpoint], Endpoint]:
    """A decorator that allows bodies of up to `max_bytes` for an endpoint."""

    def register(endpoint: Endpoint) -> Endpoint:
        BODY_LIMITS[endpoint] = max_bytes
        return endpoint

    return register


class RequestMetrics:
    """Prometheus metrics of requests, by route template so that ids do not multiply them."""

    def __init__(self, registry: CollectorRegistry) -> None:
        labels = ("method", "route", "status")
        self.total = Counter("http_requests", "Requests answered.", labels, registry=registry)
        self.duration = Histogram(
            "http_request_duration_seconds",
            "Time from request to last byte.",
            labels[:2],
            registry=registry,
        )
        self.running = Gauge("http_requests_in_progress", "Requests running.", registry=registry)


class RequestContext:
    """The outermost middleware but `HeadAsGet`. `as_refusal` maps a fault to a refusal or None."""

    def __init__(
        self,
        app: ASGIApp,
        metrics: RequestMetrics,
        as_refusal: Callable[[BaseException], TicketingError | None],
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._as_refusal = as_refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        correlation_id = _correlation_id(Headers(scope=scope).get(HEADER))
        scope.setdefault("state", {})["correlation_id"] = correlation_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(correlation_id=correlation_id)
        started = time.perf_counter()
        # 499, as in nginx: the client disconnected before the response.
        status = 499

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = correlation_id
            await send(message)

        with self._metrics.running.track_inprogress():
            try:
                await self._respond(scope, receive, send_with_id)
            finally:
                self._record(scope, status, time.perf_counter() - started)

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_started = False

        async def send_noting_start(message: Message) -> None:
            nonlocal is_started
            is_started = True
            await send(message)

        try:
            await self._app(scope, _limited(scope, receive), send_noting_start)
        except ClientDisconnected:
            # Nobody is left to receive a response.
            return
        except Exception as error:
            if is_started:
                log.exception("response_broken_off")
                raise
            await self._fail(error, scope, receive, send)

    async def _fail(self, error: Exception, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        refusal = error if isinstance(error, TicketingError) else self._as_refusal(error)
        if refusal is not None:
            log.warning("adapter_failed", code=refusal.code, error=repr(error))
            response = problem.problem_response(request, refusal)
        else:
            log.exception("internal_error")
            response = problem.internal_error_response(request)
        await response(scope, receive, send)

    def _record(self, scope: Scope, status: int, seconds: float) -> None:
        route = _route_template(scope)
        method = sent_method(scope)
        self._metrics.total.labels(method, route, status).inc()
        self._metrics.duration.labels(method, route).observe(seconds)
        log.info(
            "request",
            method=method,
            route=route,
            status=status,
            duration_ms=round(seconds * 1000, 1),
            user_id=scope["state"].get("user_id"),
        )


def _route_template(scope: Scope) -> str:
    # FastAPI keeps the full path of an included route here; `scope["route"]` lacks the prefix.
    context = scope.get("fastapi", {}).get("effective_route_context") or scope.get("route")
    return getattr(context, "path", "(none)")


def _correlation_id(given: str | None) -> str:
    return given if given and CORRELATION_ID.fullmatch(given) else uuid4().hex


def _limited(scope: Scope, receive: Receive) -> Receive:
    """`receive` with a limit for the body, whether or not its length was announced."""
    announced = Headers(scope=scope).get("content-length", "0")
    received = 0

    async def limited() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        # Known by now: the body is read only after the router has chosen the endpoint.
        limit = BODY_LIMITS.get(scope.get("endpoint"), MAX_BODY_BYTES)
        if received > limit or (announced.isdigit() and int(announced) > limit):
            raise HTTPException(413, f"The request body may have at most {limit // 1024} KiB.")
        return message

    return limited

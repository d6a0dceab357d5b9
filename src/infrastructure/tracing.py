"""Traces by OpenTelemetry, enabled by its standard environment variables.

Spans have names, numbers and kinds of errors, and never values of requests, statements or errors:
these are personal data, and a trace goes to somebody else's system.
"""

import atexit
import os
import re
import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from src.application.concurrency.for_each import RowsFailed
from src.application.concurrency.lanes import IsDisconnected, Lanes
from src.domain.errors import TicketingError

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span, SpanContext

ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
EXPORTERS = ("otlp", "console", "none")
SERVICE = "event-ticketing"
FLUSH_SECONDS = 2.0
DOES = re.compile(r"\b(INSERT INTO|UPDATE|DELETE FROM|SELECT|BEGIN|COMMIT|ROLLBACK)\b")
TABLE = re.compile(r'\s+"?([a-z_]+)')
FROM = re.compile(r'\bFROM\s+"?([a-z_]+)')


def open_tracing(version: str, environ: Mapping[str, str] = os.environ) -> "Tracing | None":
    """The traces that the environment asks for; None if it asks for none.

    It asks by `OTEL_TRACES_EXPORTER` (`otlp` or `console`) or by the address of a collector. All
    else is as the variables of OpenTelemetry say. Raises ValueError for an exporter that is not
    there.
    """
    exporter = _exporter(environ)
    if exporter == "none":
        return None
    # Only here: a server without traces has no use for 16 MiB.
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import (
        BatchSpanProcessor,
        ConsoleSpanExporter,
        SimpleSpanProcessor,
    )

    names = {} if environ.get("OTEL_SERVICE_NAME") else {"service.name": SERVICE}
    resource = Resource.create({**names, "service.version": version})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    if exporter == "console":
        provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter()))
    else:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    atexit.register(_send_what_is_left, provider)
    return Tracing(provider)


def _send_what_is_left(provider: "TracerProvider") -> None:
    """In so many seconds, and not the ten for which the exporter tries again at the end."""
    sending = threading.Thread(target=provider.force_flush, daemon=True)
    sending.start()
    sending.join(FLUSH_SECONDS)


def _exporter(environ: Mapping[str, str]) -> str:
    given = environ.get("OTEL_TRACES_EXPORTER", "").strip()
    exporter = given or ("otlp" if any(environ.get(name) for name in ENDPOINTS) else "none")
    if exporter not in EXPORTERS:
        message = f"OTEL_TRACES_EXPORTER is {exporter!r}; this service knows otlp, console, none."
        raise ValueError(message)
    return "none" if environ.get("OTEL_SDK_DISABLED", "").lower() == "true" else exporter


def has_traces(environ: Mapping[str, str]) -> bool:
    """Whether the environment asks for traces."""
    return _exporter(environ) != "none"


def add_trace_id(_: object, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A processor of structlog: says in which trace a line was written."""
    from opentelemetry.trace import get_current_span

    context = get_current_span().get_span_context()
    if context.is_valid:
        entry["trace_id"] = f"{context.trace_id:032x}"
    return entry


class Tracing:
    """The spans of one process; what is left is sent when it ends."""

    def __init__(self, provider: "TracerProvider") -> None:
        self._tracer = provider.get_tracer(SERVICE)

    @contextmanager
    def span(self, name: str, **options: Any) -> Iterator["Span"]:
        """A span around the block. An error ends it with the error's kind, and goes on.

        A refusal is no error of the service.
        """
        from opentelemetry.trace import StatusCode

        with self._tracer.start_as_current_span(
            name, record_exception=False, set_status_on_exception=False, **options
        ) as span:
            try:
                yield span
            except TicketingError as refusal:
                span.set_attribute("refusal.code", refusal.code)
                raise
            except BaseException as error:
                span.set_attribute("error.type", type(error).__qualname__)
                if isinstance(error, RowsFailed):
                    span.set_attribute("job.failed", len(error.failures))
                if isinstance(error, Exception):
                    span.set_status(StatusCode.ERROR)
                raise

    @contextmanager
    def request(self, headers: Sequence[tuple[bytes, bytes]]) -> Iterator["Span"]:
        """A span of a request, in the trace of the caller if `headers` name one."""
        from opentelemetry.propagate import extract
        from opentelemetry.trace import SpanKind

        carrier = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers}
        with self.span("request", context=extract(carrier), kind=SpanKind.SERVER) as span:
            yield span

    def note_response(self, span: "Span", status: int) -> None:
        """Say how the request was answered: only 500 and above are errors of the service."""
        from opentelemetry.trace import StatusCode

        span.set_attribute("http.response.status_code", status)
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            span.set_attribute("error.type", str(status))
            span.set_status(StatusCode.ERROR)

    def job(self, name: str, run: Callable[[], Awaitable[int]]) -> Callable[[], Awaitable[int]]:
        """The job, each run of which is a trace."""
        from opentelemetry.context import Context

        async def traced() -> int:
            with self.span(f"job {name}", context=Context()) as span:
                count = await run()
                span.set_attribute("job.done", count)
                return count

        return traced

    def note_statement(self, logged: Any) -> None:
        """A span of a statement that has ended, as asyncpg's logger of queries gives it."""
        from opentelemetry.trace import SpanKind, StatusCode

        ended = time.time_ns()
        summary = summary_of(logged.query)
        span = self._tracer.start_span(
            summary,
            kind=SpanKind.CLIENT,
            start_time=ended - int(logged.elapsed * 1e9),
            attributes={"db.system.name": "postgresql", "db.query.summary": summary},
        )
        if logged.exception is not None:
            state = getattr(logged.exception, "sqlstate", None) or "none"
            span.set_attribute("error.type", type(logged.exception).__qualname__)
            span.set_attribute("db.response.status_code", state)
            span.set_status(StatusCode.ERROR)
        span.end(ended)


@lru_cache(maxsize=1000)
def summary_of(statement: str) -> str:
    """What it does first, and to which table, such as `INSERT INTO bookings`: never a value."""
    does = DOES.search(statement)
    if does is None:
        return "statement"
    rest = statement[does.end() :]
    table = FROM.search(rest) if does[1] == "SELECT" else TABLE.match(rest)
    return f"{does[1]} {table[1]}" if table else does[1]


@dataclass(frozen=True, slots=True)
class _Traced:
    """An item of a lane, with the span that waits for it."""

    item: Any
    context: "SpanContext"


class TracedLanes(Lanes[Any, Any, Any]):
    """Lanes whose batches are traces of their own, linked to the spans that wait for them."""

    def __init__(self, tracing: Tracing, name: str, run: Any, **options: Any) -> None:
        self._tracing = tracing
        self._name = name
        self._run_batch = run
        super().__init__(self._run_traced, **options)

    async def submit(
        self, key: Any, item: Any, is_disconnected: IsDisconnected | None = None
    ) -> Any:
        with self._tracing.span(f"lane {self._name}") as span:
            return await super().submit(
                key, _Traced(item, span.get_span_context()), is_disconnected
            )

    async def _run_traced(self, key: Any, items: Sequence[_Traced]) -> Any:
        from opentelemetry.context import Context
        from opentelemetry.trace import Link

        links = [Link(each.context) for each in items]
        name = f"batch {self._name}"
        with self._tracing.span(name, context=Context(), links=links) as span:
            span.set_attribute("batch.size", len(items))
            return await self._run_batch(key, [each.item for each in items])

"""Traces and reports of errors as a collector gets them, from a server of its own."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

import asyncpg
import httpx
import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from src.app import create_app
from src.application.concurrency.for_each import RowsFailed
from src.config import ConfigurationError
from src.infrastructure.tracing import Tracing, open_tracing, summary_of
from tests.support.api import Api, Person
from tests.support.collector import Collector, attributes, collecting
from tests.support.database import test_settings
from tests.support.servers import Server, running_server

SECRET_NAME = "Zacharias Quennell"
SECRET_MAIL = "zacharias@quennell.example"
NEVER = (SECRET_NAME, SECRET_MAIL, "Quennell", "quennell", "192.0.2.7", "Bearer")
TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"

FAULT = """
CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'of Zacharias Quennell' USING DETAIL = 'zacharias@quennell.example'; END $$;
CREATE TRIGGER a_fault BEFORE INSERT ON venues FOR EACH ROW EXECUTE FUNCTION fail();
"""
NO_FAULT = "DROP TRIGGER a_fault ON venues; DROP FUNCTION fail"


@dataclass(frozen=True)
class Watched:
    """A server that is watched, what was collected, and the buyers' and organizer's API."""

    server: Server
    collected: Collector
    client: httpx.AsyncClient


@pytest.fixture
async def watched(api: Api, database_url: str) -> AsyncIterator[Watched]:
    with collecting() as collected:
        async with (
            running_server(
                database_url,
                otel_exporter_otlp_endpoint=collected.endpoint,
                otel_bsp_schedule_delay=100,
                sentry_dsn=collected.dsn,
            ) as server,
            httpx.AsyncClient(base_url=f"{server.address}/api/v1") as client,
        ):
            yield Watched(server, collected, client)


async def stopped(watched: Watched) -> Collector:
    """What was collected when the server has stopped: it sends what is left."""
    await watched.server.stop()
    return watched.collected


def only(spans: list[Span]) -> Span:
    (span,) = spans
    return span


async def test_a_booking_is_a_trace_from_its_request_to_its_batch(
    watched: Watched, api: Api, organizer: Person, buyer: Person
) -> None:
    event = await api.event(organizer)
    response = await watched.client.post(
        f"/events/{event['id']}/bookings",
        json={"quantity": 1},
        headers={**buyer.headers, "traceparent": f"00-{TRACE}-{PARENT}-01"},
    )
    assert response.status_code == 201, response.text
    collected = await stopped(watched)
    assert collected.services == {"event-ticketing"}

    request = only(collected.named("POST /api/v1/events/{event_id}/bookings"))
    assert (request.trace_id.hex(), request.parent_span_id.hex()) == (TRACE, PARENT)
    noted = attributes(request)
    assert noted["http.response.status_code"] == 201
    assert noted["ticketing.correlation_id"] == response.headers["X-Correlation-ID"]

    use_case = only(collected.named("BookTickets"))
    lane = only(collected.named("lane sale"))
    batch = only(collected.named("batch sale"))
    assert use_case.parent_span_id == request.span_id
    assert lane.parent_span_id == use_case.span_id
    # Of a trace of its own: it sells for several requests.
    assert batch.trace_id != lane.trace_id
    assert [link.span_id for link in batch.links] == [lane.span_id]
    assert attributes(batch)["batch.size"] == 1
    stored = only([s for s in collected.named("INSERT INTO bookings") if not s.status.code])
    assert stored.parent_span_id == batch.span_id
    line = next(
        json.loads(line)
        for line in watched.server.log
        if '"event_id}/bookings' in line or "/events/{event_id}/bookings" in line
    )
    assert line["trace_id"] == TRACE


async def test_a_refusal_is_no_error_and_a_fault_is_reported_without_its_words(
    watched: Watched, api: Api, organizer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    event = await api.event(organizer, capacity=1)
    path = f"/events/{event['id']}/bookings"
    refused = await watched.client.post(path, json={"quantity": 2}, headers=admin.headers)
    assert refused.status_code == 409
    await connection.execute(FAULT)
    try:
        failed = await watched.client.post(
            "/venues",
            json={"name": SECRET_NAME, "location": "Quennell Street 5"},
            headers={
                **admin.headers,
                "X-Correlation-ID": "the-request",
                "X-Forwarded-For": NEVER[4],
            },
        )
    finally:
        await connection.execute(NO_FAULT)
    assert failed.status_code == 500, failed.text
    for _ in range(2):
        await watched.client.post(
            "/auth/register",
            json={"name": SECRET_NAME, "email": SECRET_MAIL, "password": "harbour-violet-29-ox"},
        )
    await watched.client.get("/events", params={"q": SECRET_NAME})
    collected = await stopped(watched)

    refusal = only(collected.named("BookTickets"))
    assert attributes(refusal)["refusal.code"] == "insufficient_tickets"
    assert refusal.status.code == Status.STATUS_CODE_UNSET
    fault = only(collected.named("POST /api/v1/venues"))
    assert fault.status.code == Status.STATUS_CODE_ERROR
    statement = only(collected.named("INSERT venues") + collected.named("INSERT INTO venues"))
    assert attributes(statement)["db.response.status_code"] == "P0001"

    report = only(collected.reports)  # type: ignore[arg-type]
    assert report["tags"]["correlation_id"] == "the-request"
    assert report["tags"]["log_line"] == "internal_error"
    errors = report["exception"]["values"]
    assert errors[0]["type"] == "RaiseError"
    assert all("value" not in error for error in errors)
    frames = [frame for error in errors for frame in error["stacktrace"]["frames"]]
    assert any(frame["function"] == "execute" for frame in frames)
    assert not any(frame.get("vars") for frame in frames)

    sent = b"\n".join(collected.raw).decode("utf-8", "replace")
    assert [word for word in NEVER if word in sent] == []
    # The words of the fault stay in the log.
    assert any("of Zacharias Quennell" in line for line in watched.server.log)


async def test_each_run_of_a_job_is_a_trace_with_what_it_did() -> None:
    kept = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    tracing = Tracing(provider)

    async def done() -> int:
        return 3

    async def failed() -> int:
        raise RowsFailed({1: ValueError(SECRET_NAME), 2: ValueError(SECRET_NAME)}, 1)

    with tracing.span("a request"):
        assert await tracing.job("sweep_holds", done)() == 3
        with pytest.raises(RowsFailed):
            await tracing.job("send_mails", failed)()
    first, second, _ = kept.get_finished_spans()
    assert (first.name, first.parent, first.attributes) == (
        "job sweep_holds",
        None,
        {"job.done": 3},
    )
    assert second.attributes == {"error.type": "RowsFailed", "job.failed": 2}
    assert SECRET_NAME not in second.to_json()


def test_nothing_is_traced_unless_the_environment_says_where_to() -> None:
    address = "http://collector.example:4318"
    assert open_tracing("1", {}) is None
    assert open_tracing("1", {"OTEL_TRACES_EXPORTER": "none"}) is None
    off = {"OTEL_EXPORTER_OTLP_ENDPOINT": address, "OTEL_SDK_DISABLED": "true"}
    assert open_tracing("1", off) is None


def test_an_exporter_that_is_not_there_is_said_at_the_start(
    monkeypatch: pytest.MonkeyPatch, database_url: str
) -> None:
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "zipkin")
    with pytest.raises(ConfigurationError, match=r"zipkin.*otlp, console, none"):
        create_app(test_settings(database_url))


@pytest.mark.parametrize(
    ("statement", "summary"),
    [
        ('SELECT "id" FROM "users" WHERE "email" = $1', "SELECT users"),
        ("\nWITH entries AS (\nINSERT INTO audit_log (a) VALUES ($1))", "INSERT INTO audit_log"),
        ("UPDATE tickets SET status = $1", "UPDATE tickets"),
        ("DELETE FROM carts WHERE user_id = $1", "DELETE FROM carts"),
        ("BEGIN;", "BEGIN"),
        ("SELECT 1", "SELECT"),
        ("SET LOCAL x = 'y'", "statement"),
    ],
)
def test_a_statement_is_named_by_what_it_does_and_its_table(statement: str, summary: str) -> None:
    assert summary_of(statement) == summary

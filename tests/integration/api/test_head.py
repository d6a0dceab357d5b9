"""HEAD is answered wherever GET is, with the same status and headers and without a body."""

import re
from collections.abc import AsyncIterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from src.app import create_app
from src.application.concurrency.shares import Shares
from src.presentation.controllers.documentation import VERSION
from src.presentation.middleware.head import HeadAsGet
from src.presentation.middleware.load_shedding import LoadShedding
from src.presentation.web.static_files import static
from tests.support.api import V1, assert_problem
from tests.support.authorization.matrix import ROWS, Row
from tests.support.authorization.world import World
from tests.support.database import test_settings
from tests.support.openapi import APP, OPERATIONS

GETS = [row for row in ROWS if OPERATIONS[row.operation]["method"] == "get"]
WITH_ETAG = [
    row
    for row in GETS
    if "304" in OPERATIONS[row.operation]["responses"] and row.status_for("admin") == 200
]
CSV = [
    Row(f"get_{report}_report", "", "csv", query={"format": "csv"})
    for report in ("sales", "revenue", "tickets", "users")
]
KNOWN = {
    "/docs/assets/{version}/{name}": f"/docs/assets/{VERSION}/swagger-ui.css",
    "/errors/{code}": "/errors/not_found",
    "/static/{version}/{name:path}": static("css/style.css"),
    "/accept-ticket": "/accept-ticket?token=none",
}
"""Addresses of what is there, for routes that have parts."""
PAGES = {
    path: KNOWN.get(path, re.sub(r"\{.*?\}", "1", path))
    for path in sorted(
        route.path or ""
        for route in iter_route_contexts(APP.routes)
        if "GET" in (route.methods or ())
    )
    if path not in {operation["path"] for operation in OPERATIONS.values()}
}
"""What can be read without being an operation of the document: route and address."""

OWN = {"x-correlation-id"}
CHANGING = {"get_metrics": {"content-length"}}
"""Headers that two equal requests get different ones of: everywhere, and of some operations."""


class Wire:
    """The application, and the bytes of all bodies that it sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.body = b""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def note(message: Message) -> None:
            self.body += message.get("body", b"")
            await send(message)

        await self.app(scope, receive, note)


@pytest.fixture
def wire(app: FastAPI) -> Wire:
    return Wire(app)


@pytest.fixture
async def client(wire: Wire) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=wire)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def headers_of(response: httpx.Response, *, but: AbstractSet[str] = frozenset()) -> dict[str, str]:
    return {name: value for name, value in response.headers.items() if name not in OWN | but}


@pytest.mark.parametrize("role", ["admin", "nobody"])
@pytest.mark.parametrize("row", [*GETS, *CSV], ids=lambda row: row.name)
async def test_head_has_the_status_and_headers_of_get(
    row: Row, role: str, world: World, wire: Wire, client: httpx.AsyncClient
) -> None:
    path = OPERATIONS[row.operation]["path"]
    got = await world.call("GET", path, row, role)
    head = await replace(world, client=client).call("HEAD", path, row, role)
    changing = CHANGING.get(row.operation, set())
    assert head.status_code == got.status_code
    assert headers_of(head, but=changing) == headers_of(got, but=changing)
    assert head.headers.keys() == got.headers.keys()
    assert wire.body == b""
    assert await world.state() == world.original


@pytest.mark.parametrize("row", WITH_ETAG, ids=lambda row: row.name)
async def test_head_of_a_known_state_is_304_as_get_is(
    row: Row, world: World, wire: Wire, client: httpx.AsyncClient
) -> None:
    path = OPERATIONS[row.operation]["path"]
    first = await world.call("GET", path, row, "admin")
    row = replace(row, headers={"If-None-Match": first.headers["etag"]})
    got = await world.call("GET", path, row, "admin")
    head = await replace(world, client=client).call("HEAD", path, row, "admin")
    assert (got.status_code, head.status_code) == (304, 304)
    assert headers_of(head) == headers_of(got)
    assert wire.body == b""


@pytest.mark.parametrize("path", PAGES.values())
async def test_head_of_a_page_has_the_status_and_headers_of_get(
    path: str, world: World, wire: Wire, client: httpx.AsyncClient
) -> None:
    got = await world.client.get(path)
    head = await client.head(path)
    assert head.status_code == got.status_code
    assert headers_of(head) == headers_of(got)
    assert wire.body == b""


def test_every_route_that_takes_get_is_tried() -> None:
    routes = {
        route.path for route in iter_route_contexts(APP.routes) if "GET" in (route.methods or ())
    }
    tried = PAGES.keys() | {OPERATIONS[row.operation]["path"] for row in GETS}
    assert routes - tried == set()


async def test_head_is_counted_under_its_route(app: FastAPI, world: World) -> None:
    labels = {"method": "HEAD", "route": f"{V1}/events/{{event_id}}", "status": "200"}
    registry = app.state.container.adapters.metrics_registry()
    before = registry.get_sample_value("http_requests_total", labels) or 0.0
    await world.client.head(f"{V1}/events/{world.ids['event']}")
    assert registry.get_sample_value("http_requests_total", labels) == before + 1


async def test_head_is_turned_away_like_get_when_too_many_requests_run(app: FastAPI) -> None:
    wire = Wire(HeadAsGet(LoadShedding(app, Shares(total=0, each=1), user_of=lambda _: None)))
    transport = httpx.ASGITransport(app=wire)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        refused = await client.head(f"{V1}/events")
        alive = await client.head("/health")
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
    assert alive.status_code == 200
    assert wire.body == b""


async def test_head_of_a_stream_opens_none(app: FastAPI, world: World, database_url: str) -> None:
    # Here not even one stream may be open.
    snapshots = app.state.container.adapters.event_snapshots()
    settings = test_settings(database_url, max_streams=0)
    without_streams = create_app(settings, {"event_snapshots": snapshots})
    path = f"{V1}/events/{world.ids['event']}/availability/stream"
    transport = httpx.ASGITransport(app=without_streams)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        assert (await client.get(path)).status_code == 503
        assert (await client.head(path)).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PATCH", "/events/1", "GET, HEAD, PUT, DELETE"),
        ("DELETE", "/events", "GET, HEAD, POST"),
        ("POST", "/events/1/seats", "GET, HEAD"),
        ("GET", "/auth/login", "POST"),
        ("HEAD", "/auth/login", "POST"),
        ("OPTIONS", "/auth/me", "GET, HEAD"),
        ("OPTIONS", "/events", "GET, HEAD, POST"),
        ("OPTIONS", "/events/1", "GET, HEAD, PUT, DELETE"),
        # The last word is no id, whatever the router could take it for.
        ("GET", "/reservations/reserve", "POST"),
        ("DELETE", "/reservations/reserve", "POST"),
        ("OPTIONS", "/reservations/reserve", "POST"),
        ("GET", "/transactions/reconcile", "POST"),
        ("PUT", "/transactions/reconcile", "POST"),
        ("PUT", "/ticket-types/search", "GET, HEAD"),
        ("GET", "/tickets/check-in", "POST"),
    ],
)
async def test_405_names_every_method_that_the_address_takes(
    method: str, path: str, allowed: str, world: World
) -> None:
    response = await world.client.request(method, f"{V1}{path}")
    assert (response.status_code, response.headers["allow"]) == (405, allowed)
    if method != "HEAD":
        assert_problem(response, 405, "method_not_allowed")
    assert await world.state() == world.original


async def test_head_of_an_unknown_address_is_404(wire: Wire, client: httpx.AsyncClient) -> None:
    assert (await client.head(f"{V1}/nowhere")).status_code == 404
    assert wire.body == b""

"""Responses have no header that the document does not name for their operation and status.

The authorization matrix says so of every operation for every caller; here are the responses that
its requests do not get.
"""

from dataclasses import replace

import httpx
import pytest

from src.app import create_app
from src.domain.entities.user import Role
from tests.support.api import Api, MovableClock
from tests.support.authorization.matrix import ROWS, Row
from tests.support.authorization.world import World
from tests.support.database import test_settings as settings_for
from tests.support.openapi import OPERATIONS, assert_documented
from tests.support.passwords import quick_password_hasher

WITH_ETAG = [
    row
    for name, row in {row.operation: row for row in ROWS if " 200 " in f" {row.statuses} "}.items()
    if "If-None-Match" in {part["name"] for part in OPERATIONS[name].get("parameters", ())}
]
EDITS = [
    row
    for name, row in {row.operation: row for row in ROWS}.items()
    if "If-Match" in {part["name"] for part in OPERATIONS[name].get("parameters", ())}
]


def test_every_operation_with_an_etag_is_tried() -> None:
    # A calendar feed has no caller, only its secret address.
    assert (
        len(WITH_ETAG)
        == sum("304" in operation["responses"] for operation in OPERATIONS.values()) - 1
    )


@pytest.mark.parametrize("row", WITH_ETAG, ids=lambda row: row.name)
async def test_headers_of_a_state_that_is_known(row: Row, world: World) -> None:
    operation = OPERATIONS[row.operation]
    role = "customer" if row.status_for("customer") == 200 else "admin"
    first = await world.call("GET", operation["path"], row, role)
    known = replace(row, headers={"If-None-Match": first.headers["ETag"]})
    again = await world.call("GET", operation["path"], known, role)
    assert_documented(operation, again, 304)
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("row", EDITS, ids=lambda row: row.name)
async def test_headers_of_an_edit_of_an_old_state(row: Row, world: World) -> None:
    operation = OPERATIONS[row.operation]
    edit = replace(row, headers={"If-Match": '"0-0"'})
    response = await world.call(operation["method"], operation["path"], edit, "admin")
    assert_documented(operation, response, 412)


async def test_headers_of_a_page_that_is_not_the_last(api: Api) -> None:
    organizer = await api.person(Role.ORGANIZER)
    for _ in range(2):
        await api.event(organizer, status="active")
    response = await api.get("/events", params={"limit": 1})
    assert_documented(OPERATIONS["list_events"], response, 200)
    cursor = response.headers["X-Next-Cursor"]
    assert f"cursor={cursor}" in response.headers["Link"]
    documented = OPERATIONS["list_events"]["responses"]["200"]["headers"]
    assert {"Link", "X-Next-Cursor", "ETag"} <= documented.keys()


async def test_headers_of_a_request_that_is_repeated(api: Api) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), status="active")
    buyer = await api.person()
    headers = {"Idempotency-Key": "one-and-the-same"}
    for key, value in (("first", None), ("second", "true")):
        body = {"event_id": event["id"], "quantity": 1}
        response = await api.post("/bookings", buyer, body, headers=headers)
        assert_documented(OPERATIONS["book_tickets"], response, 201)
        assert response.headers.get("Idempotency-Replayed") == value, key
    body = {"event_id": event["id"], "quantity": 2}
    response = await api.post("/bookings", buyer, body, headers=headers)
    assert_documented(OPERATIONS["book_tickets"], response, 422)


async def test_headers_of_a_client_that_tries_too_often(
    api: Api, database_url: str, clock: MovableClock
) -> None:
    settings = settings_for(database_url, rate_limit_enabled=True, rate_limit_login="1/day")
    app = create_app(settings, {"clock": clock, "password_hasher": quick_password_hasher()})
    body = {"email": "nobody@test.example", "password": "wrong"}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        wrong = await client.post("/api/v1/auth/login", json=body)
        refused = await client.post("/api/v1/auth/login", json=body)
    operation = OPERATIONS["log_in"]
    assert_documented(operation, wrong, 401)
    assert_documented(operation, refused, 429)
    for status, response in (("401", wrong), ("429", refused)):
        named = operation["responses"][status]["headers"].keys()
        sent = {"RateLimit", "RateLimit-Policy"} & named
        assert len(sent) == 2 and all(name in response.headers for name in sent)
    assert "Retry-After" in refused.headers


@pytest.mark.parametrize("name", ["log_in", "create_event"])
async def test_headers_of_what_cannot_be_read(name: str, api: Api) -> None:
    operation = OPERATIONS[name]
    admin = await api.person(Role.ADMIN)
    path = operation["path"]
    json_type = {**admin.headers, "Content-Type": "application/json"}
    broken = await api.client.post(path, content=b"{", headers=json_type)
    assert_documented(operation, broken, 400)
    assert_documented(operation, await api.client.post(path, json={}, headers=admin.headers), 422)
    large = b"x" * 2_000_000
    refused = await api.client.post(path, content=large, headers=admin.headers)
    assert_documented(operation, refused, 413)

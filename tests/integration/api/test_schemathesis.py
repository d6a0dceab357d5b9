"""Schemathesis sends what the OpenAPI document allows, and what it does not, to a real server.

Whatever it sends: the server never fails, and what it answers is what the document says. The
examples are the same in every run.
"""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from itertools import cycle
from typing import Any

import asyncpg
import httpx
import pytest
import requests
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from src.domain.entities.user import Role, User
from src.infrastructure.clock import utc_now
from src.infrastructure.security.tokens import JwtAccessTokens
from src.presentation.schemas.fields import MAX_ID
from tests.support.database import SECRET, MakeDatabase
from tests.support.openapi import DOCUMENT
from tests.support.thorough import IS_THOROUGH

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
CALLERS = {
    "nobody": (1, None),
    "admin": (900_001, Role.ADMIN),
    "customer": (900_002, Role.CUSTOMER),
}
"""With ids that no generated request will hit by chance, so that nobody deletes the callers."""

ENDLESS = ["watch_availability", "watch_order"]
"""Such an answer ends when the client leaves, and this client stays until the answer ends."""

KNOWN_IDS = 6
"""There is of everything what has the ids from 1 to this: venues, seats, events, orders, …"""

KNOWN_CODE = "TKT-20261120-8F3KQ2ZN"

TURNS = cycle([True, False])
"""Every other request is led to things that exist; the rest stay as generated."""

Case = schemathesis.Case[Any]


def _schema(*, max_examples: int, has_coverage: bool) -> Any:
    """The document as a source of requests: random ones and, if asked, every boundary value."""
    config = {
        "seed": 20261120,
        "generation": {
            "deterministic": True,
            "max-examples": max_examples,
            "database": "none",
            "no-shrink": True,
        },
        "phases": {"coverage": {"enabled": has_coverage, "unexpected-methods": []}},
    }
    schema = schemathesis.openapi.from_dict(DOCUMENT, config=schemathesis.Config.from_dict(config))
    return schema.exclude(operation_id=ENDLESS)


# Every boundary value of every operation in each run; random requests are many in a thorough one.
most = _schema(max_examples=12 if IS_THOROUGH else 4, has_coverage=True)
few = _schema(max_examples=6 if IS_THOROUGH else 2, has_coverage=False)


@pytest.fixture(scope="module")
async def server(make_database: MakeDatabase) -> AsyncIterator[str]:
    """The address of a server of its own process, over its own database with sample data."""
    url, port = await make_database(), _free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": url,
        "SECRET_KEY": SECRET,
        "PORT": str(port),
        "RATE_LIMIT_ENABLED": "false",
        "LOG_FORMAT": "json",
    }
    cli = (sys.executable, "-m", "src.cli")
    loading = await asyncio.create_subprocess_exec(*cli, "sample-data", env=environment)
    assert await loading.wait() == 0
    await _prepare(url)
    process = await asyncio.create_subprocess_exec(
        *cli, "serve", env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    await _wait_until_healthy(address, process)
    await _furnish(address)
    yield address
    process.terminate()
    await process.wait()


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


# Without a parameter of its own, all operations would be tests of one name.
@pytest.mark.parametrize("caller", ["admin"])
@most.parametrize()  # type: ignore[untyped-decorator]
def test_admin_is_answered_as_documented(
    case: Case, caller: str, server: str, session: requests.Session
) -> None:
    _call(case, caller, server, session)


@pytest.mark.parametrize("caller", ["nobody", "customer"])
@few.parametrize()  # type: ignore[untyped-decorator]
def test_others_are_answered_as_documented(
    case: Case, caller: str, server: str, session: requests.Session
) -> None:
    _call(case, caller, server, session)


def _call(case: Case, caller: str, server: str, session: requests.Session) -> None:
    if next(TURNS):
        _reach_deeper(case, caller)
    case.call_and_validate(
        base_url=server, session=session, headers=_headers(caller), checks=CHECKS
    )


def _reach_deeper(case: Case, caller: str) -> None:
    """Let the request pass the first hurdles: ids that exist, no stale If-Match, no cursor."""
    # Not even themselves: a deleted user is refused everything afterwards.
    user_id = 1 if case.method == "DELETE" else CALLERS[caller][0]
    for values in (case.path_parameters, case.query, case.body):
        if isinstance(values, dict):
            values.update({name: _known(name, value, user_id) for name, value in values.items()})
    if case.headers:
        case.headers.pop("If-Match", None)
    if case.query:
        case.query.pop("cursor", None)


def _known(name: str, value: Any, user_id: int) -> Any:
    if name.endswith("_id") and type(value) is int and 1 <= value <= MAX_ID:
        return user_id if name == "user_id" and value % 2 else value % KNOWN_IDS + 1
    if name == "provider" and isinstance(value, str) and len(value) % 2:
        return "manual"
    if name in ("ticket_code", "code") and isinstance(value, str) and len(value) % 2:
        return KNOWN_CODE
    if name.endswith("_ids") and isinstance(value, list):
        return [_known(name.removesuffix("s"), item, user_id) for item in value]
    return value


def _headers(caller: str) -> dict[str, str]:
    user_id, role = CALLERS[caller]
    if role is None:
        return {}
    tokens = JwtAccessTokens(SECRET, timedelta(hours=1), utc_now)
    token = tokens.issue(User(id=user_id, name=caller, role=role))
    return {"Authorization": f"Bearer {token.value}"}


async def _prepare(url: str) -> None:
    connection = await asyncpg.connect(url)
    for name, (user_id, role) in CALLERS.items():
        if role is not None:
            await connection.execute(
                "INSERT INTO users (id, name, role) VALUES ($1, $2, $3)", user_id, name, role
            )
    await connection.execute("UPDATE tickets SET ticket_code = $1 WHERE id = 1", KNOWN_CODE)
    await connection.close()


async def _furnish(address: str) -> None:
    """Add venues, seats in the first, and an event that sells them, the last of the known ids.

    Then orders of one that is paid online, each by another caller than the one before, and a
    payment of each; those with even ids have arrived.
    """
    seats = {"section": "Gallery", "rows": ["A", "B"], "seats_per_row": 10}
    event = {
        "title": "Seated",
        "date_time": "2036-12-25T19:00:00Z",
        "price": "20.00",
        "seating": "reserved",
        "venue_id": 1,
    }
    wanted: list[tuple[str, dict[str, Any]]] = [
        *[("/venues", {"name": f"Venue {number + 1}"}) for number in range(KNOWN_IDS)],
        ("/venues/1/seats", seats),
        ("/events", event),
    ]
    async with httpx.AsyncClient(base_url=f"{address}/api/v1", headers=_headers("admin")) as client:
        for path, body in wanted:
            response = await client.post(path, json=body)
            assert response.status_code == 201, response.text
        assert response.json()["id"] >= KNOWN_IDS
        online = {**event, "seating": "general", "capacity": 1000, "payment": "online"}
        created = (await client.post("/events", json=online)).json()
        (ticket_type,) = (await client.get(f"/events/{created['id']}/ticket-types")).json()
        # The sample data has the first.
        for number in range(2, KNOWN_IDS + 1):
            await _order_and_pay(client, number, ticket_type["id"])


async def _order_and_pay(client: httpx.AsyncClient, number: int, ticket_type_id: int) -> None:
    buyer = _headers("customer" if number % 2 else "admin")
    wanted = {"items": [{"ticket_type_id": ticket_type_id, "quantity": 2}]}
    order = (await client.post("/orders", json=wanted, headers=buyer)).json()
    start = {"order_id": order["id"], "provider": "manual"}
    payment = (await client.post("/transactions", json=start, headers=buyer)).json()
    assert (order["id"], payment["id"]) == (number, number)
    if number % 2 == 0:
        path = f"/transactions/{number}/status"
        assert (await client.patch(path, json={"status": "success"})).status_code == 200


async def _wait_until_healthy(address: str, process: asyncio.subprocess.Process) -> None:
    async with httpx.AsyncClient(base_url=address) as client:
        while process.returncode is None:
            try:
                response = await client.get("/ready")
            except httpx.TransportError:
                await asyncio.sleep(0.05)
                continue
            assert response.status_code == 200, response.text
            return
    pytest.fail(f"The server ended with {process.returncode} before it served.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port

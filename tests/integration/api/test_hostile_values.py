"""What PostgreSQL cannot hold, and what would make an answer long, is refused by the edge."""

import base64
import json
import time
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI

from src.presentation.schemas.ticket_type import NewTicketTypeBody
from src.presentation.utils.problem import MAX_ERRORS
from tests.support.api import Api, Person, assert_problem
from tests.support.openapi import DOCUMENT, OPERATIONS

WRONG: tuple[object, ...] = (0, "x", {}, None, [])
NUMBER = 100_000
MAX_ANSWER_BYTES = 20_000
MAX_SECONDS = 2.0


def arrays(schema: dict[str, Any], names: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every array in the schema, `*` for an item of the array before it."""
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", ()):
        yield from arrays(choice, names)
    if schema.get("type") == "array":
        yield names
        yield from arrays(schema["items"], (*names, "*"))
    for name, inner in schema.get("properties", {}).items():
        yield from arrays(inner, (*names, name))


ARRAYS = sorted(
    (operation, names)
    for operation, described in OPERATIONS.items()
    for content in described.get("requestBody", {}).get("content", {}).values()
    for names in set(arrays(content["schema"]))
)


def body_with(names: tuple[str, ...], items: list[object]) -> Any:
    """A body that has nothing but these items at this path."""
    body: Any = items
    for name in reversed(names):
        body = [body] if name == "*" else {name: body}
    return body


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@pytest.mark.parametrize(("operation", "names"), ARRAYS, ids=str)
async def test_array_of_100000_faults_costs_what_a_few_cost(
    api: Api, organizer: Person, operation: str, names: tuple[str, ...], wrong: object
) -> None:
    described = OPERATIONS[operation]
    path = described["path"].removeprefix("/api/v1")
    for parameter in described.get("parameters", ()):
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", "1")
    started = time.perf_counter()
    response = await api.call(
        described["method"].upper(), path, organizer, json=body_with(names, [wrong] * NUMBER)
    )
    assert_problem(response, 422, "validation_failed")
    assert len(response.content) < MAX_ANSWER_BYTES
    assert time.perf_counter() - started < MAX_SECONDS


def test_arrays_of_every_kind_are_found() -> None:
    operations = {operation for operation, _ in ARRAYS}
    assert {"place_order", "add_seats", "add_to_cart", "create_event"} <= operations
    assert ("place_order", ("items", "*", "seat_ids")) in ARRAYS


async def test_response_has_the_first_errors_and_how_many_there_are(
    api: Api, organizer: Person, connection: asyncpg.Connection
) -> None:
    many = {"title": "Event", "date_time": "2036-01-01T00:00:00Z"}
    types = [dict.fromkeys(NewTicketTypeBody.model_fields, "\0")]
    response = await api.post("/events", organizer, {**many, "ticket_types": types})
    problem = assert_problem(response, 422, "validation_failed")
    assert 1 < len(problem["errors"]) <= MAX_ERRORS
    assert "errors_total" not in problem
    assert await connection.fetchval("SELECT count(*) FROM events") == 0


@pytest.mark.parametrize(
    "path",
    [
        "/events?price_min=0E999999999",
        "/events?price_max=0E999999999",
        "/ticket-types?price_min=0E-999999999",
        "/ticket-types/search?price_max=0E999999999",
    ],
)
async def test_zero_with_any_exponent_is_zero(api: Api, path: str) -> None:
    response = await api.get(path)
    assert (response.status_code, response.json()) == (200, [])


@pytest.mark.parametrize(
    "value", ["0E999999999", "1E999999999", "-1E99", "NaN", "sNaN", "99999999999999", "\0", ""]
)
async def test_forged_cursor_is_refused_or_reads_as_money(api: Api, value: str) -> None:
    packed = json.dumps(["price", f"EUR {value}", 0]).encode()
    cursor = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    response = await api.get(f"/events?sort=price&cursor={cursor}")
    if value == "0E999999999":
        assert response.status_code == 200
    else:
        assert_problem(response, 422, "validation_failed")


async def test_event_with_zeros_of_any_exponent_is_stored_with_two_places(
    api: Api, organizer: Person
) -> None:
    zeros = dict.fromkeys(
        ("price", "service_fee_fixed", "service_fee_percent", "tax_rate"), "0E999999999"
    )
    event = await api.event(organizer, **zeros)
    assert {event[name] for name in zeros} == {"0.00"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/fake-payments/%00"),
        ("GET", "/fake-payments/x%00/result"),
        ("GET", "/errors/%00"),
        ("GET", f"/errors/{'x' * 300}"),
        ("GET", "/docs/assets/%00/x"),
    ],
)
async def test_name_that_nothing_can_have_is_not_found(
    api: Api, app: FastAPI, method: str, path: str
) -> None:
    response = await api.client.request(method, path)
    assert_problem(response, 404, "not_found")


async def test_text_with_nul_is_refused_where_it_slipped_through_before(
    api: Api, buyer: Person, admin: Person, connection: asyncpg.Connection
) -> None:
    order = {"items": [{"ticket_type_id": 1, "quantity": 1}], "discount_code": "\0"}
    assert_problem(await api.post("/orders", buyer, order), 422, "validation_failed")
    assert_problem(await api.get("/transactions?provider=%00", admin), 422, "validation_failed")
    payment = {"order_id": 1, "return_url": "https://x/\0"}
    assert_problem(await api.post("/transactions", buyer, payment), 422, "validation_failed")
    assert await connection.fetchval("SELECT count(*) FROM orders") == 0

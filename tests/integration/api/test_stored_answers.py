"""Replays across versions: an answer that another version stored is read, whatever it lacks."""

import ast
from collections.abc import Iterator
from typing import Any

import asyncpg
import httpx
import pytest

from src.infrastructure.repositories.stored_answers import READ_AGAIN
from tests.support.api import Api, Person
from tests.support.orders import item, stored
from tests.support.paths import SRC

KEY = {"Idempotency-Key": "a-key-of-the-buyer"}

# As the version before would have stored it, which had no such field; and as one that had more.
FORGET = """
UPDATE idempotency_keys
SET answer = (jsonb_set(answer::jsonb, '{later}', '"unknown"') #- $1::text[])::text
RETURNING answer
"""


@pytest.fixture
async def event(api: Api, organizer: Person) -> dict[str, Any]:
    return await api.event(organizer)


async def replay(
    connection: asyncpg.Connection, path: list[str], first: httpx.Response, again: Any
) -> httpx.Response:
    """Send it again after the stored answer has lost this field, and change nothing."""
    assert first.status_code in (200, 201), first.text
    answer = await connection.fetchval(FORGET, path)
    assert answer is not None and f'"{path[-1]}"' not in answer.partition('"tickets"')[0]
    before = await stored(connection)
    response: httpx.Response = await again()
    assert await stored(connection) == before
    assert response.headers["idempotency-replayed"] == "true"
    return response


async def test_replay_of_a_booking_that_lacks_a_field(
    api: Api, buyer: Person, event: dict[str, Any], connection: asyncpg.Connection
) -> None:
    async def book() -> httpx.Response:
        body = {"event_id": event["id"], "quantity": 2}
        return await api.post("/bookings", buyer, body, headers=KEY)

    first = await book()
    again = await replay(connection, ["booking", "booking_date"], first, book)
    assert (again.status_code, again.json()) == (201, first.json())


async def test_replay_of_an_order_that_lacks_a_field(
    api: Api, buyer: Person, event: dict[str, Any], connection: asyncpg.Connection
) -> None:
    items = [await item(api, event, 2)]

    async def order() -> httpx.Response:
        return await api.post("/orders", buyer, {"items": items}, headers=KEY)

    first = await order()
    again = await replay(connection, ["order", "payment"], first, order)
    assert (again.status_code, again.json()) == (201, first.json())


async def test_replay_of_a_changed_booking_that_lacks_a_field(
    api: Api, buyer: Person, event: dict[str, Any], connection: asyncpg.Connection
) -> None:
    booking = await api.book(buyer, event["id"])

    async def cancel() -> httpx.Response:
        return await api.put(f"/bookings/{booking['id']}/cancel", buyer, headers=KEY)

    first = await cancel()
    again = await replay(connection, ["booking_date"], first, cancel)
    assert (again.status_code, again.json()) == (200, first.json())


async def test_replay_of_a_payment_that_lacks_a_field(
    api: Api, organizer: Person, buyer: Person, connection: asyncpg.Connection
) -> None:
    online = await api.event(organizer, payment="online")
    order = await api.post("/orders", buyer, {"items": [await item(api, online)]})

    async def pay() -> httpx.Response:
        body = {"order_id": order.json()["id"]}
        return await api.post("/transactions", buyer, body, headers=KEY)

    first = await pay()
    again = await replay(connection, ["kind"], first, pay)
    assert (again.status_code, again.json()) == (201, first.json())


def kinds_of_answers() -> Iterator[str]:
    """The names of the entities that any use case keeps as answers."""
    for path in sorted((SRC / "application").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                position = {"once": 2, "recall": 1}.get(name)
                if position is not None:
                    yield ast.unparse(node.args[position])


def test_every_kind_of_answer_can_be_read_again() -> None:
    kinds = {name for name in kinds_of_answers() if name != "kind"}
    assert kinds == {kind.__name__ for kind in READ_AGAIN}

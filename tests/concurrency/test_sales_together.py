"""Sales of many events in one transaction keep every rule that those of one event keep."""

import asyncio
import random
from collections import Counter
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person
from tests.support.concurrency.running import (
    add_people,
    at_once,
    deadlocks,
    discrepancies,
    outcomes,
    running_app,
)
from tests.support.concurrency.servers import Server, make_event, running

EVENTS, CAPACITY, BUYERS = 12, 6, 60
LOCK_EVENTS = "SELECT FROM events WHERE id = ANY($1) FOR UPDATE"
HELD_BY_EVENT = """
SELECT event_id, count(*) AS tickets FROM tickets WHERE status IN ('reserved', 'active')
GROUP BY event_id
"""
BATCHES = """
SELECT count(DISTINCT bookings.xmin::text) AS transactions, count(*) AS bookings FROM bookings
"""


async def open_events(api: Api, **fields: Any) -> list[dict[str, Any]]:
    organizer = await api.person(Role.ORGANIZER)
    return [await api.event(organizer, capacity=CAPACITY, **fields) for _ in range(EVENTS)]


async def types_of(api: Api, events: list[dict[str, Any]]) -> list[int]:
    found = [(await api.get(f"/events/{event['id']}/ticket-types")).json() for event in events]
    return [types[0]["id"] for types in found]


def buy(api: Api, buyer: Person, event: dict[str, Any]) -> Any:
    return api.post("/bookings", buyer, {"event_id": event["id"], "quantity": 1})


def order(api: Api, buyer: Person, *type_ids: int) -> Any:
    items = [{"ticket_type_id": type_id, "quantity": 1} for type_id in type_ids]
    return api.post("/orders", buyer, {"items": items})


async def test_many_events_sell_all_their_tickets_once_in_few_transactions(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        events = await open_events(api)
        buyers = await add_people(own_connection, EVENTS * (CAPACITY + 2))
        wanted = [event for event in events for _ in range(CAPACITY + 2)]
        random.Random(1).shuffle(wanted)
        responses = await at_once(*(buy(api, *pair) for pair in zip(buyers, wanted, strict=True)))
    assert outcomes(responses) == {"201": EVENTS * CAPACITY, "insufficient_tickets": EVENTS * 2}
    assert await discrepancies(own_connection) == []
    (row,) = await own_connection.fetch(BATCHES)
    assert row["bookings"] == EVENTS * CAPACITY
    # By themselves they would take two or more for each event: the first to come, and the others.
    assert row["transactions"] < 2 * EVENTS


async def test_orders_over_two_events_take_both_or_none(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        types = await types_of(api, await open_events(api, payment="online"))
        buyers = await add_people(own_connection, BUYERS)
        chosen = random.Random(2)
        pairs = [chosen.sample(types, 2) for _ in buyers]
        responses = await at_once(
            *(order(api, buyer, *pair) for buyer, pair in zip(buyers, pairs, strict=True))
        )
        got = outcomes(responses)
        assert set(got) <= {"201", "insufficient_tickets"}
        assert await discrepancies(own_connection) == []
        sold = Counter[int]()
        for response, pair in zip(responses, pairs, strict=True):
            if response.status_code == 201:
                assert len(response.json()["bookings"]) == 2
                sold.update(pair)
        rows = await own_connection.fetch(HELD_BY_EVENT)
        assert sorted(row["tickets"] for row in rows) == sorted(sold.values())
        # Who was refused was refused with reason: one of their two events was sold out.
        for response, pair in zip(responses, pairs, strict=True):
            if response.status_code == 409:
                assert any(sold[type_id] == CAPACITY for type_id in pair)


async def test_an_event_that_is_locked_holds_up_no_other(
    own_url: str, own_connection: asyncpg.Connection
) -> None:
    async with running_app(own_url) as api:
        events = await open_events(api)
        locked, free = events[:3], events[3:]
        buyers = await add_people(own_connection, EVENTS)
        async with own_connection.transaction():
            await own_connection.execute(LOCK_EVENTS, [event["id"] for event in locked])
            waiting: list[asyncio.Task[httpx.Response]] = [
                asyncio.create_task(buy(api, *pair)) for pair in zip(buyers, locked, strict=False)
            ]
            await asyncio.sleep(0.2)
            async with asyncio.timeout(20):
                sold = await at_once(
                    *(buy(api, *pair) for pair in zip(buyers[3:], free, strict=True))
                )
            assert not any(task.done() for task in waiting)
        assert outcomes([*sold, *await asyncio.gather(*waiting)]) == {"201": EVENTS}
    assert await discrepancies(own_connection) == []


@pytest.mark.parametrize("limit", [None, 2])
async def test_two_servers_sell_the_same_events_together(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path, limit: int | None
) -> None:
    """Each leaves to the other what it has locked; what stays is sold one after the other."""
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    people = await add_people(own_connection, 8)
    servers = [Server(tmp_path / name, own_url) for name in ("a", "b")]
    async with running(*servers) as client:
        ids = [
            await make_event(
                client, servers[0], organizer, capacity=CAPACITY, max_tickets_per_user=limit
            )
            for _ in range(EVENTS)
        ]
        wanted = [(person, event_id) for person in people for event_id in ids]
        random.Random(3).shuffle(wanted)
        responses = await at_once(
            *(
                client.post(
                    f"{servers[number % 2].url}{V1}/bookings",
                    headers=person.headers,
                    json={"event_id": event_id, "quantity": 1},
                )
                for number, (person, event_id) in enumerate(wanted)
            )
        )
    got = outcomes(responses)
    assert got == {"201": EVENTS * CAPACITY, "insufficient_tickets": EVENTS * 2}
    assert await discrepancies(own_connection) == []
    assert await deadlocks(own_connection) == 0

"""One buyer with a fault of their own holds up nobody else who buys for the same event."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person
from tests.support.concurrency.running import (
    add_people,
    discrepancies,
    outcome,
    outcomes,
    running_app,
    wait_until_blocked,
)

BUYERS = 12
WELL_UNDER_THE_LOCK_TIMEOUT = 3.0
LOCK_EVENT = "SELECT FROM events WHERE id = $1 FOR UPDATE"


async def wait_for_a_full_lane(api: Api, event_id: int, waiting: int) -> None:
    """Return when so many purchases wait behind the one that runs."""
    lanes = api.container.selling.sale_lanes()._lanes
    async with asyncio.timeout(10):
        while len(lanes.get(event_id, ())) < waiting:  # noqa: ASYNC110 - simpler than an event
            await asyncio.sleep(0.01)


async def buy_in_one_batch(
    api: Api,
    connection: asyncpg.Connection,
    buyers: list[Person],
    meanwhile: Callable[[], Coroutine[Any, Any, Any]],
) -> list[httpx.Response]:
    """All buy one ticket while the event is locked; `meanwhile` runs before it is free again."""
    organizer = await api.person(Role.ORGANIZER)
    event_id = (await api.event(organizer, capacity=1000))["id"]
    async with connection.transaction():
        await connection.execute(LOCK_EVENT, event_id)
        wanted = {"event_id": event_id, "quantity": 1}
        first = asyncio.create_task(api.post("/bookings", organizer, wanted))
        await wait_until_blocked(connection)
        tasks = [asyncio.create_task(api.post("/bookings", buyer, wanted)) for buyer in buyers]
        await wait_for_a_full_lane(api, event_id, len(buyers))
        await meanwhile()
    assert (await first).status_code == 201
    return await asyncio.gather(*tasks)


async def test_neighbours_of_a_buyer_who_deletes_their_account_are_sold_to(own_url: str) -> None:
    connection = await asyncpg.connect(own_url)
    async with running_app(own_url) as api:
        buyers = await add_people(connection, BUYERS)

        async def delete() -> None:
            deleted = await api.client.delete(
                f"{V1}/users/{buyers[5].id}", headers=buyers[5].headers
            )
            assert deleted.status_code == 200

        responses = await buy_in_one_batch(api, connection, buyers, delete)
        assert outcomes(responses) == {"201": BUYERS - 1, "not_found": 1}
        assert outcome(responses[5]) == "not_found"
        assert await discrepancies(connection) == []
    await connection.close()


async def test_neighbours_of_a_buyer_whose_account_is_locked_are_sold_to_at_once(
    own_url: str,
) -> None:
    connection, other = await asyncpg.connect(own_url), await asyncpg.connect(own_url)
    async with running_app(own_url) as api:
        buyers = await add_people(connection, BUYERS)
        transaction = other.transaction()
        await transaction.start()

        async def lock() -> None:
            await other.execute("SELECT FROM users WHERE id = $1 FOR UPDATE", buyers[5].id)

        async with asyncio.timeout(WELL_UNDER_THE_LOCK_TIMEOUT):
            responses = await buy_in_one_batch(api, connection, buyers, lock)
        assert outcomes(responses) == {"201": BUYERS - 1, "unavailable": 1}
        assert outcome(responses[5]) == "unavailable"
        await transaction.rollback()
        retried = await api.post(
            "/bookings", buyers[5], {"event_id": responses[0].json()["event_id"], "quantity": 1}
        )
        assert retried.status_code == 201
        assert await discrepancies(connection) == []
    await connection.close()
    await other.close()

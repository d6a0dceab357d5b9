"""A server that is asked to stop in the middle of a sale: what it has answered is stored."""

import asyncio
from pathlib import Path

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.concurrency.running import add_people, discrepancies
from tests.support.concurrency.servers import Server, make_event, running

BUYERS = 32
SECONDS_OF_SALE = 1.5


async def test_nothing_answered_is_lost_and_the_rest_can_be_asked_again(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    """Each buyer asks until the server is gone, then once more of the next with the same key."""
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    buyers = await add_people(own_connection, BUYERS)
    server = Server(tmp_path / "server", own_url, WORKER_ENABLED="false")
    answered: dict[str, int] = {}
    unanswered: list[tuple[int, str]] = []

    async with running(server) as client:
        event_id = await make_event(client, server, organizer, capacity=100_000)
        path = f"{server.url}/api/v1/events/{event_id}/bookings"

        async def book(number: int, key: str) -> httpx.Response:
            headers = {**buyers[number].headers, "Idempotency-Key": key}
            return await client.post(path, json={"quantity": 1}, headers=headers)

        async def buy(number: int) -> None:
            for attempt in range(10_000):
                key = f"{number}-{attempt}"
                try:
                    response = await book(number, key)
                except httpx.TransportError:
                    unanswered.append((number, key))
                    return
                assert response.status_code == 201, response.text
                answered[key] = response.json()["id"]

        buying = [asyncio.create_task(buy(number)) for number in range(BUYERS)]
        await asyncio.sleep(SECONDS_OF_SALE)
        await server.stop()
        await asyncio.gather(*buying)
        assert len(answered) > BUYERS
        assert len(unanswered) == BUYERS
        # What was in progress was answered: nothing is stored that nobody knows of.
        stored = await own_connection.fetch("SELECT key FROM idempotency_keys")
        assert {row["key"] for row in stored} == answered.keys()
        bookings = await own_connection.fetch(
            "SELECT id FROM bookings WHERE event_id = $1", event_id
        )
        assert set(answered.values()) <= {row["id"] for row in bookings}

        await server.start()
        for number, key in unanswered:
            response = await book(number, key)
            assert response.status_code == 201, response.text
            answered[key] = response.json()["id"]
    # One booking for each key, however often it was asked for.
    count = await own_connection.fetchval(
        "SELECT count(*) FROM bookings WHERE event_id = $1", event_id
    )
    assert count == len(answered) == len(set(answered.values()))
    assert await discrepancies(own_connection) == []

"""A server that is asked to stop in the middle of a sale: what it has answered is stored."""

import asyncio
import re
from pathlib import Path

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.api import V1
from tests.support.concurrency.running import add_people, discrepancies
from tests.support.concurrency.servers import Server, book, make_event, running
from tests.support.stopwatch import Stopwatch

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

        async def ask(number: int, key: str) -> httpx.Response:
            headers = {**buyers[number].headers, "Idempotency-Key": key}
            return await client.post(path, json={"quantity": 1}, headers=headers)

        async def buy(number: int) -> None:
            for attempt in range(10_000):
                key = f"{number}-{attempt}"
                try:
                    response = await ask(number, key)
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
            response = await ask(number, key)
            assert response.status_code == 201, response.text
            answered[key] = response.json()["id"]
    # One booking for each key, however often it was asked for.
    count = await own_connection.fetchval(
        "SELECT count(*) FROM bookings WHERE event_id = $1", event_id
    )
    assert count == len(answered) == len(set(answered.values()))
    assert await discrepancies(own_connection) == []


async def test_a_webhook_on_its_way_is_sent_again_with_its_id_and_delays_no_stop(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    ids: list[str] = []

    async def receive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        ids.append(re.findall(r"(?im)^webhook-id: (\S+)\r$", head)[0])
        # The first is answered by nobody: its sender ends before.
        if len(ids) > 1:
            writer.write(b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n")
        else:
            await reader.read()
        writer.close()
        await writer.wait_closed()

    receiver = await asyncio.start_server(receive, "127.0.0.1", 0)
    port = receiver.sockets[0].getsockname()[1]
    server = Server(tmp_path / "server", own_url, WEBHOOK_ALLOW_PRIVATE="true")

    async def until_received(number: int) -> None:
        async with asyncio.timeout(60):
            while len(ids) < number:  # noqa: ASYNC110 - another process sends
                await asyncio.sleep(0.05)

    async with running(server) as client:
        event_id = await make_event(client, server, organizer, capacity=10)
        body = {"url": f"http://127.0.0.1:{port}/", "events": ["booking.*"]}
        url = f"{server.url}{V1}/webhooks"
        created = await client.post(url, json=body, headers=organizer.headers)
        assert created.status_code == 201, created.text
        booked = await book(client, server, event_id, organizer)
        assert booked.status_code == 201, booked.text
        await until_received(1)
        stop = Stopwatch()
        await server.stop()
        assert stop.seconds() < 5
        sending = await own_connection.fetchval(
            "UPDATE webhook_deliveries SET sending_until = now() "
            "WHERE status = 'pending' AND sending_until > now() RETURNING id"
        )
        assert sending is not None, "it is taken for a minute, in case its sender still runs"
        await server.start()
        await until_received(2)
        async with asyncio.timeout(60):
            status = "SELECT status FROM webhook_deliveries"
            while await own_connection.fetchval(status) != "delivered":  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    receiver.close()
    assert ids == [ids[0]] * 2

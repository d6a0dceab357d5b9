"""Who disconnects while they wait in a lane is not sold to; everybody else is."""

import asyncio
import json
import re
from pathlib import Path

import asyncpg
import httpx

from src.domain.entities.user import Role
from tests.support.api import V1, Person
from tests.support.concurrency.running import add_people, wait_until_blocked
from tests.support.concurrency.servers import HOST, Server, book, make_event, running

PATIENCE_SECONDS = 20
BUYERS = "SELECT user_id FROM bookings ORDER BY id"


async def send_and_keep(server: Server, event_id: int, buyer: Person) -> asyncio.StreamWriter:
    """Ask for a ticket on a connection of its own, and read no answer."""
    body = json.dumps({"event_id": event_id, "quantity": 1})
    lines = [
        f"POST {V1}/bookings HTTP/1.1",
        f"Host: {HOST}",
        f"Authorization: {buyer.headers['Authorization']}",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
    ]
    _, writer = await asyncio.open_connection(HOST, httpx.URL(server.url).port)
    writer.write("\r\n".join([*lines, "", body]).encode())
    await writer.drain()
    return writer


async def until_running(client: httpx.AsyncClient, server: Server, number: int) -> None:
    """Return when the server works on so many requests, besides the one that asks."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            metrics = (await client.get(f"{server.url}/metrics")).text
            found = re.search(r"^http_requests_in_progress (\d+)", metrics, re.MULTILINE)
            if found and int(found[1]) == number + 1:
                return


async def test_who_disconnects_while_they_wait_in_a_lane_is_not_sold_to(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    first, leaving, last = await add_people(own_connection, 3)
    server = Server(tmp_path, own_url)
    async with running(server) as client:
        event_id = await make_event(client, server, organizer, capacity=10)
        async with own_connection.transaction():
            await own_connection.execute("SELECT FROM events WHERE id = $1 FOR UPDATE", event_id)
            batch = asyncio.create_task(book(client, server, event_id, first))
            await wait_until_blocked(own_connection)
            writer = await send_and_keep(server, event_id, leaving)
            await until_running(client, server, 2)
            writer.close()
            await writer.wait_closed()
            waiting = asyncio.create_task(book(client, server, event_id, last))
            await until_running(client, server, 3)
        answers = await asyncio.gather(batch, waiting)
        await until_running(client, server, 0)
    assert [answer.status_code for answer in answers] == [201, 201]
    sold_to = [row["user_id"] for row in await own_connection.fetch(BUYERS)]
    assert sold_to == [first.id, last.id]
    assert server.log.count('"status": 499') == 1
    assert "Exception in ASGI" not in server.log

"""Server-sent events from a real server in its own process, while this process sells."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import asyncpg
import httpx
import pytest

from src.app import create_app
from src.domain.entities.user import Role
from tests.support.api import V1, Api, Person, assert_problem
from tests.support.database import MakeDatabase, test_settings
from tests.support.event_source import PATIENCE, EventSource, event_source
from tests.support.servers import Server, connections, running_server
from tests.support.stopwatch import Stopwatch

POOL = 3


@pytest.fixture(scope="module")
async def server(database_url: str) -> AsyncIterator[Server]:
    """Another process on the database of the `api`."""
    async with running_server(
        database_url,
        database_pool_max=POOL,
        max_connections_per_client=3000,
        max_streams_per_client=3000,
    ) as server:
        yield server


async def left(source: EventSource) -> int:
    tickets_available: int = (await source.event())["tickets_available"]
    return tickets_available


def watching(
    server: Server, event_id: int, sock: socket.socket | None = None
) -> AbstractAsyncContextManager[EventSource]:
    """An open stream of this event; `sock` is a connected socket to use."""
    path = f"{V1}/events/{event_id}/availability/stream"
    return event_source(server, path, "availability", sock=sock)


async def test_stream_has_the_form_of_server_sent_events(api: Api, server: Server) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    path = f"{server.address}{V1}/events/{event['id']}/availability/stream"
    client = httpx.AsyncClient(timeout=PATIENCE)
    async with client, client.stream("GET", path) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        lines = response.aiter_lines()
        name, _, milliseconds = (await anext(lines)).partition(": ")
        assert (name, 2_000 <= int(milliseconds) <= 10_000) == ("retry", True)
        assert await anext(lines) == "event: availability"
        field, _, data = (await anext(lines)).partition(": ")
        assert (field, await anext(lines)) == ("data", "")
    assert json.loads(data) == (await api.get(f"/events/{event['id']}/availability")).json()


async def test_head_of_a_stream_is_answered_at_once_with_the_same_headers(
    api: Api, server: Server
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    path = f"{server.address}{V1}/events/{event['id']}/availability/stream"
    own = ("date", "x-correlation-id", "transfer-encoding")
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        # The second is sent over the same connection, which the first must have left in order.
        heads = [await client.head(path) for _ in range(2)]
        async with client.stream("GET", path) as response:
            headers = {name: response.headers[name] for name in response.headers.keys() - own}
    for head in heads:
        assert (head.status_code, head.content) == (200, b"")
        assert {name: head.headers[name] for name in head.headers.keys() - own} == headers


async def test_stream_reports_what_another_process_sold(api: Api, server: Server) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    async with watching(server, event["id"]) as source:
        assert await source.status() == 200
        assert await left(source) == 10
        await api.book(await api.person(), event["id"], 3)
        news = Stopwatch()
        assert await left(source) == 7
        assert news.seconds() < 2


async def test_stream_reports_what_its_own_process_sold(api: Api, server: Server) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    async with watching(server, event["id"]) as source:
        assert await left(source) == 10
        await sell_at(server, await api.person(), event["id"], 2)
        assert await left(source) == 8


async def test_buyer_reads_their_own_purchase_at_a_server_that_streams(
    api: Api, server: Server
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    buyer = await api.person()
    async with watching(server, event["id"]):
        for sold in range(1, 4):
            await sell_at(server, buyer, event["id"], 1)
            async with httpx.AsyncClient(base_url=f"{server.address}{V1}") as client:
                answer = await client.get(f"/events/{event['id']}/availability")
            assert answer.json()["tickets_available"] == 10 - sold


async def test_stream_says_nothing_while_nothing_changes(api: Api, server: Server) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event, other = await api.event(organizer), await api.event(organizer)
    async with watching(server, event["id"]) as source:
        assert await left(source) == 10
        await api.book(await api.person(), other["id"])
        # The event is locked and changed, but not what is left of it.
        response = await api.put(f"/events/{event['id']}", organizer, {"title": "New title"})
        assert response.status_code == 200
        assert await source.is_silent()


async def test_stream_reports_when_a_hold_has_lapsed(
    api: Api, server: Server, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    async with watching(server, event["id"]) as source:
        assert await left(source) == 10
        body = {"event_id": event["id"], "quantity": 4}
        response = await api.post("/reservations/reserve", await api.person(), body)
        assert response.status_code == 201
        assert await left(source) == 6
        # Its time passes, and nobody says so.
        await connection.execute("UPDATE bookings SET expires_at = now() - interval '1 s'")
        # It is read again after five seconds while tickets are held, after thirty if none are.
        assert (await source.event(within=20))["tickets_available"] == 10


async def test_stream_of_an_unknown_event_or_a_draft_is_not_found(api: Api, server: Server) -> None:
    draft = await api.event(await api.person(Role.ORGANIZER), status="draft")
    async with httpx.AsyncClient(base_url=f"{server.address}{V1}") as client:
        for event_id in (draft["id"], 9_999_999):
            response = await client.get(f"/events/{event_id}/availability/stream")
            assert_problem(response, 404, "not_found")


async def test_stream_ends_when_its_event_is_deleted(api: Api, server: Server) -> None:
    organizer = await api.person(Role.ORGANIZER)
    event = await api.event(organizer)
    async with watching(server, event["id"]) as source:
        assert await left(source) == 10
        await api.call("DELETE", f"/events/{event['id']}", organizer)
        await source.ends()


async def test_stream_beyond_the_limit_is_refused(api: Api, database_url: str) -> None:
    event = await api.event(await api.person(Role.ORGANIZER))
    app = create_app(test_settings(database_url, max_streams=0))
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        response = await client.get(f"{V1}/events/{event['id']}/availability/stream")
    assert_problem(response, 503, "unavailable")
    assert response.headers["retry-after"]
    assert app.state.container.adapters.stream_places().count == 0


async def test_refused_browser_gets_a_stream_that_asks_it_to_come_back_later(
    api: Api, database_url: str
) -> None:
    """After a 503 its EventSource would never ask again."""
    event = await api.event(await api.person(Role.ORGANIZER))
    app = create_app(test_settings(database_url, max_streams=0))
    transport = httpx.ASGITransport(app=app)
    accept = {"Accept": "text/event-stream"}
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        path = f"{V1}/events/{event['id']}/availability/stream"
        answers = [await client.get(path, headers=accept) for _ in range(20)]
        nowhere = await client.get(f"{V1}/events/0/availability/stream", headers=accept)
        other = await client.get(f"{V1}/events/{event['id']}/availability", headers=accept)
    lines = [answer.text.split("\r\n") for answer in answers]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].headers["content-type"].startswith("text/event-stream")
    assert answers[0].headers["retry-after"]
    assert lines[0][0] == "event: unavailable"
    assert json.loads(lines[0][1].removeprefix("data: "))["code"] == "unavailable"
    waits = {int(line[2].removeprefix("retry: ")) for line in lines}
    assert len(waits) > 1
    assert min(waits) >= 10_000
    assert nowhere.status_code in (404, 422), "no use in coming back"
    assert other.headers["content-type"] == "application/json"


async def test_2000_idle_streams_hold_no_database_connections(
    api: Api, server: Server, connection: asyncpg.Connection
) -> None:
    event = await api.event(await api.person(Role.ORGANIZER), capacity=100)
    async with AsyncExitStack() as stack:
        sources: list[EventSource] = []
        for _ in range(20):
            opening = [stack.enter_async_context(watching(server, event["id"])) for _ in range(100)]
            sources += await asyncio.gather(*opening)
        firsts = await asyncio.gather(*(source.event() for source in sources))
        assert [first["tickets_available"] for first in firsts] == [100] * 2000
        assert await connections(connection, "event-ticketing listener") == 2
        busy = await connection.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND state <> 'idle'"
        )
        assert busy == 0
        await sell_at(server, await api.person(), event["id"], 1)
        changed = await asyncio.gather(*(source.event() for source in sources))
        assert [change["tickets_available"] for change in changed] == [99] * 2000


async def test_stop_of_the_server_ends_its_streams_at_once(
    make_database: MakeDatabase,
) -> None:
    url = await make_database()
    async with running_server(url) as server, AsyncExitStack() as stack:
        event_id = await an_event(url)
        sources = [await stack.enter_async_context(watching(server, event_id)) for _ in range(20)]
        await asyncio.gather(*(source.event() for source in sources))
        stop = Stopwatch()
        await server.stop()
        rests = await asyncio.gather(*(source.reader.read() for source in sources))
        assert stop.seconds() < 5
        assert all(rest.endswith(b"0\r\n\r\n") for rest in rests)
    assert not server.says('"level": "error"')


async def test_client_that_does_not_read_is_dropped(make_database: MakeDatabase) -> None:
    url = await make_database()
    async with running_server(url, command=IMPATIENT) as server:
        event_id = await an_event(url, ticket_types=2000)
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.connect(("127.0.0.1", server.port))
        observer = await asyncpg.connect(url)
        async with watching(server, event_id, sock) as slow, watching(server, event_id) as quick:
            slow.writer.transport.pause_reading()  # type: ignore[attr-defined]
            async with asyncio.timeout(PATIENCE):
                capacity = 1000
                while not server.says("slow_stream_dropped"):
                    capacity += 1
                    await observer.execute(
                        "UPDATE events SET capacity = $2 WHERE id = $1", event_id, capacity
                    )
                    await observer.execute("SELECT pg_notify('event_changed', $1)", f":{event_id}")
                    while await left(quick) < capacity:
                        pass
        await observer.close()
        assert not server.says('"exception"')


IMPATIENT = (
    "-c",
    "import src.presentation.utils.event_stream as stream;"
    "stream.SECONDS_TO_TAKE_A_FRAME = 0.2;"
    "from src.cli.app import cli; cli(['serve'])",
)


async def sell_at(server: Server, buyer: Person, event_id: int, quantity: int) -> None:
    """Book at this server."""
    path = f"{server.address}{V1}/events/{event_id}/bookings"
    async with httpx.AsyncClient(headers=buyer.headers, timeout=PATIENCE) as client:
        response = await client.post(path, json={"quantity": quantity})
    assert response.status_code == 201, response.text


async def an_event(url: str, *, ticket_types: int = 1) -> int:
    """An active event straight in a database, each ticket type with a name of 200 letters."""
    connection = await asyncpg.connect(url)
    try:
        organizer_id = await connection.fetchval(
            "INSERT INTO users (name, email, role) VALUES ('O', 'o@test.example', 'organizer') "
            "RETURNING id"
        )
        event_id: int = await connection.fetchval(
            "INSERT INTO events (title, date_time, ends_at, capacity, price, currency, status, "
            "organizer_id) VALUES ('E', now() + interval '1 day', now() + interval '2 days', 1000, "
            "25, 'USD', 'active', $1) RETURNING id",
            organizer_id,
        )
        await connection.execute(
            "INSERT INTO ticket_types (event_id, name, price, capacity) "
            "SELECT $1, rpad(n::text || ' ', 200, 'x'), 25, 1000000 FROM generate_series(1, $2) n",
            event_id,
            ticket_types,
        )
    finally:
        await connection.close()
    return event_id

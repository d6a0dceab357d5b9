"""A sale through PgBouncer in transaction mode: each transaction may have another session."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from src.infrastructure.notifications import listener
from tests.support.api import V1
from tests.support.concurrency.running import add_people, discrepancies
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.pgbouncer import NO_PGBOUNCER, PGBOUNCER, pgbouncer
from tests.support.servers import running_server

pytestmark = pytest.mark.skipif(PGBOUNCER is None, reason=NO_PGBOUNCER)

TICKETS, BUYERS = 500, 64
# Whatever a process has asked for, its sessions have it from their role alone.
SETTINGS = ("enable_seqscan", "lock_timeout", "statement_timeout")


@pytest.fixture
async def pooled_url(own_url: str, tmp_path: Path) -> AsyncIterator[str]:
    """PgBouncer in front of a database that was not migrated with it."""
    async with pgbouncer(own_url, tmp_path) as url:
        yield url


@asynccontextmanager
async def selling(own_url: str, folder: Path) -> AsyncIterator[tuple[str, list[Server]]]:
    """PgBouncer, two servers with their jobs, and more connections than it has sessions."""
    await Server(folder, own_url, DATABASE_DIRECT_URL=own_url).run("migrate", "up")
    async with pgbouncer(own_url, folder) as url:
        yield url, [Server(folder / name, url, DATABASE_DIRECT_URL=own_url) for name in "ab"]


@pytest.mark.timeout(300)
async def test_five_hundred_tickets_are_sold_to_sixty_four_buyers(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    (organizer,) = await add_people(own_connection, 1, Role.ORGANIZER)
    buyers = await add_people(own_connection, BUYERS)
    async with selling(own_url, tmp_path) as (_, servers), running(*servers) as client:
        event_id = await make_event(client, servers[0], organizer, capacity=TICKETS)
        path = f"{V1}/events/{event_id}"

        async def buy(number: int) -> list[int]:
            """Buys single tickets until there are none, and looks in between."""
            server, answers = servers[number % 2], []
            while True:
                response = await client.post(
                    f"{server.url}{path}/bookings",
                    headers=buyers[number].headers,
                    json={"quantity": 1},
                )
                answers.append(response.status_code)
                if response.status_code != 201:
                    assert response.json()["code"] == "insufficient_tickets", response.text
                    return answers
                assert (await client.get(f"{server.url}{path}/availability")).status_code == 200

        answers = await asyncio.gather(*map(buy, range(BUYERS)))
        assert sum(each.count(201) for each in answers) == TICKETS
        assert await own_connection.fetchval("SELECT count(*) FROM tickets") == TICKETS
        assert await discrepancies(own_connection) == []
        for server in servers:
            assert "session_settings_missing" not in server.log
            assert '"level": "error"' not in server.log
            assert "listener_lost" not in server.log


async def test_sessions_behind_the_pooler_have_the_settings_of_the_pool(
    own_url: str, tmp_path: Path
) -> None:
    async with selling(own_url, tmp_path) as (pooled_url, _):
        connection = await asyncpg.connect(pooled_url, statement_cache_size=0)
        found = [await connection.fetchval(f"SHOW {name}") for name in SETTINGS]
        await connection.close()
    assert found == ["off", "5s", "30s"]


async def test_a_server_whose_sessions_lack_the_settings_says_so(
    own_url: str, pooled_url: str, tmp_path: Path
) -> None:
    async with running_server(pooled_url, database_direct_url=own_url) as server:
        async with httpx.AsyncClient(base_url=server.address) as client:
            assert (await client.get("/ready")).status_code == 200
        assert server.says("session_settings_missing")
        assert server.says("enable_seqscan")


async def test_a_listener_that_only_the_pooler_hears_finds_out_that_it_is_deaf(
    own_url: str, pooled_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "REPLY_SECONDS", 0.5)
    sender = await asyncpg.connect(pooled_url, statement_cache_size=0)

    async def notify(channel: str, message: str) -> None:
        await sender.execute(f"SELECT pg_notify('{channel}', '{message}')")

    async def listen(url: str, seconds: float) -> int:
        """How often it has connected in this time."""
        gaps: list[None] = []
        ears = listener.Listener(
            url, "news", on_message=print, on_gap=lambda: gaps.append(None), notify=notify
        )
        task = asyncio.create_task(ears.run())
        await asyncio.sleep(seconds)
        task.cancel()
        return len(gaps)

    # SELECT 1 is answered by both.
    assert await listen(own_url, 2) == 1
    assert await listen(pooled_url, 3) > 1
    await sender.close()

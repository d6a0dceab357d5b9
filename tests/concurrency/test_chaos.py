"""Sudden death under load: nothing answered is lost, nothing is done twice, service comes back."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import httpx

from src.domain.entities.user import Role
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.embedded_process import find_postmaster
from src.infrastructure.database.migrations import migrate_up
from tests.support.api import V1, Person, assert_problem
from tests.support.concurrency.load import Load
from tests.support.concurrency.running import add_people, discrepancies, outcomes
from tests.support.concurrency.servers import Server, make_event, running
from tests.support.stopwatch import Stopwatch, slowdown

BUYERS = 250
SOLD_BEFORE_THE_CRASH = 60
SIDE_BY_SIDE = 12
POOL = 5
RECOVERY_SECONDS = 30
"""Most of it is PostgreSQL's own, reading back what was written."""
RETURN_SECONDS = 5
"""How soon a server serves again once the database is there."""
ANSWER_SECONDS = 6


@asynccontextmanager
async def durable_postgres(folder: Path) -> AsyncIterator[tuple[EmbeddedPostgres, str]]:
    """A server whose commits outlive a crash, and its address; migrated."""
    postgres = EmbeddedPostgres(folder)
    url = await asyncio.to_thread(postgres.start)
    try:
        await migrate_up(url)
        yield postgres, url
    finally:
        await asyncio.to_thread(postgres.stop)


@asynccontextmanager
async def connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def cast_of(url: str) -> tuple[Person, list[Person]]:
    """An organizer and the buyers."""
    async with connected(url) as connection:
        (organizer,) = await add_people(connection, 1, Role.ORGANIZER)
        return organizer, await add_people(connection, BUYERS)


def kill_postmaster(data_dir: Path) -> int:
    """End PostgreSQL's main process as a crash does; its id."""
    postmaster = find_postmaster(data_dir / "postgres")
    assert postmaster is not None
    os.kill(postmaster.pid, signal.SIGKILL)
    return postmaster.pid


async def wait_for(condition: Callable[[], Awaitable[bool]], *, seconds: float) -> None:
    """Return when it holds. Raises TimeoutError when it does not in time, on a quiet machine."""
    async with asyncio.timeout(seconds * slowdown()):
        while not await condition():  # noqa: ASYNC110 - another process brings it about
            await asyncio.sleep(0.02)


async def is_ready(client: httpx.AsyncClient, server: Server) -> bool:
    return (await client.get(f"{server.url}/ready")).status_code == 200


async def assert_outage_is_reported(client: httpx.AsyncClient, server: Server) -> None:
    """While the database is away: alive, not ready, and every request refused in time."""

    async def is_not_ready() -> bool:
        return not await is_ready(client, server)

    await wait_for(is_not_ready, seconds=ANSWER_SECONDS)
    assert (await client.get(f"{server.url}/ready")).status_code == 503
    assert (await client.get(f"{server.url}/health")).status_code == 200
    waiting = Stopwatch()
    response = await client.get(f"{server.url}{V1}/events")
    assert waiting.seconds() < ANSWER_SECONDS
    assert_problem(response, 503, "unavailable")
    assert int(response.headers["retry-after"]) >= 1


async def assert_recovery(
    client: httpx.AsyncClient, server: Server, *, seconds: float = RECOVERY_SECONDS
) -> None:
    """The server becomes ready by itself, and none of its connections is missing."""
    await wait_for(lambda: is_ready(client, server), seconds=seconds)
    listing = f"{server.url}{V1}/events"
    responses = await asyncio.gather(*(client.get(listing) for _ in range(POOL * 6)))
    assert outcomes(responses) == {"200": POOL * 6}


def assert_answers_are_in_order(load: Load, allowed: set[str]) -> None:
    """Every request was answered in time, with a ticket or a refusal that says when to return."""
    assert max(seconds for _, seconds in load.answers) < ANSWER_SECONDS * slowdown()
    responses = [response for response, _ in load.answers]
    assert outcomes(responses).keys() == {"201", *allowed}
    for response in responses:
        if not response.is_success:
            assert response.headers["content-type"] == "application/problem+json"
            assert int(response.headers["retry-after"]) >= 1


async def assert_each_buyer_has_one_booking(connection: asyncpg.Connection, load: Load) -> None:
    """What was answered is stored, and nothing else."""
    rows = await connection.fetch("SELECT user_id, id FROM bookings")
    assert len(rows) == len(load.bookings) == BUYERS
    assert {row["user_id"]: row["id"] for row in rows} == load.bookings
    assert await connection.fetchval("SELECT count(*) FROM idempotency_keys") == BUYERS
    assert await discrepancies(connection) == []


async def test_every_answer_stands_when_the_database_is_killed_and_comes_back(
    tmp_path: Path,
) -> None:
    async with durable_postgres(tmp_path / "postgres") as (postgres, url):
        organizer, buyers = await cast_of(url)
        server = Server(tmp_path / "server", url, DATABASE_POOL_MAX=str(POOL))
        async with running(server) as client:
            event_id = await make_event(client, server, organizer, capacity=BUYERS)
            load = Load(client, [server], event_id)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(load.run(buyers, side_by_side=SIDE_BY_SIDE))
                await load.wait_until_sold(SOLD_BEFORE_THE_CRASH)
                kill_postmaster(tmp_path / "postgres")
                await assert_outage_is_reported(client, server)
                await asyncio.to_thread(postgres.revive)
                await assert_recovery(client, server, seconds=RETURN_SECONDS)

            assert load.lost == 0
            assert_answers_are_in_order(load, {"unavailable"})
            async with connected(url) as connection:
                await assert_each_buyer_has_one_booking(connection, load)


async def test_every_answer_stands_when_one_database_process_is_killed(tmp_path: Path) -> None:
    async with durable_postgres(tmp_path / "postgres") as (_, url):
        organizer, buyers = await cast_of(url)
        server = Server(tmp_path / "server", url, DATABASE_POOL_MAX=str(POOL))
        async with running(server) as client:
            event_id = await make_event(client, server, organizer, capacity=BUYERS)
            load = Load(client, [server], event_id)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(load.run(buyers, side_by_side=SIDE_BY_SIDE))
                for sold in (60, 120, 180):
                    await load.wait_until_sold(sold)
                    # PostgreSQL then ends all connections, recovers and lets them in again.
                    async with connected(url) as connection:
                        os.kill(connection.get_server_pid(), signal.SIGKILL)

            await assert_recovery(client, server)
            assert load.lost == 0
            assert_answers_are_in_order(load, {"unavailable"})
            async with connected(url) as connection:
                await assert_each_buyer_has_one_booking(connection, load)


async def test_every_answer_stands_when_one_of_two_servers_is_killed_and_restarted(
    own_url: str, own_connection: asyncpg.Connection, tmp_path: Path
) -> None:
    organizer, buyers = await cast_of(own_url)
    servers = [Server(tmp_path / name, own_url, DATABASE_POOL_MAX=str(POOL)) for name in ("a", "b")]
    async with running(*servers) as client:
        event_id = await make_event(client, servers[0], organizer, capacity=BUYERS)
        load = Load(client, servers, event_id)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(load.run(buyers, side_by_side=SIDE_BY_SIDE))
            await load.wait_until_sold(SOLD_BEFORE_THE_CRASH)
            await servers[0].kill()
            # The other one goes on alone.
            await load.wait_until_sold(SOLD_BEFORE_THE_CRASH + 60)
            await servers[0].start()

        assert load.lost > 0
        await assert_recovery(client, servers[0])
        assert_answers_are_in_order(load, set())
        await assert_each_buyer_has_one_booking(own_connection, load)


async def test_server_revives_its_embedded_database_when_that_is_killed(tmp_path: Path) -> None:
    server = Server(tmp_path / "server", None, DATABASE_POOL_MAX=str(POOL))
    data_dir = tmp_path / "server" / "data"
    await server.run("migrate", "up")
    postgres = EmbeddedPostgres(data_dir)
    url = await asyncio.to_thread(postgres.start)
    try:
        organizer, buyers = await cast_of(url)
        async with running(server) as client:
            event_id = await make_event(client, server, organizer, capacity=BUYERS)
            load = Load(client, [server], event_id)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(load.run(buyers, side_by_side=SIDE_BY_SIDE))
                await load.wait_until_sold(SOLD_BEFORE_THE_CRASH)
                killed = kill_postmaster(data_dir)

                async def is_revived() -> bool:
                    postmaster = find_postmaster(data_dir / "postgres")
                    return postmaster is not None and postmaster.pid != killed

                # It may be back within the time of one request, so no outage is looked for.
                await wait_for(is_revived, seconds=RECOVERY_SECONDS)
                await assert_recovery(client, server)

            assert_answers_are_in_order(load, {"unavailable"})
            async with connected(url) as connection:
                await assert_each_buyer_has_one_booking(connection, load)
    finally:
        await asyncio.to_thread(postgres.stop)
    assert find_postmaster(data_dir / "postgres") is None

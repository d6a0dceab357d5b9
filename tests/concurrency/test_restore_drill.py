"""A sale, a backup, more sale, then the data folder is gone: it is restored to a moment."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import httpx
import pytest

from src.domain.entities.user import Role
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up
from src.infrastructure.database.recount import recount
from tests.concurrency.test_chaos import connected, kill_postmaster
from tests.support.api import Person
from tests.support.concurrency.running import add_people, discrepancies, outcomes
from tests.support.concurrency.servers import Server, book, make_event, running

BUYERS = 100
SIDE_BY_SIDE = 12


async def sell(
    client: httpx.AsyncClient, server: Server, event_id: int, buyers: Sequence[Person]
) -> set[int]:
    """Sell one ticket to each; the bookings that were acknowledged, which are all."""
    slots = asyncio.Semaphore(SIDE_BY_SIDE)

    async def buy(buyer: Person) -> httpx.Response:
        async with slots:
            return await book(client, server, event_id, buyer)

    responses = await asyncio.gather(*map(buy, buyers))
    assert outcomes(responses) == {"201": len(buyers)}
    return {response.json()["id"] for response in responses}


async def stored_bookings(connection: asyncpg.Connection) -> set[int]:
    return {row["id"] for row in await connection.fetch("SELECT id FROM bookings")}


@asynccontextmanager
async def database(
    data_dir: Path, backup_dir: Path
) -> AsyncIterator[tuple[str, asyncpg.Connection]]:
    """The embedded server runs during the block, by itself or for a service beside."""
    postgres = EmbeddedPostgres(data_dir, backup_dir=backup_dir)
    url = await asyncio.to_thread(postgres.start)
    try:
        async with connected(url) as connection:
            yield url, connection
    finally:
        await asyncio.to_thread(postgres.stop)


@pytest.mark.timeout(300)
async def test_a_restore_has_all_that_was_acknowledged_until_the_moment_and_nothing_after(
    tmp_path: Path,
) -> None:
    folders = data_dir, _ = tmp_path / "data", tmp_path / "backups"
    server = Server(tmp_path, None, BACKUP_DIR=str(folders[1]))
    async with database(*folders) as (url, connection):
        await migrate_up(url)
        (organizer,) = await add_people(connection, 1, Role.ORGANIZER)
        buyers = await add_people(connection, BUYERS)
    async with running(server) as client:
        event_id = await make_event(client, server, organizer, capacity=BUYERS)
        before = await sell(client, server, event_id, buyers[:30])
        # The backup is made beside the sale.
        backup = asyncio.create_task(server.run("backup", "create"))
        before |= await sell(client, server, event_id, buyers[30:60])
        await backup
        before |= await sell(client, server, event_id, buyers[60:80])
        moment = datetime.now(UTC)
        after = await sell(client, server, event_id, buyers[80:])
        assert (len(before), len(after)) == (80, 20)
        # As the next night does; what it archives is needed to know that the moment is over.
        await server.run("backup", "create")
        await server.kill()
        kill_postmaster(data_dir)
        shutil.rmtree(data_dir)

    await server.run("backup", "verify")
    await server.run("backup", "restore", "--to", moment.isoformat())
    async with database(*folders) as (url, connection):
        assert await stored_bookings(connection) == before
        assert await discrepancies(connection) == []
        assert [row async for row in recount(url)] == []
        await server.run("reconcile")
        assert "No discrepancies." in server.log
        # The sale goes on where it was.
        async with running(server) as client:
            again = await sell(client, server, event_id, buyers[80:])
        assert await stored_bookings(connection) == before | again
        assert await discrepancies(connection) == []

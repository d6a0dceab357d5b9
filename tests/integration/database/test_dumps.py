"""What pg_dump writes, psql and pg_restore read back: whole, and in the parts that people dump."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from src.infrastructure.database.embedded_process import find_program
from src.infrastructure.database.recount import recount
from tests.support.authorization.world import World
from tests.support.concurrency.running import DISCREPANCIES
from tests.support.database import MakeDatabase, _execute, with_database

TABLES = ("users", "events", "ticket_types", "bookings", "tickets", "orders", "transactions")
AS_REPLICA = "-c session_replication_role=replica"
"""The option of libpq by which a restore runs no triggers: the rows are as they were."""

WITHOUT_SEARCH_PATH = """
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.proconfig IS NULL AND p.prosqlbody IS NULL
"""
"""A body that was written with RETURN has its names bound for good."""


async def run(program: str, *arguments: str, options: str = "") -> str:
    """The output of a program of PostgreSQL, which must succeed."""
    process = await asyncio.create_subprocess_exec(
        find_program(program),
        *arguments,
        env={**os.environ, "PGOPTIONS": options},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return output.decode()


async def restore(script: Path, url: str, *, options: str = "") -> None:
    """Run a script, which must not fail anywhere."""
    await run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(script), url, options=options)


async def counts(url: str) -> dict[str, int]:
    connection = await asyncpg.connect(url)
    try:
        return {
            table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in TABLES
        }
    finally:
        await connection.close()


async def discrepancies(url: str) -> list[str]:
    """What a recount does not confirm."""
    connection = await asyncpg.connect(url)
    try:
        return [row["wrong"] for row in await connection.fetch(DISCREPANCIES)]
    finally:
        await connection.close()


@pytest.fixture
async def empty_url(postgres_url: str) -> AsyncIterator[str]:
    """A database without tables."""
    name = "restored"
    await _execute(postgres_url, f"CREATE DATABASE {name}")
    yield with_database(postgres_url, name)
    await _execute(postgres_url, f"DROP DATABASE {name}")


async def test_a_whole_dump_is_restored_as_a_script(
    world: World, database_url: str, empty_url: str, tmp_path: Path
) -> None:
    script = tmp_path / "dump.sql"
    await run("pg_dump", "-f", str(script), database_url)
    await restore(script, empty_url)
    assert await counts(empty_url) == await counts(database_url)
    assert await discrepancies(empty_url) == await discrepancies(database_url)


async def test_a_whole_dump_is_restored_as_an_archive(
    world: World, database_url: str, empty_url: str, tmp_path: Path
) -> None:
    archive = str(tmp_path / "dump")
    await run("pg_dump", "-Fc", "-f", archive, database_url)
    await run("pg_restore", "--exit-on-error", "--no-owner", "-d", empty_url, archive)
    assert await counts(empty_url) == await counts(database_url)


async def test_the_schema_alone_is_restored_and_counts(
    world: World, database_url: str, empty_url: str, tmp_path: Path
) -> None:
    script = tmp_path / "schema.sql"
    await run("pg_dump", "--schema-only", "-f", str(script), database_url)
    await restore(script, empty_url)
    assert set((await counts(empty_url)).values()) == {0}
    # The triggers work in the session that restored it, whose search_path is empty.
    data = tmp_path / "users.sql"
    await run("pg_dump", "--data-only", "-t", "users", "-f", str(data), database_url)
    await restore(data, empty_url)


async def test_data_alone_is_restored_without_triggers(
    world: World, database_url: str, make_database: MakeDatabase, tmp_path: Path
) -> None:
    """Into a migrated database, as docs/operating.md says."""
    script = tmp_path / "data.sql"
    await run("pg_dump", "--data-only", "-T", "aerich", "-f", str(script), database_url)
    other = await make_database()
    await restore(script, other, options=AS_REPLICA)
    assert await counts(other) == await counts(database_url)
    assert await discrepancies(other) == await discrepancies(database_url)


async def test_one_table_is_restored_and_a_recount_sets_the_statistics_right(
    world: World, database_url: str, make_database: MakeDatabase, tmp_path: Path
) -> None:
    everything, tickets = tmp_path / "data.sql", tmp_path / "tickets.sql"
    await run("pg_dump", "--data-only", "-T", "aerich", "-f", str(everything), database_url)
    await run("pg_dump", "--data-only", "-t", "tickets", "-f", str(tickets), database_url)
    other = await make_database()
    await restore(everything, other, options=AS_REPLICA)
    await _execute(other, "SET session_replication_role = replica; DELETE FROM tickets")
    before = await discrepancies(database_url)
    assert "counters of event" in await discrepancies(other)
    corrected = [row async for row in recount(other)]
    assert {"event", "ticket type"} <= {row.noun for row in corrected}
    assert [row async for row in recount(other)] == []
    # Now the triggers count each ticket once.
    await restore(tickets, other)
    assert await discrepancies(other) == before
    assert [row async for row in recount(other)] == []


async def test_every_function_has_a_search_path(database_url: str) -> None:
    connection = await asyncpg.connect(database_url)
    try:
        assert [row[0] for row in await connection.fetch(WITHOUT_SEARCH_PATH)] == []
    finally:
        await connection.close()

"""Migrations: aerich's commands, behind a lock that aerich lacks.

Without the lock, two processes that start together would apply a migration twice.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import asyncpg
from tortoise.context import TortoiseContext

from src.infrastructure.database.connecting import connect
from src.infrastructure.database.orm import (
    APP,
    PoolSettings,
    current_connection,
    tortoise_config,
    with_migrations,
)

# Servers only ask which migrations there are, and need no aerich for that.
if TYPE_CHECKING:
    from aerich import Command

LOCATION = Path(__file__).resolve().parents[3] / "migrations"
LOCK_NUMBER = 7_205_759_403
READY_TIMEOUT_SECONDS = 2
NO_LIMITS = PoolSettings(min_size=1, max_size=2, lock_timeout=0, statement_timeout=0)


def known_migrations() -> list[str]:
    """File names of all migrations, in the order in which they are applied."""
    files = (path.name for path in (LOCATION / APP).glob("[0-9]*_*.py"))
    return sorted(files, key=lambda name: int(name.split("_")[0]))


async def applied_migrations(url: str) -> list[str]:
    """File names of the migrations applied to the database, oldest first."""
    connection = await connect(url)
    try:
        if await connection.fetchval("SELECT to_regclass('aerich')") is None:
            return []
        rows = await connection.fetch("SELECT version FROM aerich WHERE app = $1 ORDER BY id", APP)
    finally:
        await connection.close()
    return [row["version"] for row in rows]


async def migrate_up(url: str) -> Sequence[str]:
    """Apply missing migrations, each in a transaction; returns their names."""
    return await _exclusively(url, lambda command: command.upgrade(run_in_transaction=True))


async def migrate_down(url: str) -> Sequence[str]:
    """Undo the newest migration; returns its name, or nothing if there is none."""
    return await _exclusively(url, lambda command: _undo_newest(command, url))


async def migrate_reset(url: str) -> Sequence[str]:
    """Undo all migrations, which drops all tables with their rows, and apply them again."""

    async def reset(command: "Command") -> list[str]:
        while await _undo_newest(command, url):
            pass
        return await command.upgrade(run_in_transaction=True)

    return await _exclusively(url, reset)


async def why_not_ready() -> str | None:
    """Why the database of this process cannot serve requests now; None when it can."""
    try:
        async with asyncio.timeout(READY_TIMEOUT_SECONDS):
            rows = await current_connection().execute_query_dict(
                "SELECT version FROM aerich WHERE app = $1", [APP]
            )
    except Exception as error:
        if isinstance(error.__cause__, asyncpg.UndefinedTableError):
            return "The database has no tables: run ./run_migrations.sh up"
        return "The database cannot be reached."
    missing = set(known_migrations()) - {row["version"] for row in rows}
    if missing:
        return f"{len(missing)} migrations are missing: run ./run_migrations.sh up"
    return None


@asynccontextmanager
async def set_up_alone(url: str) -> AsyncIterator[None]:
    """Hold the lock under which a database is migrated and filled, so that nobody else does."""
    lock = await connect(url)
    try:
        await lock.execute("SELECT pg_advisory_lock($1)", LOCK_NUMBER)
        yield
    finally:
        await lock.close()


async def _undo_newest(command: "Command", url: str) -> list[str]:
    if not await applied_migrations(url):
        return []
    return await command.downgrade(version=-1, delete=False)


async def _exclusively(url: str, work: Callable[["Command"], Awaitable[list[str]]]) -> list[str]:
    """Run aerich's command while no other process runs one on this database."""
    # In a task of its own: aerich leaves its connections as the current ones of the context.
    return await asyncio.create_task(_locked(url, work))


async def _locked(url: str, work: Callable[["Command"], Awaitable[list[str]]]) -> list[str]:
    from aerich import Command

    config = with_migrations(tortoise_config(url, NO_LIMITS))
    # Without a context of its own aerich would use that of an application in this process:
    # it would migrate that one's database instead, and then close it.
    async with set_up_alone(url):
        with TortoiseContext():
            async with Command(config, app=APP, location=str(LOCATION)) as command:
                return await work(command)

"""What the tests of the worker share: waiting, and a look at what pgqueuer and PostgreSQL know."""

import asyncio
from collections.abc import Awaitable, Callable

import asyncpg


async def until(is_done: Callable[[], Awaitable[bool]] | Callable[[], bool]) -> None:
    """Wait for it, a minute at most."""
    async with asyncio.timeout(60):
        while True:
            answer = is_done()
            if answer if isinstance(answer, bool) else await answer:
                return
            await asyncio.sleep(0.01)


async def make_due(connection: asyncpg.Connection, name: str, schedule: str) -> None:
    """As if the job had been missed a minute ago: who comes first runs it at once."""
    await connection.execute(
        "INSERT INTO pgqueuer_schedules (entrypoint, expression, next_run) "
        "VALUES ($1, $2, now() - interval '1 minute')",
        name,
        schedule,
    )


async def status_of(connection: asyncpg.Connection, name: str) -> str | None:
    """Whether somebody has `picked` the job, or it is `queued`."""
    status: str | None = await connection.fetchval(
        "SELECT status FROM pgqueuer_schedules WHERE entrypoint = $1", name
    )
    return status


async def worker_pids(connection: asyncpg.Connection) -> list[int]:
    """The workers' connections to this database."""
    rows = await connection.fetch(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
        "AND application_name = 'event-ticketing-worker'"
    )
    return [row["pid"] for row in rows]

"""The benchmark's own durable PostgreSQL, with a fresh database for each phase."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from bench.plan import LIMIT
from src.infrastructure.database.embedded import EmbeddedPostgres
from src.infrastructure.database.migrations import migrate_up

TEMPLATE = "bench_template"
ADMIN_ID = 1
FIRST_BUYER_ID = 2
PLENTY = 1_000_000
PRICE = "25.00"

USERS = """
INSERT INTO users (id, name, email, role)
SELECT id, 'User ' || id, 'user' || id || '@bench.example',
    (CASE id WHEN 1 THEN 'admin' ELSE 'customer' END)::user_role
FROM generate_series(1, $1::bigint) AS id
"""

EVENTS = """
INSERT INTO events (title, venue, kind, date_time, ends_at, capacity, price, currency,
    max_tickets_per_user, organizer_id)
SELECT 'Event ' || number, 'Arena', 'concert', $2::timestamptz,
    $2::timestamptz + interval '3 hours', $3, $4, 'USD', $5, 1
FROM generate_series(1, $1::integer) AS number
RETURNING id
"""

TICKET_TYPES = """
INSERT INTO ticket_types (event_id, name, price, capacity)
SELECT id, 'General admission', price, capacity FROM events WHERE id BETWEEN $1 AND $2
"""

BUSY = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend'
    AND pid <> pg_backend_pid() AND state <> 'idle'
"""

SETTLE_SECONDS = 60
QUIET_CHECKS = 4


class NotSettled(Exception):
    """Requests of a load do not finish after its end; the message names the database."""


class Database:
    """A migrated database with users, and a connection to seed and query it."""

    def __init__(self, name: str, url: str, connection: Any) -> None:
        self.name = name
        self.url = url
        self.connection = connection

    async def add_events(
        self, count: int = 1, *, capacity: int = PLENTY, limit: int | None = LIMIT
    ) -> int:
        """Add events on sale with one ticket type each; returns the first of consecutive ids."""
        starts = datetime.now(UTC) + timedelta(days=30)
        async with self.connection.transaction():
            rows = await self.connection.fetch(EVENTS, count, starts, capacity, PRICE, limit)
            ids = [int(row["id"]) for row in rows]
            await self.connection.execute(TICKET_TYPES, min(ids), max(ids))
        return min(ids)

    async def settle(self) -> None:
        """Wait until no statement is running: requests that were cut off still finish.

        Raises NotSettled.
        """
        quiet = 0
        deadline = time.monotonic() + SETTLE_SECONDS
        while quiet < QUIET_CHECKS:
            quiet = 0 if await self.connection.fetchval(BUSY) else quiet + 1
            if time.monotonic() > deadline:
                raise NotSettled(
                    f"The database {self.name} is still busy {SETTLE_SECONDS} seconds after a load."
                )
            await asyncio.sleep(0.05)


class Postgres:
    """The embedded server, in a temporary folder."""

    def __init__(self, folder: Path, *, users: int, archive: Path | None = None) -> None:
        """With an archive a standby may be made of it."""
        self.data_dir = folder / "postgres"
        self.server = EmbeddedPostgres(self.data_dir, is_durable=True, backup_dir=archive)
        self._users = users
        self._url = ""

    async def start(self) -> str:
        """Launch the server and create the template of each phase's database.

        Returns PostgreSQL's version.
        """
        self._url = await asyncio.to_thread(self.server.start)
        await self._execute(f"CREATE DATABASE {TEMPLATE}")
        await migrate_up(self._url_of(TEMPLATE))
        template = await asyncpg.connect(self._url_of(TEMPLATE))
        try:
            await template.execute(USERS, FIRST_BUYER_ID + self._users - 1)
            await template.execute("VACUUM (ANALYZE)")
            return str(await template.fetchval("SHOW server_version"))
        finally:
            await template.close()

    async def stop(self) -> None:
        await asyncio.to_thread(self.server.stop)

    @asynccontextmanager
    async def database(self, name: str) -> AsyncIterator[Database]:
        """A copy of the template, dropped afterwards."""
        async with self._created(name, TEMPLATE) as database:
            yield database

    @asynccontextmanager
    async def empty_database(self, name: str) -> AsyncIterator[Database]:
        """One that is not migrated, dropped afterwards."""
        async with self._created(name, "template0") as database:
            yield database

    @asynccontextmanager
    async def _created(self, name: str, template: str) -> AsyncIterator[Database]:
        await self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        url = self._url_of(name)
        connection = await asyncpg.connect(url)
        try:
            yield Database(name, url, connection)
        finally:
            await connection.close()
            # Fails while autovacuum is running in it: then it is removed with the server.
            with suppress(asyncpg.InsufficientPrivilegeError):
                await self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    async def flush(self) -> None:
        """Write buffered changes to the disk now, rather than during a measurement.

        Dropping a database does so, while CHECKPOINT needs a superuser.
        """
        await self._execute("CREATE DATABASE bench_flush TEMPLATE template0")
        await self._execute("DROP DATABASE bench_flush")

    @property
    def url(self) -> str:
        """The address of the server, at a database that nothing is measured in."""
        return self._url

    def _url_of(self, name: str) -> str:
        return urlunsplit(urlsplit(self._url)._replace(path=f"/{name}"))

    async def _execute(self, statement: str) -> None:
        connection = await asyncpg.connect(self._url)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

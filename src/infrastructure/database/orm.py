"""The connection to PostgreSQL: one pool per process, with a limit to every wait."""

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.connection import get_connections
from tortoise.context import TortoiseContext, set_global_context

from src.infrastructure.clock import DatabaseClock
from src.infrastructure.database.pooler import warn_unless_set

APP = "ticketing"
MODELS = "src.infrastructure.database.models"
ENGINE = "src.infrastructure.database.pool"


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """Connections per process; seconds to wait for a connection, a row lock, a statement."""

    min_size: int = 1
    max_size: int = 10
    acquire_timeout: float = 5.0
    lock_timeout: float = 5.0
    statement_timeout: float = 30.0
    is_behind_pooler: bool = False
    """Whether each transaction may have another session, as with PgBouncer's transaction mode."""


def tortoise_config(
    url: str,
    pool: PoolSettings | None = None,
    on_connect: Callable[[Any], Awaitable[None]] | None = None,
) -> dict[str, Any]:
    """Tortoise's configuration for this database, whose address may have several hosts.

    `on_connect` is awaited with each new connection, before its first use.
    """
    credentials = pool_options(url, pool or PoolSettings(), on_connect)
    return {
        "connections": {"default": {"engine": ENGINE, "credentials": credentials}},
        "apps": {APP: {"models": [MODELS], "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


def pool_options(
    url: str, pool: PoolSettings, on_connect: Callable[[Any], Awaitable[None]] | None = None
) -> dict[str, Any]:
    """The options of the client of such a pool."""
    options = {
        "dsn": url,
        "minsize": pool.min_size,
        "maxsize": pool.max_size,
        "acquire_timeout": pool.acquire_timeout,
        "timeout": pool.acquire_timeout,
        # The server itself ends a statement before that, unless it does not respond.
        "command_timeout": pool.statement_timeout + pool.acquire_timeout
        if pool.statement_timeout
        else None,
        "init": on_connect,
        "server_settings": {
            "application_name": "event-ticketing",
            "timezone": "UTC",
            # A pooler refuses them: there the role has them, see `session_settings`.
            **({} if pool.is_behind_pooler else session_settings(pool)),
        },
    }
    if pool.is_behind_pooler:
        # A prepared statement is a session's; the next transaction may have another.
        options["statement_cache_size"] = 0
    return options


def session_settings(pool: PoolSettings) -> dict[str, str]:
    """Settings of PostgreSQL that every session of the pool needs."""
    return {
        # A sale that begins in an empty database would keep its first plans, which read whole
        # tables, until PostgreSQL updates its statistics a minute later.
        "enable_seqscan": "off",
        # Where only such a plan is possible, its cost seems so high that it is compiled.
        "jit": "off",
        "lock_timeout": f"{pool.lock_timeout * 1000:.0f}",
        "statement_timeout": f"{pool.statement_timeout * 1000:.0f}",
        "idle_in_transaction_session_timeout": f"{pool.statement_timeout * 1000:.0f}",
    }


def with_migrations(config: dict[str, Any]) -> dict[str, Any]:
    """This configuration for aerich, which keeps what it has applied in a table of its own."""
    app = config["apps"][APP]
    return {**config, "apps": {APP: {**app, "models": [*app["models"], "aerich.models"]}}}


class Database:
    """The process's pool of connections, and the clock of the database."""

    def __init__(
        self, pool: PoolSettings, note_statement: Callable[[Any], None] | None = None
    ) -> None:
        """`note_statement` is called with each statement that has ended, by asyncpg's logger."""
        self.clock = DatabaseClock()
        self._pool = pool
        self._note_statement = note_statement
        self._context: TortoiseContext | None = None

    async def open(self, url: str) -> None:
        """Prepare the pool; the first statement connects, as does the first after an outage."""
        context = TortoiseContext()
        with context:
            await context.init(tortoise_config(url, self._pool, self._prepare))
        # Requests run in other tasks, which do not inherit the context of the lifespan.
        set_global_context(context)
        self._context = context

    async def _prepare(self, connection: Any) -> None:
        await self.clock.sync(connection)
        if self._pool.is_behind_pooler:
            await warn_unless_set(connection, session_settings(self._pool))
        if self._note_statement is not None:
            connection.add_query_logger(self._note_statement)

    def connections(self) -> tuple[int, int, int]:
        """How many of the pool are used, and idle, and how many it may open."""
        pool = getattr(current_connection(), "_pool", None) if self._context is not None else None
        if pool is None:
            return 0, 0, self._pool.max_size
        idle = pool.get_idle_size()
        return pool.get_size() - idle, idle, self._pool.max_size

    async def close(self) -> None:
        """Close all connections."""
        if self._context is not None:
            await self._context.close_connections()
            self._context = None


def current_connection() -> BaseDBAsyncClient:
    """The connection of the current transaction inside a unit of work, else the pool."""
    return get_connections().get("default")


# Read by aerich's command line to generate a migration (`make migration`).
TORTOISE_ORM = with_migrations(
    tortoise_config(os.environ.get("DATABASE_URL") or "postgres://localhost/offline")
)

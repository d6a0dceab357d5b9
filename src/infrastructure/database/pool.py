"""Tortoise's asyncpg backend, made robust against a server that dies or is overloaded.

The wait for a full pool, or for one that cannot connect yet, ends after `acquire_timeout` seconds.
A transaction that cannot begin returns its connection instead of leaking it, and one that has
committed stays a success even if its connection is lost afterwards.
Tortoise finds `client_class` here by the name of this module (the "engine").
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any, TypeVar

import asyncpg
from asyncpg.pool import PoolAcquireContext
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import (
    ConnectionWrapper,
    PoolConnectionWrapper,
    TransactionContext,
    TransactionContextPooled,
)
from tortoise.connection import get_connections

from src.application.ports.database import NoTransaction
from src.infrastructure.database.connecting import connect
from src.infrastructure.database.lost_commits import TransactionMark, was_committed

LOST = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""What asyncpg raises if a connection is lost or does not respond (a TimeoutError)."""

IS_CLEAN: ContextVar[bool] = ContextVar("is_clean")
"""Whether the connection that a task returns was answered all it asked."""


class BoundedPool(asyncpg.Pool):
    """A pool whose `acquire` raises TimeoutError after a limit.

    `release` does not wait until the connection is back, and only what did not end well is reset:
    our statements change nothing of a session (settings and locks are those of a transaction, and
    who listens has a connection of their own). Closing the pool waits for all of them.
    """

    def __init__(self, dsn: str, *, acquire_timeout: float, **arguments: Any) -> None:
        super().__init__(
            dsn,
            connect=connect,  # type: ignore[arg-type]
            max_queries=50_000,
            max_inactive_connection_lifetime=300.0,
            record_class=asyncpg.Record,
            reset=_reset_unless_clean,
            **arguments,
        )
        self._acquire_timeout = acquire_timeout
        # The event loop keeps only weak references to tasks.
        self._returning: set[asyncio.Task[None]] = set()

    def acquire(self, *, timeout: float | None = None) -> PoolAcquireContext:
        return super().acquire(timeout=timeout or self._acquire_timeout)

    async def release(
        self,
        connection: Any,
        *,
        timeout: float | None = None,  # noqa: ASYNC109 - asyncpg's own signature
        is_clean: bool = False,
    ) -> None:
        """`is_clean` says that the last statement, or the transaction, was answered."""
        task = asyncio.create_task(self._release_now(connection, timeout, is_clean))
        self._returning.add(task)
        task.add_done_callback(self._returning.discard)

    async def _release_now(
        self,
        connection: Any,
        timeout: float | None,  # noqa: ASYNC109
        is_clean: bool,
    ) -> None:
        IS_CLEAN.set(is_clean)
        # The pool closes a connection that it cannot reset; its committed work is kept.
        with suppress(*LOST):
            await super().release(connection, timeout=timeout)


async def _reset_unless_clean(connection: asyncpg.Connection) -> None:
    # asyncpg has rolled back what was open.
    if not IS_CLEAN.get():
        await connection.execute(connection.get_reset_query())


Result = TypeVar("Result")


def _is_unsent(error: asyncpg.InternalClientError) -> bool:
    """Whether a statement never left, because the server has ended the idle connection meanwhile.

    asyncpg gets the server's word for it before the end of the stream, and sends nothing between.
    """
    return "cannot switch to state" in str(error)


async def send(statement: Callable[[], Awaitable[Result]]) -> Result:
    """Run it, and once more over another connection if it was not sent over the first."""
    try:
        return await statement()
    except asyncpg.InternalClientError as error:
        if not _is_unsent(error):
            raise
    return await statement()


class TransactionClient(TransactionWrapper):
    """Runs statements in its transaction and nowhere else.

    Tortoise's own goes on after the commit, on the same connection, with each statement a
    transaction of its own.
    """

    def acquire_connection(self) -> ConnectionWrapper[Any]:
        if self._finalized:
            raise NoTransaction("This transaction has ended: nothing more can be done in it.")
        return super().acquire_connection()

    async def commit(self) -> None:
        """Commit, and lose the connection if that takes longer than a statement may.

        A commit that waits for a synchronous standby must not be cancelled, as asyncpg would do
        later: PostgreSQL then shows as committed what no standby has. Without its connection it
        waits on, and holds its locks.
        """
        pool: Any = self._parent
        limit = pool.extra["command_timeout"]
        if limit is None:
            await super().commit()
            return
        loop = asyncio.get_running_loop()
        ending = loop.call_later(limit - pool.extra["acquire_timeout"], self._connection.terminate)
        try:
            await super().commit()
        finally:
            ending.cancel()

    async def find_out_whether_committed(self, mark: TransactionMark | None) -> bool:
        """Ask over another connection what became of a commit. Raises OutcomeUnknown."""
        pool: Any = self._parent
        # Ours is of no use any more, and the pool may have no other to lend.
        await pool._pool.release(self._connection)
        is_committed = await was_committed(pool, mark)
        self._finalized = is_committed
        return is_committed


class Transaction(TransactionContextPooled):
    """Commits when it is left normally, rolls back when it is left by an error."""

    async def ensure_connection(self) -> None:
        parent: Any = self.client._parent
        await parent.ensure_pool()

    async def __aenter__(self) -> Any:
        await self.ensure_connection()
        await send(self._begin)
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client

    async def _begin(self) -> None:
        pool = self.client._parent._pool
        self.client._connection = await pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            await pool.release(self.client._connection)
            raise

    async def __aexit__(self, kind: Any, error: Any, traceback: Any) -> None:
        get_connections().reset(self.token)
        try:
            if kind and not self.client._finalized:
                # A lost connection has been rolled back already, and `error` explains more.
                with suppress(*LOST):
                    await self.client.rollback()
            elif not self.client._finalized:
                await self.client.commit()
        finally:
            await self.client._parent._pool.release(
                self.client._connection, is_clean=self.client._finalized
            )


class PooledConnection(PoolConnectionWrapper[Any]):
    """A connection for one statement."""

    async def ensure_connection(self) -> None:
        client: Any = self.client
        await client.ensure_pool()

    async def __aexit__(self, kind: Any, error: Any, traceback: Any) -> None:
        client: Any = self.client
        await client._pool.release(self.connection, is_clean=kind is None)


class Client(AsyncpgDBClient):
    """Tortoise's client over a bounded pool, with transactions that do not leak."""

    def __init__(self, *, dsn: str, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._dsn = dsn

    async def ensure_pool(self) -> None:
        """Create the pool, unless it exists. Raises TimeoutError, or the error of connecting."""
        if self._pool:
            return
        # The timeout includes the wait for the lock, since every waiting task would try again.
        async with asyncio.timeout(self.extra["acquire_timeout"]), self._pool_init_lock:
            if not self._pool:
                await self.create_connection(with_db=True)

    async def create_pool(self, **arguments: Any) -> asyncpg.Pool:
        # The address says these, and of several hosts.
        for name in ("host", "port", "user", "password", "database"):
            arguments.pop(name, None)
        pool = BoundedPool(self._dsn, **arguments)
        await pool
        return pool

    def acquire_connection(self) -> PooledConnection:
        return PooledConnection(self, self._pool_init_lock)

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        return await send(lambda: super(Client, self).execute_insert(query, values))

    async def execute_query(self, query: str, values: list[Any] | None = None) -> Any:
        return await send(lambda: super(Client, self).execute_query(query, values))

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> Any:
        return await send(lambda: super(Client, self).execute_query_dict(query, values))

    def _in_transaction(self) -> TransactionContext:
        return Transaction(TransactionClient(self), self._pool_init_lock)


client_class = Client

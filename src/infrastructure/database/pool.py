"""Tortoise's asyncpg backend with two holes closed.

A full pool is waited for at most `acquire_timeout` seconds, and a transaction that cannot
begin, because the server has just died, gives its connection back instead of leaking it.
Tortoise finds `client_class` here by the name of this module (the "engine").
"""

from typing import Any

import asyncpg
from asyncpg.pool import PoolAcquireContext
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections


async def _reset(connection: asyncpg.Connection) -> None:
    # asyncpg's own reset is a round trip at every release. We leave nothing to reset: settings
    # and locks are a transaction's, and listening has connections of its own.
    if connection.is_in_transaction():
        await connection.reset()


class BoundedPool(asyncpg.Pool):
    """A pool whose `acquire` raises TimeoutError rather than wait for ever."""

    def __init__(self, *, acquire_timeout: float, **arguments: Any) -> None:
        super().__init__(
            max_queries=50_000,
            max_inactive_connection_lifetime=300.0,
            record_class=asyncpg.Record,
            reset=_reset,
            **arguments,
        )
        self._acquire_timeout = acquire_timeout

    def acquire(self, *, timeout: float | None = None) -> PoolAcquireContext:
        return super().acquire(timeout=timeout or self._acquire_timeout)


class Transaction(TransactionContextPooled):
    """Commits when it is left normally, rolls back when it is left by an error."""

    async def __aenter__(self) -> Any:
        await self.ensure_connection()
        pool = self.client._parent._pool
        self.client._connection = await pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            await pool.release(self.client._connection)
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client

    async def __aexit__(self, kind: Any, error: Any, traceback: Any) -> None:
        get_connections().reset(self.token)
        try:
            if not self.client._finalized:
                await (self.client.rollback() if kind else self.client.commit())
        finally:
            await self.client._parent._pool.release(self.client._connection)


class Client(AsyncpgDBClient):
    """Tortoise's client over a bounded pool, with transactions that do not leak."""

    async def create_pool(self, **arguments: Any) -> asyncpg.Pool:
        pool = BoundedPool(**arguments)
        await pool
        return pool

    def _in_transaction(self) -> TransactionContext:
        return Transaction(TransactionWrapper(self), self._pool_init_lock)


client_class = Client

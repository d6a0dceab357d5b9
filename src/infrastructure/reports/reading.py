"""Transactions for reports: long reads that do not slow down sales."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

# All statements read the same snapshot. The service's connections avoid sequential scans for the
# sake of sales, but a report that needs most of a table is fastest with one. Each statement is
# planned for its own values, since "all events" and "one event" need different plans.
BEGIN = """
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL enable_seqscan = on;
SET LOCAL plan_cache_mode = force_custom_plan;
SET LOCAL statement_timeout = '10s';
"""


@asynccontextmanager
async def reading() -> AsyncIterator[BaseDBAsyncClient]:
    """The connection of a read-only transaction, whose statements are limited to 10 s."""
    async with in_transaction("default") as connection:
        await connection.execute_script(BEGIN)
        yield connection

"""Transactions for reports: long reads that must neither slow sales down nor be slowed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

# All statements see one moment. The service's connections avoid reading whole tables, for the
# sake of sales; a report that needs most of one is fastest that way. Each statement is planned
# for its own values, since "all events" and "one event" want different plans.
BEGIN = """
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
SET LOCAL enable_seqscan = on;
SET LOCAL plan_cache_mode = force_custom_plan;
SET LOCAL statement_timeout = '10s';
"""


@asynccontextmanager
async def reading() -> AsyncIterator[BaseDBAsyncClient]:
    """A read-only transaction's connection; a statement of more than 10 s is ended."""
    async with in_transaction("default") as connection:
        await connection.execute_script(BEGIN)
        yield connection

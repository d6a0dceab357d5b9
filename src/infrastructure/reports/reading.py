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

# A page of a list that goes by id: a join that first reads all that could match takes the same
# time for each page, as long as for all of them.
ROW_BY_ROW = """
SET LOCAL enable_hashjoin = off;
SET LOCAL enable_mergejoin = off;
"""

BRIEFLY = """
SET LOCAL statement_timeout = '4s';
"""


@asynccontextmanager
async def reading_briefly() -> AsyncIterator[BaseDBAsyncClient]:
    """As `reading`, for what can be left out: statements are limited to 4 s."""
    async with in_transaction("default") as connection:
        await connection.execute_script(BEGIN + BRIEFLY)
        yield connection


@asynccontextmanager
async def reading(*, is_row_by_row: bool = False) -> AsyncIterator[BaseDBAsyncClient]:
    """The connection of a read-only transaction, whose statements are limited to 10 s.

    `is_row_by_row` is for a few rows in the order of an index.
    """
    async with in_transaction("default") as connection:
        await connection.execute_script(BEGIN + ROW_BY_ROW if is_row_by_row else BEGIN)
        yield connection

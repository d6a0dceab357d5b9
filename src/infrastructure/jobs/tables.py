"""pgqueuer's tables: their names as in the migration, and their clean-up."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import asyncpg
from pgqueuer.adapters.persistence.qb import (
    QueryBuilderEnvironment,
    QueryQueueBuilder,
    QuerySchedulerBuilder,
)
from pgqueuer.db import AsyncpgDriver
from pgqueuer.domain.settings import DBSettings
from pgqueuer.queries import Queries
from pgqueuer.sm import SchedulerManager
from pgqueuer.types import Channel

from src.application.ports.database import Clock
from src.infrastructure.database.orm import current_connection

# Omitted names would come from environment variables with general names such as FUNCTION.
NAMES = DBSettings(
    prefix="",
    db_schema=None,
    channel=Channel("ch_pgqueuer"),
    function="fn_pgqueuer_changed",
    trigger="tg_pgqueuer_changed",
    queue_status_type="pgqueuer_status",
    queue_table="pgqueuer",
    queue_table_log="pgqueuer_log",
    schedules_table="pgqueuer_schedules",
    statistics_table="pgqueuer_statistics",
)

LOG_KEPT_FOR = timedelta(days=7)
BATCH = 1000

DELETE_OLD = {
    "pgqueuer_log": """DELETE FROM pgqueuer_log WHERE id = ANY(ARRAY(
        SELECT id FROM pgqueuer_log WHERE created < $1
        ORDER BY created LIMIT $2 FOR UPDATE SKIP LOCKED))""",
    "pgqueuer_statistics": """DELETE FROM pgqueuer_statistics WHERE id = ANY(ARRAY(
        SELECT id FROM pgqueuer_statistics WHERE created < $1
        ORDER BY created LIMIT $2 FOR UPDATE SKIP LOCKED))""",
}


PULL_BACK = """
WITH allowed AS (
    SELECT unnest($1::text[]) AS entrypoint, unnest($2::text[]) AS expression,
        unnest($3::interval[]) AS delay
)
UPDATE pgqueuer_schedules AS schedule
SET next_run = date_trunc('seconds', now() + allowed.delay), updated = now()
FROM allowed
WHERE schedule.entrypoint = allowed.entrypoint AND schedule.expression = allowed.expression
    AND schedule.next_run > now() + allowed.delay + interval '1 second'
RETURNING schedule.entrypoint
"""


class WatchedDriver(AsyncpgDriver):
    """Reports failing statements: a connection that is silent is noticed only by them."""

    def __init__(self, connection: asyncpg.Connection, on_failure: Callable[[], None]) -> None:
        super().__init__(connection)
        self._on_failure = on_failure

    async def fetch(self, query: str, *args: Any) -> list[dict[str, Any]]:
        try:
            return await super().fetch(query, *args)
        except Exception:
            self._on_failure()
            raise

    async def execute(self, query: str, *args: Any) -> str:
        try:
            return await super().execute(query, *args)
        except Exception:
            self._on_failure()
            raise


def _ignore() -> None:
    """Who has no use for it."""


def queries_over(
    connection: asyncpg.Connection, *, on_failure: Callable[[], None] = _ignore
) -> Queries:
    """pgqueuer's statements, over this connection; `on_failure` is called when one fails."""
    return Queries(
        WatchedDriver(connection, on_failure),
        qbe=QueryBuilderEnvironment(NAMES),
        qbq=QueryQueueBuilder(NAMES),
        qbs=QuerySchedulerBuilder(NAMES),
    )


async def pull_back_schedules(scheduler: SchedulerManager) -> list[str]:
    """Set schedules that lie beyond their own next time to that time; their jobs' names.

    A database whose clock was set back leaves such schedules behind, which would not run until it
    has caught up.
    """
    delays = {key: executor.next_in() for key, executor in scheduler.registry.items()}
    rows = await scheduler.queries.driver.fetch(
        PULL_BACK,
        [key.entrypoint for key in delays],
        [key.expression for key in delays],
        list(delays.values()),
    )
    return [str(row["entrypoint"]) for row in rows]


class JobLog:
    """pgqueuer's log of the jobs it ran."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def clean_up(self) -> int:
        """Delete entries older than a week, each batch in a transaction; the number of rows."""
        before = self._clock() - LOG_KEPT_FOR
        removed = 0
        for statement in DELETE_OLD.values():
            while count := await _run(statement, before):
                removed += count
        return removed


async def _run(statement: str, before: datetime) -> int:
    count, _ = await current_connection().execute_query(statement, [before, BATCH])
    return count

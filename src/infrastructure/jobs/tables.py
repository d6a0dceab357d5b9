"""pgqueuer's tables: their names as in the migration, and their clean-up."""

from datetime import datetime, timedelta

import asyncpg
from pgqueuer.adapters.persistence.qb import (
    QueryBuilderEnvironment,
    QueryQueueBuilder,
    QuerySchedulerBuilder,
)
from pgqueuer.db import AsyncpgDriver
from pgqueuer.domain.settings import DBSettings
from pgqueuer.queries import Queries
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


def queries_over(connection: asyncpg.Connection) -> Queries:
    """pgqueuer's statements, over this connection."""
    return Queries(
        AsyncpgDriver(connection),
        qbe=QueryBuilderEnvironment(NAMES),
        qbq=QueryQueueBuilder(NAMES),
        qbs=QuerySchedulerBuilder(NAMES),
    )


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

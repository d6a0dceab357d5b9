"""Behind a pooler in transaction mode (PgBouncer): what a session has, it has from its role."""

from collections.abc import Mapping
from typing import Any

import asyncpg
import structlog

from src.infrastructure.database.connecting import connect

# Both in milliseconds, or as they are written: SHOW would say 5s.
UNLIKE = """
SELECT wanted.name FROM unnest($1::text[], $2::text[]) AS wanted (name, setting)
JOIN pg_settings USING (name) WHERE pg_settings.setting <> wanted.setting ORDER BY wanted.name
"""

log = structlog.get_logger()


async def set_for_role(url: str, settings: Mapping[str, str]) -> None:
    """Give the role of this address these settings in its database, from its next session on.

    Sessions that send their own, as migrations and PostgreSQL's programs do, have those.
    """
    connection = await connect(url)
    try:
        database = await connection.fetchval("SELECT quote_ident(current_database())")
        for name, setting in settings.items():
            await connection.execute(
                f"ALTER ROLE CURRENT_USER IN DATABASE {database} SET {name} = '{setting}'"
            )
    finally:
        await connection.close()


async def warn_unless_set(connection: Any, settings: Mapping[str, str]) -> None:
    """Log the settings that this session of the pooler lacks: it may be older than they are."""
    try:
        rows = await connection.fetch(UNLIKE, list(settings), list(settings.values()))
    except asyncpg.PostgresError:
        return  # of no importance beside what comes next
    if rows:
        log.error(
            "session_settings_missing",
            settings=[row["name"] for row in rows],
            action="run `python -m src.cli migrate up`, then RECONNECT in PgBouncer's console",
        )

"""Databases for the tests, and the settings of an application on one of them."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from src.config import Settings

SECRET = "a secret key for the tests, nowhere else"


MakeDatabase = Callable[[], Awaitable[str]]


def test_settings(database_url: str, **changes: object) -> Settings:
    """Settings that no environment and no .env file of the developer's can disturb."""
    values: dict[str, object] = {
        "environment": "development",
        "database_url": database_url,
        "secret_key": SECRET,
        "rate_limit_enabled": False,
        "worker_enabled": False,
        "log_format": "json",
        **changes,
    }
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


# Its name is that of a test.
test_settings.__test__ = False  # type: ignore[attr-defined]


async def empty(connection: asyncpg.Connection) -> None:
    """Remove all rows that can be removed."""
    rows = await connection.fetch(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
        "AND tablename NOT IN ('aerich', 'audit_log')"
    )
    names = ", ".join(row["tablename"] for row in rows)
    # The ledger refuses it otherwise.
    guard = "ALTER TABLE ledger_entries {} TRIGGER ledger_entries_is_append_only"
    await connection.execute(
        f"{guard.format('DISABLE')}; TRUNCATE {names} CASCADE; {guard.format('ENABLE')}"
    )


def with_database(url: str, name: str) -> str:
    """The same server's address of another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()

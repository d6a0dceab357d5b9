"""Databases for the tests, and the settings of an application on one of them."""

from collections.abc import Awaitable, Callable
from graphlib import TopologicalSorter
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


REFERENCES = """
SELECT tables.oid::regclass::text AS name,
    array_remove(array_agg(keys.conrelid::regclass::text), NULL) AS children
FROM pg_class AS tables
LEFT JOIN pg_constraint AS keys
    ON keys.confrelid = tables.oid AND keys.contype = 'f' AND keys.conrelid <> tables.oid
WHERE tables.relkind = 'r' AND tables.relnamespace = 'public'::regnamespace
    AND tables.relname NOT IN ('aerich', 'audit_log')
GROUP BY tables.oid
"""


# What a test that ran into its timeout has left; no other test is to wait for it.
END_LOST_TRANSACTIONS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND state = 'idle in transaction'
    AND state_change < now() - interval '30 seconds'
"""


async def empty(connection: asyncpg.Connection) -> None:
    """Remove all rows that can be removed.

    Row by row, and only where there are any: TRUNCATE gives every table and index a new file,
    which takes three hundred times as long.
    """
    await connection.execute(END_LOST_TRANSACTIONS)
    references = {row["name"]: row["children"] for row in await connection.fetch(REFERENCES)}
    children_first = list(TopologicalSorter(references).static_order())
    # What goes from the others is subtracted there.
    children_first.append(children_first.pop(children_first.index("activity_quarters")))
    if_filled = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in children_first
    )
    async with connection.transaction():
        # What the test before left running in the background ends first.
        await connection.execute(f"LOCK TABLE {', '.join(children_first)} IN EXCLUSIVE MODE")
        filled = [row[0] for row in await connection.fetch(if_filled)]
        if filled:
            await connection.execute("; ".join(map(_removal, filled)))


# They refuse it otherwise.
APPEND_ONLY = {
    "ledger_entries": "ledger_entries_is_append_only",
    "invoices": "invoices_are_frozen",
    "invoice_movements": "invoice_movements_are_frozen",
    "settlement_terms": "settlement_terms_are_frozen",
    "organizer_payouts": "organizer_payouts_are_frozen",
    "provider_movements": "provider_movements_are_kept",
}


def _removal(table: str) -> str:
    if table not in APPEND_ONLY:
        return f"DELETE FROM {table}"
    guard = f"ALTER TABLE {table} {{}} TRIGGER {APPEND_ONLY[table]}"
    return f"{guard.format('DISABLE')}; DELETE FROM {table}; {guard.format('ENABLE')}"


def with_database(url: str, name: str) -> str:
    """The same server's address of another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()

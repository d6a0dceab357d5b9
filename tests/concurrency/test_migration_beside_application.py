"""Migrating one database while an application of the same process works on another."""

import asyncpg

from src.infrastructure.database.migrations import applied_migrations, known_migrations, migrate_up
from tests.support.api import Api
from tests.support.database import with_database


async def test_migration_reaches_its_own_database_when_an_application_runs_on_another(
    api: Api, connection: asyncpg.Connection, database_url: str
) -> None:
    await connection.execute("CREATE DATABASE beside")
    url = with_database(database_url, "beside")

    applied = await migrate_up(url)

    assert list(applied) == known_migrations() == await applied_migrations(url)
    assert (await api.get("/events")).status_code == 200

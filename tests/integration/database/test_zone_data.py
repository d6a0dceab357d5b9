"""One source of time zones: what PostgreSQL has of its own decides nothing, and agrees."""

import re
from datetime import UTC, datetime
from importlib import import_module

import asyncpg
import pytest

from src.domain.shared.times import in_zone
from tests.support.authorization.world import World
from tests.support.paths import ROOT

COMPUTES_IN_A_ZONE = re.compile(
    r"\bAT\s+TIME\s+ZONE\s+(?!'UTC')|\btimezone\s*\((?!'UTC')|\bAT\s+LOCAL\b"
    r"|\bmake_timestamptz\b|\bSET\s+(?:LOCAL\s+)?TIME\s+ZONE\b|::date\b|\bcurrent_date\b"
    r"|\bdate_trunc\s*\(\s*'(?:day|week|month|quarter|year)",
    re.IGNORECASE,
)
"""SQL whose answer depends on the rules of a zone, or on the session's."""


@pytest.mark.parametrize(
    ("local", "moment"),
    [
        (datetime(2026, 12, 5, 19), datetime(2026, 12, 6, 2, tzinfo=UTC)),
        (datetime(2027, 1, 20, 19), datetime(2027, 1, 21, 2, tzinfo=UTC)),
        (datetime(2027, 7, 20, 19), datetime(2027, 7, 21, 2, tzinfo=UTC)),
    ],
)
async def test_postgresql_agrees_on_an_evening_in_vancouver(
    connection: asyncpg.Connection, local: datetime, moment: datetime
) -> None:
    zone = "America/Vancouver"
    assert in_zone(local, zone) == moment
    query = "SELECT $1::timestamp AT TIME ZONE $2"
    assert await connection.fetchval(query, local, zone) == moment


def test_no_statement_computes_in_a_time_zone() -> None:
    for folder in ("src", "migrations"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            found = COMPUTES_IN_A_ZONE.search(path.read_text())
            assert found is None, f"{path.relative_to(ROOT)}: {found and found[0]}"


async def test_zone_that_is_no_place_becomes_utc_and_no_moment_changes(
    world: World, connection: asyncpg.Connection
) -> None:
    moments = "SELECT id, date_time, ends_at FROM events ORDER BY id"
    before = await connection.fetch(moments)
    await connection.execute("UPDATE events SET timezone = 'localtime'")
    await connection.execute("UPDATE venues SET timezone = 'Factory'")
    migration = import_module("migrations.ticketing.26_20261130100000_time_zones")
    await connection.execute(migration.UPGRADE)
    zones = "SELECT timezone FROM events UNION SELECT timezone FROM venues"
    assert [row["timezone"] for row in await connection.fetch(zones)] == ["UTC"]
    assert await connection.fetch(moments) == before

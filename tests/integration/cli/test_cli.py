"""The scripts and the command line, each run as its user runs it."""

import asyncio
import os
import secrets
import sys
from pathlib import Path

import asyncpg
import pytest

from src.infrastructure.database.migrations import applied_migrations, known_migrations
from tests.support.database import MakeDatabase
from tests.support.paths import BIN, ROOT
from tests.support.processes import Finished, run
from tests.support.schema_dump import dump

MIGRATIONS = [name.removesuffix(".py") for name in known_migrations()]
PRODUCTION = {"ENVIRONMENT": "production", "SECRET_KEY": secrets.token_urlsafe(48)}
SERVE = (sys.executable, "-m", "src.cli", "serve")
UVICORN = (str(BIN / "uvicorn"), "src.main:app")

# What `run` does about sample data before it serves.
FIRST_START = (
    sys.executable,
    "-u",
    "-c",
    """
import asyncio
from src.cli.sample_data import load
from src.config import load_settings
settings = load_settings()
asyncio.run(load(settings, settings.database_url, only_if_empty=True))
""",
)

ADD_USER = "INSERT INTO users (name) VALUES ('Somebody')"

COUNTS = """
SELECT
    (SELECT array_agg(role::text ORDER BY role::text) FROM users) AS roles,
    (SELECT count(*) FROM events WHERE status = 'active' AND date_time > now()) AS active_events,
    (SELECT count(*) FROM events) AS events,
    (SELECT count(DISTINCT kind) FROM events) AS kinds,
    (SELECT count(DISTINCT capacity) FROM events) AS capacities,
    (SELECT count(DISTINCT price) FROM events) AS prices,
    (SELECT array_agg(status::text ORDER BY status::text) FROM bookings) AS bookings,
    (SELECT count(*) FROM tickets) AS tickets,
    (SELECT count(*) FROM ticket_types) AS ticket_types,
    (SELECT array_agg(name ORDER BY name) FROM venues) AS venues,
    (SELECT count(*) FROM seats) AS seats,
    (SELECT count(*) FROM tickets WHERE seat_id IS NOT NULL) AS seated,
    (SELECT count(*) FROM settlement_terms) AS terms,
    (SELECT array_agg(amount::text) FROM organizer_payouts) AS payouts
"""
SAMPLE = {
    "roles": ["admin", *["customer"] * 4],
    "active_events": 7,
    "events": 7,
    "kinds": 6,
    "capacities": 7,
    "prices": 7,
    "bookings": ["cancelled"] * 2 + ["confirmed"] * 5,
    "tickets": 15,
    "ticket_types": 11,
    "venues": [
        *("Castro", "Dhow Harbour", "Harbour Stadium", "Impact Arena", "Messe Berlin"),
        *("Nishijin Machiya", "Old Vic"),
    ],
    "seats": 60,
    "seated": 2,
    "terms": 1,
    # Of 299.00 that was paid, less ten per cent.
    "payouts": ["269.10"],
}

INTERRUPTION = """
CREATE FUNCTION interrupt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM {table}) >= {rows} THEN RAISE EXCEPTION 'interrupted'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER interrupt BEFORE {operation} ON {table}
    FOR EACH ROW EXECUTE FUNCTION interrupt();
"""


async def migrations(*arguments: str, **environment: str) -> Finished:
    return await run(["./run_migrations.sh", *arguments], environment)


async def sample_data(url: str, **environment: str) -> Finished:
    command = (sys.executable, "create_sample_data.py")
    return await run(command, {"DATABASE_URL": url, **environment})


def environment_of(url: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATABASE_URL": url}


async def counts(url: str) -> dict[str, object]:
    connection = await asyncpg.connect(url)
    row = await connection.fetchrow(COUNTS)
    await connection.close()
    return dict(row or {})


async def execute(url: str, statements: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(statements)
    await connection.close()


@pytest.fixture
async def database(make_database: MakeDatabase) -> str:
    """The address of a migrated database of the test's own."""
    return await make_database()


async def test_migrations_go_down_and_up_by_the_script(database: str) -> None:
    down = await migrations("down", DATABASE_URL=database)
    assert (down.code, down.output) == (0, f"Undone: {MIGRATIONS[-1]}\n")
    status = await migrations("status", DATABASE_URL=database)
    applied, missing = MIGRATIONS[:-1], MIGRATIONS[-1]
    lines = [*(f"  [x] {name}" for name in applied), f"  [ ] {missing}"]
    assert (status.code, status.output.splitlines()) == (0, lines)
    up = await migrations("up", DATABASE_URL=database)
    assert (up.code, up.output) == (0, f"Applied: {missing}\n")
    assert await applied_migrations(database) == known_migrations()


async def test_reset_leaves_empty_migrated_tables(database: str) -> None:
    await execute(database, ADD_USER)
    before = await dump(database)
    reset = await migrations("reset", "--yes", DATABASE_URL=database)
    assert reset.code == 0, reset.errors
    assert reset.output.splitlines() == [f"Applied again: {name}" for name in MIGRATIONS]
    assert await dump(database) == before
    assert (await counts(database))["roles"] is None


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("reset",), {}), (("reset", "--yes"), PRODUCTION)],
    ids=["unconfirmed", "production"],
)
async def test_reset_is_refused(
    arguments: tuple[str, ...], environment: dict[str, str], database: str
) -> None:
    await execute(database, ADD_USER)
    reset = await migrations(*arguments, DATABASE_URL=database, **environment)
    assert (reset.code, reset.output) == (1, "")
    assert reset.errors.startswith("A reset destroys all data")
    assert (await counts(database))["roles"] == ["customer"]


@pytest.mark.parametrize("arguments", [(), ("help",), ("--help",)], ids=str)
async def test_script_explains_itself(arguments: tuple[str, ...]) -> None:
    shown = await migrations(*arguments)
    assert (shown.code, shown.errors) == (0, "")
    for command in ("up", "down", "status", "reset", "help"):
        assert f"\n  {command} " in shown.output


async def test_script_refuses_an_unknown_command(database: str) -> None:
    before = await dump(database)
    refused = await migrations("sideways", DATABASE_URL=database)
    assert (refused.code, refused.output) == (2, "")
    assert refused.errors.startswith("Unknown command: sideways\nUsage:")
    assert await dump(database) == before


async def test_sample_data_is_the_same_when_loaded_twice(database: str) -> None:
    first = await sample_data(database)
    assert (first.code, first.errors) == (0, "")
    assert "7 bookings with 15 tickets" in first.output
    assert await counts(database) == SAMPLE
    second = await sample_data(database)
    assert (second.code, second.errors) == (0, "")
    assert await counts(database) == SAMPLE


@pytest.mark.parametrize(
    ("table", "operation", "rows"),
    [
        ("venues", "INSERT", 0),
        ("seats", "INSERT", 0),
        ("events", "INSERT", 2),
        ("bookings", "INSERT", 4),
        ("bookings", "UPDATE", 1),
    ],
    ids=str,
)
async def test_sample_data_is_completed_when_interrupted(
    table: str, operation: str, rows: int, database: str
) -> None:
    trigger = INTERRUPTION.format(table=table, operation=operation, rows=rows)
    await execute(database, trigger)
    interrupted = await sample_data(database)
    assert interrupted.code != 0
    assert await counts(database) != SAMPLE
    await execute(database, "DROP FUNCTION interrupt CASCADE")
    completed = await sample_data(database)
    assert completed.code == 0, completed.errors
    assert await counts(database) == SAMPLE


async def test_sample_data_is_completed_at_the_next_start_when_the_first_was_killed(
    database: str,
) -> None:
    process = await asyncio.create_subprocess_exec(
        *FIRST_START, env=environment_of(database), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    while b"5 users" not in await process.stdout.readline():
        pass
    process.kill()
    await process.communicate()
    assert await counts(database) != SAMPLE
    second = await run(FIRST_START, {"DATABASE_URL": database})
    assert (second.code, second.errors) == (0, "")
    assert await counts(database) == SAMPLE
    # What is deleted later stays so.
    await execute(database, "DELETE FROM event_scanners; UPDATE events SET title = 'Mine'")
    third = await run(FIRST_START, {"DATABASE_URL": database})
    assert (third.code, third.output) == (0, "")
    assert (await counts(database))["events"] == SAMPLE["events"]


async def test_sample_data_is_loaded_once_by_processes_that_start_at_once(database: str) -> None:
    starts = await asyncio.gather(*(run(FIRST_START, {"DATABASE_URL": database}) for _ in range(3)))
    assert [(start.code, start.errors) for start in starts] == [(0, "")] * 3
    assert sorted(bool(start.output) for start in starts) == [False, False, True]
    assert await counts(database) == SAMPLE


async def test_a_database_with_users_of_its_own_gets_no_sample_data(database: str) -> None:
    await execute(database, ADD_USER)
    started = await run(FIRST_START, {"DATABASE_URL": database})
    assert (started.code, started.output) == (0, "")
    assert (await counts(database))["events"] == 0


async def test_sample_data_is_refused_in_production(database: str) -> None:
    refused = await sample_data(database, **PRODUCTION)
    assert (refused.code, refused.output) == (1, "")
    assert "refused when ENVIRONMENT is production" in refused.errors
    assert (await counts(database))["roles"] is None


WRONG = [
    ("PORT", {"PORT": "70000"}),
    ("PORT", {"PORT": "http"}),
    ("DATABASE_URL", {"DATABASE_URL": "mysql://localhost/tickets"}),
    ("DATABASE_URL", PRODUCTION),
    ("SECRET_KEY", {"SECRET_KEY": "a" * 31}),
    ("SECRET_KEY", {"ENVIRONMENT": "production", "DATABASE_URL": "postgres://localhost/x"}),
    ("ENVIRONMENT", {"ENVIRONMENT": "staging"}),
    ("LOG_FORMAT", {"LOG_FORMAT": "xml"}),
    ("RATE_LIMIT_LOGIN", {"RATE_LIMIT_LOGIN": "seldom"}),
    ("DATABASE_POOL_MIN", {"DATABASE_POOL_MIN": "11", "DATABASE_POOL_MAX": "10"}),
    ("IDENTITY_AUDIENCE", {"IDENTITY_ISSUER": "https://id.example"}),
    ("IDENTITY_JWKS_URL", {"IDENTITY_ISSUER": "https://id.example", "IDENTITY_AUDIENCE": "us"}),
]


@pytest.mark.parametrize("command", [SERVE, UVICORN], ids=["serve", "uvicorn"])
@pytest.mark.parametrize(
    ("name", "environment"), WRONG, ids=[f"{name}-{len(values)}" for name, values in WRONG]
)
async def test_wrong_setting_is_named_in_one_sentence(
    name: str, environment: dict[str, str], command: tuple[str, ...], tmp_path: Path
) -> None:
    finished = await run(command, environment, cwd=tmp_path)
    _assert_named_in_one_sentence(finished, name)


async def test_wrong_setting_in_a_file_is_named_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("REFRESH_TOKEN_DAYS=forever\n")
    _assert_named_in_one_sentence(await run(SERVE, {}, cwd=tmp_path), "REFRESH_TOKEN_DAYS")


def _assert_named_in_one_sentence(finished: Finished, name: str) -> None:
    assert (finished.code, finished.output) == (1, "")
    (sentence,) = finished.errors.splitlines()
    assert sentence.startswith("Configuration error: ")
    assert name in sentence
    assert sentence.endswith(".")

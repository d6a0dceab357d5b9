"""psql, pg_dump and pg_restore as commands: their own arguments, on the service's database."""

import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from tests.support.database import MakeDatabase, _execute, with_database
from tests.support.processes import Finished, run

CLI = (sys.executable, "-m", "src.cli")
ROWS = "SELECT count(*) || ' users' FROM users"
ADD_ROW = "INSERT INTO users (name) VALUES ('Nina')"
WITHOUT_TRIGGERS = "SET session_replication_role = replica"


async def client(environment: dict[str, str], *arguments: str) -> Finished:
    return await run([*CLI, *arguments], environment)


async def succeed(environment: dict[str, str], *arguments: str) -> str:
    done = await client(environment, *arguments)
    assert done.code == 0, done.errors
    return done.output.strip()


@pytest.fixture
async def external(make_database: MakeDatabase) -> dict[str, str]:
    """The settings of a service with its own PostgreSQL, and one user."""
    url = await make_database()
    await _execute(url, ADD_ROW)
    return {"DATABASE_URL": url}


@pytest.fixture
async def empty_url(external: dict[str, str], postgres_url: str) -> AsyncIterator[str]:
    name = "restored_by_command"
    await _execute(postgres_url, f"CREATE DATABASE {name}")
    yield with_database(postgres_url, name)
    await _execute(postgres_url, f"DROP DATABASE {name}")


async def test_psql_runs_a_statement_and_a_file(external: dict[str, str], tmp_path: Path) -> None:
    assert await succeed(external, "psql", "-XAtc", ROWS) == "1 users"
    script = tmp_path / "two users.sql"
    script.write_text(f"{ADD_ROW}; {ROWS};")
    assert await succeed(external, "psql", "-XAtqf", str(script)) == "2 users"


async def test_psql_reports_what_failed_by_its_exit_code(external: dict[str, str]) -> None:
    done = await client(external, "psql", "-Xc", "SELECT nonsense")
    assert done.code == 1
    assert 'column "nonsense" does not exist' in done.errors


@pytest.mark.parametrize("command", ["psql", "pg-dump", "pg-restore"])
async def test_help_is_the_programs_own(external: dict[str, str], command: str) -> None:
    assert command.replace("-", "_") in await succeed(external, command, "--help")


PARTS: dict[str, tuple[Sequence[str], str]] = {
    "full": ((), "1 users"),
    "schema": (("--schema-only",), "0 users"),
}


@pytest.mark.parametrize("part", PARTS)
async def test_dump_is_restored_into_an_empty_database(
    external: dict[str, str], empty_url: str, tmp_path: Path, part: str
) -> None:
    arguments, rows = PARTS[part]
    archive = str(tmp_path / "backup.dump")
    await succeed(external, "pg-dump", "-Fc", "-f", archive, *arguments)
    restore = ("--exit-on-error", "--no-owner", f"--dbname={empty_url}", archive)
    await succeed(external, "pg-restore", *restore)
    assert await succeed({"DATABASE_URL": empty_url}, "psql", "-XAtc", ROWS) == rows


@pytest.mark.parametrize("part", [("--exclude-table=aerich",), ("--table=users",)], ids=str)
async def test_data_alone_and_one_table_go_back_without_triggers(
    external: dict[str, str], make_database: MakeDatabase, tmp_path: Path, part: Sequence[str]
) -> None:
    script = str(tmp_path / "data.sql")
    await succeed(external, "pg-dump", "--data-only", *part, "-f", script)
    other = {"DATABASE_URL": await make_database()}
    quietly = ("-Xqv", "ON_ERROR_STOP=1", "-c", WITHOUT_TRIGGERS, "-f", script)
    await succeed(other, "psql", *quietly)
    assert await succeed(other, "psql", "-XAtc", ROWS) == "1 users"


async def test_embedded_database_is_dumped_and_restored_under_another_name(
    tmp_path: Path,
) -> None:
    embedded = {"DATA_DIR": str(tmp_path / "data")}
    archive = str(tmp_path / "backup.dump")
    await succeed(embedded, "psql", "-Xqc", "CREATE TABLE kept AS SELECT 7 AS number")
    await succeed(embedded, "pg-dump", "--format=custom", f"--file={archive}")
    await succeed(embedded, "psql", "-Xqc", "CREATE DATABASE restored")
    await succeed(embedded, "pg-restore", "--no-owner", "--dbname=restored", archive)
    query = ("-XAtc", "SELECT number FROM kept", "--dbname=restored")
    assert await succeed(embedded, "psql", *query) == "7"

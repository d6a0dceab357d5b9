"""Migrations: up, down, up; behind a lock; whole or not at all; and what the schema promises."""

import asyncio
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from fastapi import FastAPI
from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model

from src.domain.entities.dispute import DisputeStatus
from src.domain.entities.mail import MailKind, MailStatus
from src.domain.entities.payout import MovementKind, PayoutStatus
from src.domain.shared.tax import TaxRelief, TaxRounding
from src.infrastructure.database import models
from src.infrastructure.database.errors import CONSTRAINTS
from src.infrastructure.database.migrations import (
    applied_migrations,
    known_migrations,
    migrate_down,
)
from src.infrastructure.database.models.money import MoneyField
from tests.support.database import MakeDatabase, with_database
from tests.support.paths import ROOT
from tests.support.schema_dump import dump

MODELS: list[type[Model]] = [getattr(models, name) for name in models.__all__]
AERICH_CONFIG = """
[tool.aerich]
tortoise_orm = "src.infrastructure.database.orm.TORTOISE_ORM"
location = "./migrations"
"""
BROKEN_MIGRATION = """
RUN_IN_TRANSACTION = True

async def upgrade(db):
    return "CREATE TABLE half_made (id bigint); ALTER TABLE users ADD half text; SELECT 1 / 0;"

async def downgrade(db):
    return ""
"""

# Made by the library that runs the jobs, with names of its choice and without models:
# the tests of the worker compare them with what the installed release expects.
TABLES_OF_PGQUEUER = {"pgqueuer", "pgqueuer_log", "pgqueuer_schedules", "pgqueuer_statistics"}
ENUMS_OF_PGQUEUER = {"pgqueuer_status"}
NOT_OURS = {"aerich", *TABLES_OF_PGQUEUER}

# The states of the domain, of what is still to come too.
ENUMS = {
    "user_role": ["customer", "organizer", "scanner", "admin"],
    "event_kind": ["concert", "movie", "theatre", "sport", "conference", "other"],
    "event_status": ["draft", "active", "completed", "cancelled"],
    "event_seating": ["general", "reserved"],
    "event_language": ["en", "de", "th"],
    "mail_kind": list(MailKind),
    "mail_status": list(MailStatus),
    "event_payment": ["none", "online"],
    "ticket_type_status": ["available", "paused", "closed"],
    "booking_status": ["pending", "confirmed", "cancelled", "refunded", "expired"],
    "ticket_status": ["reserved", "active", "used", "cancelled"],
    "transfer_status": ["offered", "accepted", "declined", "withdrawn", "expired", "ended"],
    "code_retirement": ["transferred", "reissued"],
    "order_status": ["pending", "confirmed", "completed", "cancelled", "expired"],
    "transaction_kind": ["payment", "refund", "dispute"],
    "dispute_status": list(DisputeStatus),
    "transaction_status": ["pending", "success", "failed", "refunded"],
    "discount_kind": ["percent", "fixed"],
    "late_payment": ["honoured", "refunded"],
    "late_refusal": [
        *("tickets_gone", "over_limit", "event_cancelled", "event_deleted", "event_over"),
        *("currency_changed", "buyer_deleted"),
    ],
    "webhook_disabled_reason": ["owner", "gone", "failing"],
    "webhook_delivery_status": ["pending", "delivered", "failed"],
    "payout_status": list(PayoutStatus),
    "movement_kind": list(MovementKind),
    "invoice_kind": ["invoice", "credit_note"],
    "tax_relief": list(TaxRelief),
    "tax_rounding": list(TaxRounding),
    "ledger_account": ["tickets", "fees", "taxes", "unapplied", "disputed"],
}

TYPES: dict[type[fields.Field[Any]], str] = {
    fields.BigIntField: "bigint",
    fields.BinaryField: "bytea",
    fields.BooleanField: "boolean",
    fields.DateField: "date",
    fields.DatetimeField: "timestamp with time zone",
    fields.FloatField: "double precision",
    fields.IntField: "integer",
    fields.JSONField: "jsonb",
    fields.TextField: "text",
    fields.UUIDField: "uuid",
    MoneyField: "numeric",
}

COLUMNS = """
SELECT attname AS name, NOT attnotnull AS is_nullable,
    format_type(atttypid, atttypmod) AS type,
    ARRAY(SELECT enumlabel FROM pg_enum WHERE enumtypid = atttypid ORDER BY enumsortorder) AS labels
FROM pg_attribute
WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped
"""

_numbers = count(1)


@pytest.fixture
async def empty_database(postgres_url: str) -> str:
    """The address of a new database without anything in it; it goes with the server."""
    name = f"unmigrated_{next(_numbers)}"
    connection = await asyncpg.connect(postgres_url)
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return with_database(postgres_url, name)


def test_no_change_of_the_models_awaits_a_migration(tmp_path: Path) -> None:
    _copy(tmp_path, "migrations")
    assert _aerich_migrate(tmp_path, source=ROOT) == "No changes detected"


def test_change_of_a_model_is_detected(tmp_path: Path) -> None:
    _copy(tmp_path, "src", "migrations")
    model = tmp_path / "src/infrastructure/database/models/user.py"
    added = "    nickname = fields.TextField(null=True)\n    phone ="
    model.write_text(model.read_text().replace("    phone =", added))
    assert "No changes" not in _aerich_migrate(tmp_path, source=tmp_path)


def _aerich_migrate(folder: Path, *, source: Path) -> str:
    (folder / "pyproject.toml").write_text(AERICH_CONFIG)
    finished = subprocess.run(
        [Path(sys.executable).parent / "aerich", "--app", "ticketing", "migrate", "--offline"],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.strip()


async def test_up_down_up_leaves_the_same_schema(empty_database: str) -> None:
    nothing = await dump(empty_database)
    assert await migrate("up", empty_database) == ("Applied", known_migrations())
    first = await dump(empty_database)
    *earlier, newest = known_migrations()
    assert await migrate("down", empty_database) == ("Undone", [newest])
    # A process of its own for each would take most of a minute.
    for name in reversed(earlier):
        assert await migrate_down(empty_database) == [name]
    assert await applied_migrations(empty_database) == []
    assert _without_aerich(await dump(empty_database)) == nothing
    assert await migrate("up", empty_database) == ("Applied", known_migrations())
    assert await dump(empty_database) == first


def _without_aerich(
    found: dict[str, set[tuple[object, ...]]],
) -> dict[str, set[tuple[object, ...]]]:
    """Less the table in which aerich keeps what is applied: it needs that to the last."""
    return {
        kind: {row for row in rows if not str(row[0]).startswith("aerich")}
        for kind, rows in found.items()
    }


async def test_nothing_is_done_when_up_to_date(make_database: MakeDatabase) -> None:
    url = await make_database()
    before = await dump(url)
    assert await migrate("up", url) == ("Nothing to do: up to date.", [])
    assert await dump(url) == before


async def test_nothing_is_undone_when_nothing_is_applied(empty_database: str) -> None:
    assert await migrate("down", empty_database) == ("There is nothing to undo.", [])


async def test_each_migration_is_applied_once_when_processes_start_together(
    empty_database: str,
) -> None:
    runs = await asyncio.gather(*(migrate("up", empty_database) for _ in range(3)))
    assert [name for _, names in runs for name in names] == known_migrations()
    assert await applied_migrations(empty_database) == known_migrations()


async def test_failed_migration_leaves_nothing_behind(
    make_database: MakeDatabase, tmp_path: Path
) -> None:
    url = await make_database()
    before = await dump(url)
    _copy(tmp_path, "src", "migrations")
    (tmp_path / "migrations/ticketing/99_20991231000000_broken.py").write_text(BROKEN_MIGRATION)
    with pytest.raises(MigrationFailed, match="division by zero"):
        await migrate("up", url, folder=tmp_path)
    assert await dump(url) == before
    assert await applied_migrations(url) == known_migrations()


class MigrationFailed(Exception):
    """What the command printed before it ended with an error."""


async def migrate(command: str, url: str, folder: Path = ROOT) -> tuple[str, list[str]]:
    """Migrate as operators do: what was done, and to which migrations.

    In a process of its own, since aerich takes over the connections of its process.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "src.cli", "migrate", command),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "DATABASE_URL": url},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    printed, errors = (text.decode() for text in await process.communicate())
    if process.returncode:
        raise MigrationFailed(errors)
    names = [f"{name}.py" for name in re.findall(r": (\d+_\w+)", printed)]
    return printed.strip().partition(": ")[0] if names else printed.strip(), names


def _copy(target: Path, *folders: str) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    for folder in folders:
        shutil.copytree(ROOT / folder, target / folder, ignore=ignored)


async def test_every_table_has_a_model(app: FastAPI, connection: asyncpg.Connection) -> None:
    rows = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    tables = {row["tablename"] for row in rows}
    assert tables >= NOT_OURS
    assert tables - NOT_OURS == {model._meta.db_table for model in MODELS}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
async def test_table_equals_its_model_column_by_column(
    model: type[Model], app: FastAPI, connection: asyncpg.Connection
) -> None:
    rows = await connection.fetch(COLUMNS, model._meta.db_table)
    live = {row["name"]: (row["is_nullable"], row["labels"] or row["type"]) for row in rows}
    declared = {
        column: (field.null, _type_of(field))
        for name, column in model._meta.fields_db_projection.items()
        for field in [model._meta.fields_map[name]]
    }
    assert live == declared


def _type_of(field: fields.Field[Any]) -> str | list[str]:
    """The column type that a field stands for; of an enum, its labels."""
    if (kind := getattr(field, "enum_type", None)) is not None:
        return [member.value for member in kind]
    if isinstance(field, fields.DecimalField):
        return f"numeric({field.max_digits},{field.decimal_places})"
    if isinstance(field, fields.CharField):
        return f"character varying({field.max_length})"
    if isinstance(field, ArrayField):
        return f"{field.element_type.lower()}[]"
    return TYPES[type(field)]


async def test_every_status_has_exactly_its_values(connection: asyncpg.Connection) -> None:
    rows = await connection.fetch(
        "SELECT typname, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels "
        "FROM pg_type JOIN pg_enum ON pg_enum.enumtypid = pg_type.oid GROUP BY typname"
    )
    found = {row["typname"]: row["labels"] for row in rows}
    assert found.keys() >= ENUMS_OF_PGQUEUER
    ours = found.keys() - ENUMS_OF_PGQUEUER
    assert {name: found[name] for name in ours} == ENUMS


async def test_every_constraint_and_index_is_named_by_us(connection: asyncpg.Connection) -> None:
    rows = await connection.fetch(
        "SELECT conname AS name FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('n', 't') "
        "AND conrelid::regclass::text <> ALL ($1) "
        "UNION SELECT indexname FROM pg_indexes "
        "WHERE schemaname = 'public' AND tablename <> ALL ($1)",
        NOT_OURS,
    )
    written = set(re.findall(r"(?:CONSTRAINT|INDEX)\s+(\w+)", await _all_sql()))
    assert rows
    assert {row["name"] for row in rows} - written == set()


async def test_every_constraint_with_a_refusal_exists(connection: asyncpg.Connection) -> None:
    # A unique index is one as well, though PostgreSQL lists it among the indexes alone.
    rows = await connection.fetch(
        "SELECT conname AS name FROM pg_constraint "
        "UNION SELECT indexrelid::regclass::text FROM pg_index WHERE indisunique"
    )
    assert CONSTRAINTS.keys() - {row["name"] for row in rows} == set()


async def test_every_table_of_ours_says_what_it_is_for(connection: asyncpg.Connection) -> None:
    rows = await connection.fetch(
        "SELECT relname AS name, obj_description(oid, 'pg_class') AS comment FROM pg_class "
        "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    comments = {row["name"]: row["comment"] for row in rows if row["name"] not in NOT_OURS}
    assert comments
    assert [name for name, comment in comments.items() if not comment] == []


async def _all_sql() -> str:
    statements = []
    for name in known_migrations():
        path = ROOT / "migrations" / "ticketing" / name
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        statements.append(await module.upgrade(None))
    return "\n".join(statements)

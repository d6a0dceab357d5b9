"""Columns of money: any decimals, any size, no rewrite, and no decimal lost on the way back."""

import importlib.util
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import asyncpg
import pytest

from tests.support.paths import ROOT
from tests.support.schema_dump import QUERIES

FILES = "SELECT relname, relfilenode FROM pg_class WHERE relnamespace = 'public'::regnamespace"
CODE = "INSERT INTO discounts (code, kind, value, currency) VALUES ('TEST', 'fixed', $1, 'KWD')"


@pytest.fixture
def migration() -> Any:
    path = ROOT / "migrations/ticketing/27_20261130110000_currencies.py"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
async def undone(connection: asyncpg.Connection) -> AsyncIterator[asyncpg.Connection]:
    """A transaction in the tests' database, of which nothing stays."""
    transaction = connection.transaction()
    await transaction.start()
    yield connection
    await transaction.rollback()


async def files(connection: asyncpg.Connection) -> dict[str, int]:
    """The file of each table and index; it is another one when that is rewritten."""
    return {row["relname"]: row["relfilenode"] for row in await connection.fetch(FILES)}


async def test_no_table_and_no_index_is_rewritten(
    undone: asyncpg.Connection, migration: Any
) -> None:
    triggers = set(await undone.fetch(QUERIES["triggers"]))
    # A later migration made it: with this one it would be made anew, as amounts are in it.
    await undone.execute("DROP INDEX ledger_entries_by_item_idx")
    await undone.execute(await migration.downgrade(None))
    before = await files(undone)
    await undone.execute(await migration.upgrade(None))
    after = await files(undone)
    assert after == before
    assert set(await undone.fetch(QUERIES["triggers"])) == triggers


@pytest.mark.parametrize("value", ["1.505", "1500", "999999999999999999.0001", "30000"])
async def test_amount_is_kept_with_the_decimals_that_it_has(
    undone: asyncpg.Connection, value: str
) -> None:
    await undone.execute(CODE, Decimal(value))
    assert await undone.fetchval("SELECT value::text FROM discounts WHERE code = 'TEST'") == value


async def test_way_back_is_refused_while_it_would_lose_a_decimal(
    undone: asyncpg.Connection, migration: Any
) -> None:
    await undone.execute(CODE, Decimal("1.505"))
    with pytest.raises(asyncpg.RaiseError, match="discounts has amounts with more than two"):
        await undone.execute(await migration.downgrade(None))


async def test_way_back_keeps_what_has_two_decimals(
    undone: asyncpg.Connection, migration: Any
) -> None:
    await undone.execute(CODE, Decimal("1.500"))
    await undone.execute(await migration.downgrade(None))
    assert await undone.fetchval("SELECT value::text FROM discounts WHERE code = 'TEST'") == "1.50"

"""The migration gives the seats that exist the keys that the product gives to new ones."""

import importlib
import random

import asyncpg

from src.domain.shared.label_order import label_key

SIGNS = (
    "0019aAbZzK -./:@[`{~\x7f\x80éÄß\u017f\u0663\u0e53\u0966\uff19\u2028\ufeff\U0001f600\U0010ffff"
)
LABELS = ["", "0", "000", "007", "2A", "Z", "AA", "Stalls", "1" * 3000, "x" * 3000, "123456789"]


async def test_the_migration_has_the_same_order(connection: asyncpg.Connection) -> None:
    migration = importlib.import_module("migrations.ticketing.24_20261129221000_label_order")
    await connection.execute(migration.FUNCTION)
    chosen = random.Random(7)
    labels = LABELS + ["".join(chosen.choices(SIGNS, k=chosen.randint(1, 9))) for _ in range(2000)]
    rows = await connection.fetch(
        "SELECT label, pg_temp.label_key(label) AS key FROM unnest($1::text[]) AS label", labels
    )
    await connection.execute("DROP FUNCTION pg_temp.label_key(text)")
    assert [(row["label"], row["key"]) for row in rows] == [
        (label, label_key(label)) for label in labels
    ]


async def test_the_database_sorts_keys_by_code_point(connection: asyncpg.Connection) -> None:
    chosen = random.Random(7)
    labels = {"".join(chosen.choices(SIGNS, k=chosen.randint(1, 5))) for _ in range(2000)}
    rows = await connection.fetch(
        """SELECT label FROM unnest($1::text[], $2::text[]) AS given (label, key)
        ORDER BY key COLLATE "C" """,
        list(labels),
        [label_key(label) for label in labels],
    )
    assert [row["label"] for row in rows] == sorted(labels, key=label_key)

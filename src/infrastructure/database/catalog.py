"""The catalog of a database: tables with columns, keys, references and comments."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import asyncpg

from src.infrastructure.database.connecting import connect

TABLES = """
SELECT relname AS name, obj_description(oid, 'pg_class') AS comment
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""

COLUMNS = """
SELECT relname AS "table", attname AS name, format_type(atttypid, atttypmod) AS type,
    NOT attnotnull AS is_nullable, pg_get_expr(adbin, adrelid) AS "default",
    col_description(pg_class.oid, attnum) AS comment,
    ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = atttypid ORDER BY enumsortorder)
        AS labels
FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
LEFT JOIN pg_attrdef ON adrelid = pg_class.oid AND adnum = attnum
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname, attnum
"""

REFERENCES = """
SELECT conrelid::regclass::text AS "table", confrelid::regclass::text AS target, conname AS name,
    ARRAY(
        SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = key.number ORDER BY place
    ) AS columns
FROM pg_constraint
WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname
"""

UNIQUES = """
SELECT indrelid::regclass::text AS "table", indexrelid::regclass::text AS name,
    indisprimary AS is_primary, pg_get_expr(indpred, indrelid) AS condition,
    ARRAY(
        SELECT pg_get_indexdef(indexrelid, place, true)
        FROM generate_series(1, indnkeyatts) AS place ORDER BY place
    ) AS columns
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE indisunique AND relnamespace = 'public'::regnamespace ORDER BY 2
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `type` is the SQL name; `labels` are the values of an enum, else empty."""

    name: str
    type: str
    is_nullable: bool
    default: str | None
    comment: str | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: `columns` refer to a row of the table `target`."""

    name: str
    columns: tuple[str, ...]
    target: str


@dataclass(frozen=True, slots=True)
class UniqueKey:
    """Rows that meet `condition` are unique in these columns or expressions."""

    name: str
    columns: tuple[str, ...]
    condition: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the schema `public`. `uniques` excludes the primary key."""

    name: str
    comment: str | None
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    references: tuple[Reference, ...]
    uniques: tuple[UniqueKey, ...]

    @property
    def key_columns(self) -> frozenset[str]:
        """Columns of the primary key, a foreign key or a unique key."""
        keys = [self.primary_key, *(reference.columns for reference in self.references)]
        keys += [unique.columns for unique in self.uniques]
        return frozenset(name for columns in keys for name in columns)


async def read_tables(url: str) -> list[Table]:
    """All tables of the schema `public`, by name.

    Takes the database's address. Raises what asyncpg raises when it cannot be reached.
    """
    connection = await connect(url)
    try:
        tables = await connection.fetch(TABLES)
        columns = _by_table(await connection.fetch(COLUMNS))
        references = _by_table(await connection.fetch(REFERENCES))
        uniques = _by_table(await connection.fetch(UNIQUES))
    finally:
        await connection.close()
    return [
        Table(
            name=row["name"],
            comment=row["comment"],
            columns=tuple(_column(column) for column in columns[row["name"]]),
            primary_key=_primary_key(uniques[row["name"]]),
            references=tuple(_reference(reference) for reference in references[row["name"]]),
            uniques=tuple(
                _unique_key(unique) for unique in uniques[row["name"]] if not unique["is_primary"]
            ),
        )
        for row in tables
    ]


def _by_table(rows: Iterable[asyncpg.Record]) -> defaultdict[str, list[asyncpg.Record]]:
    found: defaultdict[str, list[asyncpg.Record]] = defaultdict(list)
    for row in rows:
        found[row["table"]].append(row)
    return found


def _column(row: asyncpg.Record) -> Column:
    return Column(
        name=row["name"],
        type=row["type"],
        is_nullable=row["is_nullable"],
        default=row["default"],
        comment=row["comment"],
        labels=tuple(row["labels"]),
    )


def _reference(row: asyncpg.Record) -> Reference:
    return Reference(row["name"], tuple(row["columns"]), row["target"])


def _unique_key(row: asyncpg.Record) -> UniqueKey:
    # PostgreSQL quotes a name that is also an SQL keyword, such as "row".
    columns = tuple(column.strip('"') for column in row["columns"])
    return UniqueKey(row["name"], columns, row["condition"])


def _primary_key(rows: Iterable[asyncpg.Record]) -> tuple[str, ...]:
    for row in rows:
        if row["is_primary"]:
            return tuple(row["columns"])
    return ()

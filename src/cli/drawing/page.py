"""The database as a page: the picture, and every table with all its columns, as Markdown."""

import re
from collections.abc import Iterator, Sequence

from src.cli.drawing.areas import AREAS, LIBRARIES, library_of, require_places
from src.infrastructure.database.catalog import Column, Table, UniqueKey

HEAD = """# The database

`make diagram` writes this page and the picture from the schema that the migrations make: change
neither by hand. What a table or column is for is its comment in the database, so `\\d+` in
`make psql` and pgAdmin show it too.

![The tables of the database and how they refer to each other](database.svg)
"""


def page(tables: Sequence[Table]) -> str:
    """Every table by area, with columns, types, keys, references and comments.

    Takes the tables of the whole schema. Raises LookupError when one has no place in AREAS.
    """
    require_places(tables)
    by_name = {table.name: table for table in tables}
    parts = [HEAD]
    for area in AREAS:
        parts.append(f"## {area.title}\n\n{area.about.capitalize()}.\n")
        parts += ["\n".join(_section(by_name[name])) for name in area.tables]
    parts.append("\n".join(_libraries(tables)))
    return "\n".join(parts)


def _section(table: Table) -> Iterator[str]:
    yield f"### {table.name}\n"
    if table.comment:
        yield f"{table.comment}\n"
    yield "| column | type | key | what it is |"
    yield "|---|---|---|---|"
    for column in table.columns:
        cells = (f"`{column.name}`", _type(column), _key(table, column), _meaning(column))
        yield f"| {' | '.join(cells)} |"
    yield ""
    if composite := [unique for unique in table.uniques if not _is_plain(unique)]:
        yield f"Unique: {'; '.join(_unique(unique) for unique in composite)}.\n"


def _type(column: Column) -> str:
    name = re.sub(r"timestamp with time zone", "timestamptz", column.type)
    name = re.sub(r"character varying", "varchar", name)
    null = ", may be null" if column.is_nullable else ""
    default = _without_casts(column.default or "")
    return f"{name}{null}" + (f", default `{default}`" if default else "")


def _key(table: Table, column: Column) -> str:
    keys = ["primary"] if column.name in table.primary_key else []
    for reference in table.references:
        if column.name in reference.columns:
            whole = ", ".join(reference.columns)
            others = f" as ({whole})" if len(reference.columns) > 1 else ""
            keys.append(f"→ [{reference.target}](#{reference.target}){others}")
    if any(unique.columns == (column.name,) and _is_plain(unique) for unique in table.uniques):
        keys.append("unique")
    return "; ".join(keys)


def _meaning(column: Column) -> str:
    values = ", ".join(f"`{label}`" for label in column.labels)
    return " ".join(filter(None, [column.comment, f"One of {values}." if values else ""]))


def _is_plain(unique: UniqueKey) -> bool:
    return len(unique.columns) == 1 and unique.condition is None


def _unique(unique: UniqueKey) -> str:
    columns = ", ".join(f"`{column}`" for column in unique.columns)
    condition = _without_casts(unique.condition or "")
    return f"{columns} where `{condition}`" if condition else columns


def _without_casts(sql: str) -> str:
    """The expression without the type that PostgreSQL adds to every constant."""
    return re.sub(r"::[\w ]+(\[\])?", "", sql)


def _libraries(tables: Sequence[Table]) -> Iterator[str]:
    yield "## Tables of libraries\n"
    for library, use in LIBRARIES.items():
        names = [table.name for table in tables if library_of(table.name) == library]
        yield f"- {library}, for {use}: {', '.join(f'`{name}`' for name in names)}."
    yield ""

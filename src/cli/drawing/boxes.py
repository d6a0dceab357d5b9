"""Tables as boxes: their rows and positions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from src.cli.drawing.areas import AREAS, COLUMNS, Area
from src.infrastructure.database.catalog import Column, Table

WIDTH = 222
HEADER = 26
LINE = 17
GAP = 34
CHANNELS = (44, 62, 82, 72, 44)
"""Widths of the channels for lines; the first is to the left of the first column."""

MARGIN = 16
TOP = 64
PADDING = 16
TITLE = 26
HUB = 6
"""References to a table with more of them are written, not drawn."""


ROUTINE = frozenset({"created_at", "updated_at", "deleted_at", "version"})
"""Columns with the same meaning in every table."""


@dataclass(frozen=True, slots=True)
class Row:
    """A column in a box. `hub` is a table that it refers to in text, without a line."""

    column: Column
    is_primary: bool
    is_foreign: bool
    is_unique: bool
    hub: str | None


@dataclass(frozen=True, slots=True)
class Box:
    """A table in the picture; `hidden` is the number of omitted columns."""

    table: Table
    area: Area
    place: int
    x: int
    y: int
    rows: Sequence[Row]

    @property
    def hidden(self) -> int:
        return len(self.table.columns) - len(self.rows)

    @property
    def height(self) -> int:
        return HEADER + LINE * (len(self.rows) + bool(self.hidden)) + 6

    def row_y(self, column: str) -> int:
        """The middle of a column's row."""
        names = [row.column.name for row in self.rows]
        return self.y + HEADER + LINE * names.index(column) + LINE // 2 + 3


def column_x(place: int) -> int:
    """The left side of a column of tables."""
    return MARGIN + sum(CHANNELS[: place + 1]) + place * WIDTH


def find_hubs(tables: Sequence[Table]) -> set[str]:
    """Tables with so many references that their lines would clutter the picture."""
    referring = {(table.name, found.target) for table in tables for found in table.references}
    counts = Counter(target for _, target in referring)
    return {name for name, count in counts.items() if count > HUB}


def place_boxes(tables: Sequence[Table]) -> list[Box]:
    """A box for every table that has a place in AREAS."""
    by_name = {table.name: table for table in tables}
    hubs = find_hubs(tables)
    boxes: list[Box] = []
    top = TOP
    for band in sorted({area.band for area in AREAS}):
        for area in (area for area in AREAS if area.band == band):
            for offset, names in enumerate(area.columns):
                y = top + TITLE + PADDING
                place = area.first_column + offset
                for name in names:
                    rows = shown_rows(by_name[name], hubs)
                    box = Box(by_name[name], area, place, column_x(place), y, rows)
                    boxes.append(box)
                    y += box.height + GAP
        bottom = max(box.y + box.height for box in boxes if box.area.band == band)
        top = bottom + PADDING + GAP
    return boxes


def shown_rows(table: Table, hubs: set[str]) -> list[Row]:
    """Primary key, references, then unique, enum, required or commented columns."""
    required = {
        column.name for column in table.columns if not column.is_nullable and not column.default
    }
    rows = [
        _row(table, column, hubs)
        for column in table.columns
        if column.name in (table.key_columns | required)
        or ((column.labels or column.comment) and column.name not in ROUTINE)
    ]
    return sorted(rows, key=lambda row: (not row.is_primary, not row.is_foreign))


def _row(table: Table, column: Column, hubs: set[str]) -> Row:
    references = [found for found in table.references if column.name in found.columns]
    return Row(
        column,
        is_primary=column.name in table.primary_key,
        is_foreign=bool(references),
        is_unique=any(column.name in unique.columns for unique in table.uniques),
        hub=next((found.target for found in references if found.target in hubs), None),
    )


def picture_size(boxes: Sequence[Box]) -> tuple[int, int]:
    """Width and height of the picture."""
    height = max(box.y + box.height for box in boxes) + PADDING + MARGIN
    return column_x(COLUMNS) + MARGIN, height

"""The diagram of the database: up to date, complete, and drawn so that it can be read."""

import dataclasses
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from src.cli.drawing.areas import library_of
from src.cli.drawing.boxes import WIDTH, Box, place_boxes
from src.cli.drawing.page import page
from src.cli.drawing.picture import picture
from src.cli.drawing.routes import Line, draw_lines
from src.infrastructure.database.catalog import Table, read_tables
from tests.support.database import MakeDatabase
from tests.support.paths import ROOT

DOCS = ROOT / "docs"
STALE = "is not what `make diagram` makes of the migrated schema"


@pytest.fixture(scope="module")
async def tables(make_database: MakeDatabase) -> list[Table]:
    return await read_tables(await make_database())


@pytest.fixture(scope="module")
def boxes(tables: list[Table]) -> list[Box]:
    return place_boxes(tables)


@pytest.fixture(scope="module")
def lines(boxes: list[Box]) -> list[Line]:
    return draw_lines(boxes)


def test_published_files_are_those_of_the_migrated_schema(tables: list[Table]) -> None:
    assert (DOCS / "database.svg").read_text() == picture(tables), f"database.svg {STALE}"
    assert (DOCS / "database.md").read_text() == page(tables), f"database.md {STALE}"


def test_command_writes_the_published_files(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "src.cli", "diagram", str(tmp_path)]
    written = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert written.returncode == 0, written.stderr
    for name in ("database.svg", "database.md"):
        assert (tmp_path / name).read_text() == (DOCS / name).read_text()


def test_page_has_every_table_and_column(tables: list[Table]) -> None:
    sections = page(tables).split("\n### ")
    for table in tables:
        if library_of(table.name) is None:
            (section,) = (text for text in sections if text.startswith(f"{table.name}\n"))
            assert table.comment and table.comment in section
            assert all(f"\n| `{column.name}` |" in section for column in table.columns)


def test_keys_and_references_are_those_of_the_schema(tables: list[Table]) -> None:
    by_name = {table.name: table for table in tables}
    tickets, seats = by_name["tickets"], by_name["seats"]
    assert tickets.primary_key == ("event_id", "id")
    assert {(found.columns, found.target) for found in tickets.references} == {
        (("event_id", "booking_id"), "bookings"),
        (("event_id", "ticket_type_id", "admits"), "ticket_types"),
        (("seat_id",), "seats"),
        (("user_id",), "users"),
    }
    (live,) = (found for found in tickets.uniques if found.name == "tickets_live_seat_key")
    assert live.columns == ("event_id", "seat_id")
    assert live.condition is not None and "seat_id IS NOT NULL" in live.condition
    assert {"section", "row", "seat_number"} <= seats.key_columns


def test_table_without_a_place_is_refused_by_name(tables: list[Table]) -> None:
    stranger = dataclasses.replace(tables[0], name="gift_cards")
    for draw in (picture, page):
        with pytest.raises(LookupError, match="gift_cards"):
            draw([*tables, stranger])


def test_place_without_a_table_is_refused_by_name(tables: list[Table]) -> None:
    rest = [table for table in tables if table.name != "seats"]
    for draw in (picture, page):
        with pytest.raises(LookupError, match="seats"):
            draw(rest)


def test_every_reference_is_drawn_or_written(boxes: list[Box], lines: list[Line]) -> None:
    drawn = {line.reference.name for line in lines}
    for box in boxes:
        written = {row.hub for row in box.rows if row.hub}
        for reference in box.table.references:
            assert (reference.name in drawn) != (reference.target in written), reference.name
    assert len(drawn) == len(lines) > 10


def test_boxes_do_not_touch(boxes: list[Box]) -> None:
    for first, second in combinations(boxes, 2):
        is_beside = first.x + WIDTH < second.x or second.x + WIDTH < first.x
        is_above = first.y + first.height < second.y or second.y + second.height < first.y
        assert is_beside or is_above, (first.table.name, second.table.name)


def test_no_line_runs_through_a_table(boxes: list[Box], lines: list[Line]) -> None:
    for line in lines:
        for (x, y), (to_x, to_y) in pairwise(line.points):
            for box in boxes:
                is_beside = max(x, to_x) <= box.x or min(x, to_x) >= box.x + WIDTH
                is_above = max(y, to_y) < box.y or min(y, to_y) > box.y + box.height
                assert is_beside or is_above, (line.reference.name, box.table.name)


def test_lines_to_different_tables_do_not_lie_on_each_other(lines: list[Line]) -> None:
    for first, second in combinations(lines, 2):
        if first.parent is not second.parent:
            shared = set(pixels(first.points)) & set(pixels(second.points))
            assert not shared, (first.reference.name, second.reference.name)


def pixels(points: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """The points of the lines between the corners, each with whether it is on an upright line."""
    for (x, y), (to_x, to_y) in pairwise(points):
        is_upright = x == to_x
        for step_x in range(min(x, to_x), max(x, to_x) + 1):
            for step_y in range(min(y, to_y), max(y, to_y) + 1):
                yield step_x, step_y, is_upright

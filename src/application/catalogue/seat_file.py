"""CSV files of a venue's seats: what `ImportSeats` reads and `ExportSeats` writes."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, cast

from src.domain.entities.section_plan import PlannedSeat, SeatAccess
from src.domain.entities.venue import MAX_SEATS_PER_CALL
from src.domain.errors import ValidationFailed
from src.domain.shared.names import fault_of_name, is_visible

PLACE = ("section", "row", "seat_number")
COLUMNS = (*PLACE, *(access.value for access in SeatAccess))
YES = frozenset({"1", "yes", "true", "x", "y"})
NO = frozenset({"", "0", "no", "false", "n"})
MAX_PROBLEMS = 10
PROBLEMS = "problems"
LONGEST_TEXT = 50
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# What a spreadsheet would compute.
FORMULA = ("=", "+", "-", "@")


class Fault(StrEnum):
    """What is wrong with a file or one of its lines."""

    COLUMNS = "columns are missing"
    QUOTES = "a quotation mark is not closed"
    NO_SEATS = "there are no seats in this file"
    TOO_MANY = "there are too many seats in this file"
    TWICE = "this seat is given twice"
    BOTH = "a seat is either accessible or a companion's"
    EMPTY = "a value is missing"
    TOO_LONG = "a value is too long"
    UNPRINTABLE = "a value has a character that cannot be printed"
    NOT_YES = "a value is neither yes nor empty"


class FileProblem(NamedTuple):
    """A fault, on which line, and of which column, earlier line or number."""

    fault: Fault
    line: int
    what: str = ""

    def __str__(self) -> str:
        return f"Line {self.line}: {self.fault}{f' ({self.what})' if self.what else ''}."


class SeatLine(NamedTuple):
    """One line of a file."""

    place: tuple[str, str, str]
    access: SeatAccess | None


class _BadLine(Exception):
    """Why a line cannot be read."""

    def __init__(self, fault: Fault, what: str = "") -> None:
        super().__init__(fault, what)
        self.fault = fault
        self.what = what


def read_seat_file(text: str) -> list[SeatLine]:
    """Read a CSV file with a header. Raises ValidationFailed; see `problems_of`."""
    first, _, _ = text.removeprefix("\ufeff").partition("\n")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    rows = csv.DictReader(
        io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter, strict=True
    )
    try:
        return _read(rows)
    except csv.Error:
        raise _refused(Fault.QUOTES, rows.line_num + 1) from None


def problems_of(error: ValidationFailed) -> Sequence[FileProblem]:
    """The first problems of a file that was refused."""
    problems = error.facts.get(PROBLEMS, ())
    return cast(Sequence[FileProblem], problems)


def write_seat_file(seats: Iterable[PlannedSeat]) -> str:
    """Write a CSV file of these seats."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for seat in seats:
        marks = ["yes" if seat.access is access else "" for access in SeatAccess]
        writer.writerow([_guarded(text) for text in seat[1:4]] + marks)
    return file.getvalue()


def _read(rows: "csv.DictReader[str]") -> list[SeatLine]:
    header = [name.strip().lower() for name in rows.fieldnames or ()]
    missing = [name for name in PLACE if name not in header]
    if missing:
        raise _refused(Fault.COLUMNS, 1, ", ".join(missing))
    rows.fieldnames = header
    lines: list[SeatLine] = []
    first_lines: dict[tuple[str, str, str], int] = {}
    problems = []
    for row in rows:
        try:
            line = _line(row)
            earlier = first_lines.setdefault(line.place, rows.line_num)
            if earlier != rows.line_num:
                raise _BadLine(Fault.TWICE, str(earlier))
            lines.append(line)
        except _BadLine as problem:
            problems.append(FileProblem(problem.fault, rows.line_num, problem.what))
        if len(problems) == MAX_PROBLEMS or len(lines) > MAX_SEATS_PER_CALL:
            break
    if problems:
        raise _failed(problems)
    if not lines:
        raise _refused(Fault.NO_SEATS, 1)
    if len(lines) > MAX_SEATS_PER_CALL:
        raise _refused(Fault.TOO_MANY, rows.line_num, str(MAX_SEATS_PER_CALL))
    return lines


def _line(row: dict[str, str]) -> SeatLine:
    section, seat_row, number = (_text(row, name) for name in PLACE)
    marks = [access for access in SeatAccess if _is_marked(row, access.value)]
    if len(marks) > 1:
        raise _BadLine(Fault.BOTH)
    return SeatLine((section, seat_row, number), marks[0] if marks else None)


def _text(row: dict[str, str], name: str) -> str:
    text = (row[name] or "").strip()
    if len(text) > 1 and text[0] == "'" and text[1] in FORMULA:
        text = text[1:]
    if not is_visible(text):
        raise _BadLine(Fault.EMPTY, name)
    if len(text) > LONGEST_TEXT:
        raise _BadLine(Fault.TOO_LONG, name)
    if CONTROL.search(text) or fault_of_name(text):
        raise _BadLine(Fault.UNPRINTABLE, name)
    return text


def _is_marked(row: dict[str, str], name: str) -> bool:
    text = (row.get(name) or "").strip().lower()
    if text not in YES | NO:
        raise _BadLine(Fault.NOT_YES, name)
    return text in YES


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def _refused(fault: Fault, line: int, what: str = "") -> ValidationFailed:
    return _failed([FileProblem(fault, line, what)])


def _failed(problems: Sequence[FileProblem]) -> ValidationFailed:
    error = ValidationFailed("body.file", " ".join(map(str, problems)))
    error.facts = {PROBLEMS: problems}
    return error

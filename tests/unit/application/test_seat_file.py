"""CSV files of seats: read whole or not at all, with the lines that are wrong."""

import pytest

from src.application.catalogue.seat_file import (
    Fault,
    FileProblem,
    SeatLine,
    problems_of,
    read_seat_file,
    write_seat_file,
)
from src.domain.entities.section_plan import PlannedSeat, SeatAccess
from src.domain.entities.venue import MAX_SEATS_PER_CALL
from src.domain.errors import ValidationFailed

HEADER = "section,row,seat_number,accessible,companion\n"


def test_file_is_read_with_marks_and_quotes() -> None:
    text = "\ufeffSection,Row,seat_number,accessible,companion\r\n" + (
        'Stalls, A ,1,yes,\r\n"Box, left",1,7a,,X\r\nStalls,A,2\r\n'
    )
    assert read_seat_file(text) == [
        SeatLine(("Stalls", "A", "1"), SeatAccess.ACCESSIBLE),
        SeatLine(("Box, left", "1", "7a"), SeatAccess.COMPANION),
        SeatLine(("Stalls", "A", "2"), None),
    ]


def test_semicolons_of_a_spreadsheet_are_read_and_columns_may_be_in_any_order() -> None:
    assert read_seat_file("row;seat_number;section\nA;1;Parkett\n") == [
        SeatLine(("Parkett", "A", "1"), None)
    ]


def test_what_is_written_can_be_read_again() -> None:
    seats = [
        PlannedSeat(1, "Stalls", "A", "1", SeatAccess.COMPANION),
        PlannedSeat(2, "=1+1", "-A", '"2"'),
    ]
    text = write_seat_file(seats)
    assert "'=1+1,'-A" in text
    assert [(*line.place, line.access) for line in read_seat_file(text)] == [
        seat[1:] for seat in seats
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [FileProblem(Fault.COLUMNS, 1, "section, row, seat_number")]),
        ("section,row\nA,1\n", [FileProblem(Fault.COLUMNS, 1, "seat_number")]),
        (HEADER, [FileProblem(Fault.NO_SEATS, 1)]),
        (HEADER + '"A,1,1', [FileProblem(Fault.QUOTES, 2)]),
        (HEADER + "A,1,1\nA,,2\nA,1,1\n", [
            FileProblem(Fault.EMPTY, 3, "row"), FileProblem(Fault.TWICE, 4, "2")
        ]),
        (HEADER + "A,1,1,yes,yes\n", [FileProblem(Fault.BOTH, 2)]),
        (HEADER + "A,1,1,perhaps,\n", [FileProblem(Fault.NOT_YES, 2, "accessible")]),
        (HEADER + f"{'A' * 51},1,1\n", [FileProblem(Fault.TOO_LONG, 2, "section")]),
        (HEADER + "A,1\x07,1\n", [FileProblem(Fault.UNPRINTABLE, 2, "row")]),
        (HEADER + "A,1\u202e,1\n", [FileProblem(Fault.UNPRINTABLE, 2, "row")]),
        (HEADER + "A,\u3164,1\n", [FileProblem(Fault.EMPTY, 2, "row")]),
    ],
)  # fmt: skip
def test_file_with_problems_is_refused_and_they_name_their_lines(
    text: str, problems: list[FileProblem]
) -> None:
    with pytest.raises(ValidationFailed) as refused:
        read_seat_file(text)
    assert list(problems_of(refused.value)) == problems
    assert f"Line {problems[0].line}" in str(refused.value)


def test_a_file_is_bounded_and_so_are_its_problems() -> None:
    lines = "".join(f"A,1,{number}\n" for number in range(MAX_SEATS_PER_CALL + 1))
    with pytest.raises(ValidationFailed) as refused:
        read_seat_file(HEADER + lines)
    assert problems_of(refused.value)[0].fault is Fault.TOO_MANY
    with pytest.raises(ValidationFailed) as refused:
        read_seat_file(HEADER + "A,,1\n" * 100)
    assert len(problems_of(refused.value)) == 10

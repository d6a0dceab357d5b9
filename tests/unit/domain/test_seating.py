"""The system chooses seats: together, in front, and without leaving a lone one."""

import pytest

from src.domain.entities.venue import Seat
from src.domain.services.seating import FreeSeats


def hall(*rows: str) -> tuple[list[Seat], set[int]]:
    """`o` is a free seat, `x` a taken one; the ids count from 1, row by row."""
    seats: list[Seat] = []
    taken: set[int] = set()
    for number, row in enumerate(rows, 1):
        for place, mark in enumerate(row, 1):
            seat = Seat(len(seats) + 1, "A", str(number), str(place))
            seats.append(seat)
            if mark == "x":
                taken.add(seat.id)
    return seats, taken


@pytest.mark.parametrize(
    ("rows", "quantity", "chosen"),
    [
        (["oooo", "oooo"], 2, [1, 2]),
        (["xooo", "oooo"], 2, [5, 6]),
        (["oxoo", "xxxx"], 2, [3, 4]),
        (["xooo", "xxxx"], 2, [2, 3]),
        (["oo", "oooo"], 3, [3, 4, 5]),
        (["ooxo", "oxoo"], 3, [1, 2, 7]),
        (["ooo", "ooo"], 6, [1, 2, 3, 4, 5, 6]),
        (["xoox", "oooo"], 2, [2, 3]),
    ],
    ids=[
        "front row first",
        "further back rather than leave a lone seat",
        "beside a taken seat",
        "a lone seat where there is no choice",
        "together rather than in front",
        "largest groups when none is together",
        "the whole hall",
        "a gap of just the right size",
    ],
)
def test_best_seats(rows: list[str], quantity: int, chosen: list[int]) -> None:
    best = FreeSeats(*hall(*rows)).best(quantity)
    assert best is not None
    assert [seat.id for seat in best] == chosen


def test_no_seats_are_chosen_when_too_few_are_free() -> None:
    free = FreeSeats(*hall("oxo"))
    assert free.best(3) is None
    assert free.count == 2


def test_taken_seats_are_not_chosen_again() -> None:
    free = FreeSeats(*hall("oooo", "oooo"))
    first = free.best(3)
    assert first is not None
    free.take(first)
    second = free.best(2)
    assert second is not None
    assert not {seat.id for seat in first} & {seat.id for seat in second}
    assert free.count == 5

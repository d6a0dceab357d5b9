"""Seats that are offered: the best together, and the nearest to those that were lost."""

import pytest

from src.domain.entities.section_plan import PlannedSeat, SeatAccess, SectionPlan
from src.domain.services.hall_layout import HallSection, lay_out
from src.domain.services.seat_choice import best_seats, nearest_seats

FRONT = SectionPlan(section="Front", x=0, y=4)
REAR = SectionPlan(section="Rear", x=0, y=40)


def hall(**access: SeatAccess) -> list[HallSection]:
    """Front and Rear, with rows A and B of five seats: A1 is 1, B5 of Rear is 20."""
    places = [
        (section, row, number)
        for section in ("Front", "Rear")
        for row in "AB"
        for number in "12345"
    ]
    return lay_out(
        [
            PlannedSeat(seat_id, *place, access.get(f"seat_{seat_id}"))
            for seat_id, place in enumerate(places, start=1)
        ],
        [FRONT, REAR],
    )


def ids(seats: list[PlannedSeat]) -> list[int]:
    return [seat.id for seat in seats]


@pytest.mark.parametrize(
    ("taken", "quantity", "chosen"),
    [
        ([], 1, [3]),
        ([], 3, [1, 2, 3]),
        ([], 5, [1, 2, 3, 4, 5]),
        ([3], 2, [1, 2]),
        ([1, 2, 3, 4, 5], 2, [6, 7]),
    ],
    ids=["one", "no single seats", "a row", "no single seat", "next row"],
)
def test_best_seats_lie_together_before_the_stage(
    taken: list[int], quantity: int, chosen: list[int]
) -> None:
    assert ids(best_seats(hall(), taken, quantity)) == chosen


def test_without_so_many_in_a_row_those_around_the_best_are_offered() -> None:
    chosen = ids(best_seats(hall(), [], 7))
    assert len(chosen) == len(set(chosen)) == 7
    assert set(chosen) <= set(range(1, 11))


def test_nothing_is_offered_when_too_few_are_free() -> None:
    assert best_seats(hall(), range(1, 20), 2) == []
    assert ids(best_seats(hall(), range(1, 20), 1)) == [20]


def test_accessible_seats_are_offered_only_when_nothing_else_is_left() -> None:
    sections = hall(seat_3=SeatAccess.ACCESSIBLE, seat_4=SeatAccess.COMPANION)
    assert ids(best_seats(sections, [1], 1)) == [2]
    assert ids(best_seats(sections, [1, 2, *range(5, 21)], 2)) == [3, 4]


def test_gap_between_seats_separates_them() -> None:
    seats = [
        PlannedSeat(1, "A", "1", "1"),
        PlannedSeat(2, "A", "1", "3"),
        PlannedSeat(3, "A", "1", "4"),
    ]
    sections = lay_out(seats, [SectionPlan(section="A", x=0, y=0)])
    assert ids(best_seats(sections, [], 2)) == [2, 3]


def test_for_lost_seats_the_nearest_are_offered_and_none_twice() -> None:
    assert ids(nearest_seats(hall(), [3], [3], [])) in ([2], [4])
    offers = ids(nearest_seats(hall(), [3, 4], [3, 4], []))
    assert len(set(offers)) == 2
    assert not set(offers) & {3, 4}


def test_offer_is_near_to_the_seats_that_are_kept() -> None:
    assert ids(nearest_seats(hall(), [3], [3], [4])) == [5]
    assert ids(nearest_seats(hall(), [3], [3], [2])) == [1]


def test_nothing_is_offered_when_nothing_is_left() -> None:
    assert nearest_seats(hall(), range(1, 21), [3], []) == []

"""Seats find their places: numbers along a row, rows in a section, sections around the stage."""

from collections.abc import Sequence
from itertools import combinations, count
from math import dist, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from src.domain.entities.section_plan import PlannedSeat, SectionChanges, SectionPlan
from src.domain.errors import ValidationFailed
from src.domain.services.hall_layout import HallSection, Point, lay_out, offsets_of


def hall(sizes: dict[str, tuple[int, int]], *stored: SectionPlan) -> list[HallSection]:
    """Sections of (rows, seats in a row)."""
    ids = count(1)
    seats = [
        PlannedSeat(next(ids), section, str(row), str(number))
        for section in sorted(sizes)
        for row in range(1, sizes[section][0] + 1)
        for number in range(1, sizes[section][1] + 1)
    ]
    return lay_out(seats, stored)


def section(sections: Sequence[HallSection], name: str) -> HallSection:
    return next(found for found in sections if found.plan.section == name)


@pytest.mark.parametrize(
    ("numbers", "offsets"),
    [
        (["7"], [0]),
        (["1", "2", "3"], [-1, 0, 1]),
        (["1", "2", "4"], [-1.5, -0.5, 1.5]),
        (["1", "3", "5"], [-1, 0, 1]),
        (["1", "2a", "2b"], [-1, 0, 1]),
        (["1", "900"], [-0.5, 0.5]),
        (["01", "1"], [-0.5, 0.5]),
    ],
    ids=["one", "in order", "a gap", "odd", "letters", "a leap", "twice the same"],
)
def test_numbers_decide_where_seats_lie_in_their_row(
    numbers: list[str], offsets: list[float]
) -> None:
    assert offsets_of(numbers) == offsets


def test_straight_rows_lie_one_behind_the_other() -> None:
    plan = SectionPlan(section="A", x=10, y=5, row_spacing=2)
    (one,) = hall({"A": (2, 3)}, plan)
    assert one.places() == [(9, 5), (10, 5), (11, 5), (9, 7), (10, 7), (11, 7)]


def test_section_turns_clockwise_around_the_middle_of_its_front_row() -> None:
    (one,) = hall({"A": (2, 3)}, SectionPlan(section="A", x=0, y=0, rotation=90, row_spacing=1))
    expected = [(0, -1), (0, 0), (0, 1), (-1, -1), (-1, 0), (-1, 1)]
    for place, wanted in zip(one.places(), expected, strict=True):
        assert dist(place, wanted) < 1e-9


def test_curved_rows_have_one_centre_and_keep_the_distance_between_seats() -> None:
    (one,) = hall({"A": (3, 20)}, SectionPlan(section="A", x=0, y=0, angle=90))
    places = one.places()
    radius = 20 / (3.14159265 / 2)
    for index, (x, y) in enumerate(places):
        assert hypot(x, y + radius) == pytest.approx(radius + 1.2 * (index // 20), rel=1e-6)
    assert dist(places[0], places[1]) == pytest.approx(1, rel=0.01)


def test_what_names_say_decides_who_is_in_front() -> None:
    sections = hall({"Balcony": (5, 20), "Stalls": (10, 20), "Middle": (5, 20)})
    depth = {found.plan.section: found.plan.y for found in sections}
    assert depth["Stalls"] < depth["Middle"] < depth["Balcony"]


def test_sections_with_numbers_stand_in_their_order_from_the_left() -> None:
    sections = hall({f"Block {number}": (10, 20) for number in range(1, 13)})
    first, second, tenth = (section(sections, f"Block {number}").plan for number in (1, 2, 10))
    assert first.x < second.x
    assert hypot(first.x, first.y) <= hypot(tenth.x, tenth.y)


def test_a_stored_place_is_kept_and_the_others_are_arranged_as_before() -> None:
    sizes = {"Left": (5, 10), "Right": (5, 10)}
    placed = SectionPlan(section="Left", x=-40, y=3)
    before, after = hall(sizes), hall(sizes, placed)
    assert section(after, "Left").plan == placed
    assert section(after, "Right").plan == section(before, "Right").plan


@given(
    st.dictionaries(
        st.integers(1, 60).map("Block {}".format),
        st.tuples(st.integers(1, 12), st.integers(1, 25)),
        min_size=1,
        max_size=14,
    )
)
def test_no_seat_lies_on_another_and_all_lie_before_the_stage_front(
    sizes: dict[str, tuple[int, int]],
) -> None:
    sections = hall(sizes)
    boxes = [(found.plan.section, found.places()) for found in sections]
    for (_, left), (_, right) in combinations(boxes, 2):
        assert _closest(left, right) > 0.9


def _closest(places: Sequence[Point], other: Sequence[Point]) -> float:
    return min(dist(a, b) for a in places[:: max(1, len(places) // 40)] for b in other)


@pytest.mark.parametrize("value", [1001.0, float("nan"), float("inf")])
def test_a_place_beyond_what_can_be_drawn_is_refused(value: float) -> None:
    plan = SectionPlan(section="A", x=0, y=0)
    with pytest.raises(ValidationFailed) as refused:
        plan.changed(SectionChanges(x=value))
    assert refused.value.field == "body.x"
    assert plan.changed(SectionChanges(angle=45.0)).angle == 45

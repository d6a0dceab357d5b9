"""From the seats of a venue to places on its plan.

Sections whose place is not stored are arranged by rule in arcs around the stage: a few sections
one behind the other, many side by side in tiers. What names say of the front and the back decides
the order, else their natural order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import cos, degrees, gcd, pi, radians, sin, sqrt

from src.domain.entities.section_plan import PlannedSeat, SectionPlan
from src.domain.shared.label_order import label_key

STAGE_GAP = 4.0
FLOOR = 0.55
"""How much of the first tier's radius lies before the stage, where tiers stand around it."""
AISLE = 2.5
FEW_SECTIONS = 4
GENTLE_ARC = pi / 3
WIDEST_ARC = 1.15 * pi
SHORTEST_RADIUS = 14.0
MOST_GAPS = 3
"""How many times as long as its seats a row may be drawn, for the numbers that it leaves out."""

IN_FRONT = re.compile(
    r"\b(front|floor|pit|stalls|orchestra|parterre|parkett|ground|vip|golden)", re.IGNORECASE
)
BEHIND = re.compile(r"\b(back|rear|circle|rang|loge|terrace)", re.IGNORECASE)
AT_THE_TOP = re.compile(r"\b(upper|balcony|gallery|galerie|balkon)", re.IGNORECASE)

Point = tuple[float, float]


@dataclass(slots=True)
class HallRow:
    """A row: `offsets` are the places of its seats along it, 0 in the middle, a seat wide each."""

    name: str
    seats: Sequence[PlannedSeat]
    offsets: Sequence[float]

    @property
    def columns(self) -> int:
        """Its width in seats, gaps included."""
        return round(self.offsets[-1] - self.offsets[0]) + 1


@dataclass(slots=True)
class HallSection:
    """A section with its rows from the front to the back, and how it stands."""

    plan: SectionPlan
    rows: Sequence[HallRow]

    @property
    def columns(self) -> int:
        """The width of its widest row in seats."""
        return max(row.columns for row in self.rows)

    @property
    def seat_count(self) -> int:
        return sum(len(row.seats) for row in self.rows)

    def places(self) -> list[Point]:
        """Where each seat lies, in order."""
        plan = self.plan
        turned = radians(plan.rotation)
        right, down = cos(turned), sin(turned)
        width = self.columns * plan.seat_spacing
        radius = width / radians(plan.angle) if plan.angle else 0.0
        points = []
        for index, row in enumerate(self.rows):
            depth = index * plan.row_spacing
            for offset in row.offsets:
                along, away = offset * plan.seat_spacing, depth
                if radius:
                    phi = along / (radius + depth)
                    along, away = (radius + depth) * sin(phi), (radius + depth) * cos(phi) - radius
                points.append(
                    (
                        plan.x + along * right - away * down,
                        plan.y + along * down + away * right,
                    )
                )
        return points


def lay_out(seats: Iterable[PlannedSeat], stored: Iterable[SectionPlan] = ()) -> list[HallSection]:
    """Return the sections of these seats, which are in natural order."""
    rows_of = {
        section: [
            _row(name, list(of_row)) for name, of_row in groupby(of_section, key=lambda s: s.row)
        ]
        for section, of_section in groupby(seats, key=lambda seat: seat.section)
    }
    plans = arrange(
        {
            section: (len(rows), max(row.columns for row in rows))
            for section, rows in rows_of.items()
        }
    )
    plans |= {plan.section: plan for plan in stored}
    return [HallSection(plans[section], rows) for section, rows in rows_of.items()]


def offsets_of(numbers: Sequence[str]) -> list[float]:
    """Return where the seats with these numbers lie along their row.

    A number that is left out leaves a gap, and rows of odd or even numbers have none.
    """
    if all(number.isascii() and number.isdigit() for number in numbers):
        values = [int(number) for number in numbers]
        step = gcd(*(value - values[0] for value in values)) or 1
        places = [(value - values[0]) // step for value in values]
        is_rising = all(a < b for a, b in pairwise(places))
        if is_rising and places[-1] < MOST_GAPS * len(places):
            return [place - places[-1] / 2 for place in places]
    return [place - (len(numbers) - 1) / 2 for place in range(len(numbers))]


def arrange(sizes: dict[str, tuple[int, int]]) -> dict[str, SectionPlan]:
    """Place sections of (rows, columns) around the stage."""
    order = sorted(sizes, key=from_front_to_back)
    widest = max((columns for _, columns in sizes.values()), default=0)
    if len(order) <= FEW_SECTIONS:
        radius = max(SHORTEST_RADIUS, widest / GENTLE_ARC)
        return _in_tiers([[section] for section in order], sizes, radius, STAGE_GAP)
    seats = sum(rows * columns for rows, columns in sizes.values())
    radius = max(SHORTEST_RADIUS, sqrt(seats) / 3.5, widest / WIDEST_ARC + AISLE)
    tiers: list[list[str]] = [[]]
    front, filled = radius, 0.0
    for section in order:
        arc = (sizes[section][1] + AISLE) / front
        if tiers[-1] and filled + arc > WIDEST_ARC:
            front += _depth(tiers[-1], sizes)
            arc = (sizes[section][1] + AISLE) / front
            tiers.append([])
            filled = 0.0
        tiers[-1].append(section)
        filled += arc
    return _in_tiers(tiers, sizes, radius, FLOOR * radius)


def from_front_to_back(section: str) -> tuple[int, str]:
    """The order of sections by their names: what is in front first, and 2 before 10."""
    return _rank(section), label_key(section)


def _in_tiers(
    tiers: Sequence[Sequence[str]], sizes: dict[str, tuple[int, int]], radius: float, gap: float
) -> dict[str, SectionPlan]:
    """Place tiers around a point behind the stage, the first at `radius` from it.

    `gap` is what lies between the stage and the first tier.
    """
    front = radius
    plans = {}
    for tier in tiers:
        arcs = [(sizes[section][1] + AISLE) / front for section in tier]
        # Numbered as one reads the plan: from the left.
        at = -sum(arcs) / 2
        for section, arc in zip(tier, arcs, strict=True):
            middle = at + arc / 2
            plans[section] = SectionPlan(
                section=section,
                x=round(front * sin(middle), 2),
                y=round(front * cos(middle) - radius + gap, 2),
                rotation=round(-degrees(middle), 2),
                angle=round(min(180.0, degrees(sizes[section][1] / front)), 2),
            )
            at += arc
        front += _depth(tier, sizes)
    return plans


def _depth(tier: Sequence[str], sizes: dict[str, tuple[int, int]]) -> float:
    return max(sizes[section][0] for section in tier) * 1.2 + AISLE


def _row(name: str, seats: list[PlannedSeat]) -> HallRow:
    return HallRow(name, seats, offsets_of([seat.seat_number for seat in seats]))


def _rank(section: str) -> int:
    if AT_THE_TOP.search(section):
        return 3
    if BEHIND.search(section):
        return 2
    return 0 if IN_FRONT.search(section) else 1

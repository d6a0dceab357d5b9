"""Charts that the server draws: shapes in a field of 1000 by 300, and what stands at its edges.

The words are no part of the drawing, so that it can be stretched to any width.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

WIDTH, HEIGHT = 1000, 300
GAP = 0.2
"""The share of a bar's place that stays free."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from the bottom, `x`, `y`, `width` and `height` as SVG has them."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Point:
    """A bucket: when it begins, what happened in it, and what had happened by its end."""

    start: datetime
    value: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing: bars of each bucket, or the line of their running total over an area."""

    points: Sequence[Point]
    top: Decimal
    bars: Sequence[Bar]
    line: str
    area: str

    @property
    def is_empty(self) -> bool:
        return not any(point.value for point in self.points)


def draw(buckets: Sequence[tuple[datetime, Decimal | int]], *, is_running: bool) -> Chart:
    """Draw the buckets: as a line of the running total, else a bar for each."""
    points: list[Point] = []
    total = Decimal(0)
    for start, value in buckets:
        total += value
        points.append(Point(start, Decimal(value), total))
    shown = [point.total if is_running else max(point.value, Decimal(0)) for point in points]
    top = ceiling(max(shown, default=Decimal(0)))
    heights = [float(value / top) * HEIGHT for value in shown]
    step = WIDTH / max(len(points), 1)
    bars = [
        Bar(
            _round(number * step + step * GAP / 2),
            _round(HEIGHT - height),
            _round(step * (1 - GAP)),
            _round(height),
        )
        for number, height in enumerate(heights)
        if height
    ]
    line = _line(heights, step)
    area = f"M0 {HEIGHT}L{line[1:]}L{WIDTH} {HEIGHT}Z" if line else ""
    return Chart(points, top, [] if is_running else bars, line if is_running else "", area)


def ceiling(value: Decimal) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is not less than the value."""
    step = Decimal(1)
    while True:
        for factor in (1, 2, 5):
            if step * factor >= value:
                return step * factor
        step *= 10


def _line(heights: Sequence[float], step: float) -> str:
    """A line that begins at the bottom left and reaches each height at the end of its bucket."""
    if not heights:
        return ""
    ends = (
        f"L{_round((number + 1) * step)} {_round(HEIGHT - height)}"
        for number, height in enumerate(heights)
    )
    return f"M0 {HEIGHT}" + "".join(ends)


def _round(value: float) -> float:
    return round(value, 1)

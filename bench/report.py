"""The table of results: measured values, what they are compared with, and targets."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

HEADINGS = ("what", "ours", "against", "theirs", "ratio", "target", "")
RIGHT_ALIGNED = (1, 3, 4)


@dataclass(frozen=True, slots=True)
class Target:
    """A lower or upper limit of a ratio."""

    value: float
    is_at_least: bool

    def is_met(self, ratio: float) -> bool:
        return ratio >= self.value if self.is_at_least else ratio <= self.value

    def __str__(self) -> str:
        return f"{'≥' if self.is_at_least else '≤'} {self.value:g}"


def at_least(value: float) -> Target:
    return Target(value, is_at_least=True)


def at_most(value: float) -> Target:
    return Target(value, is_at_least=False)


@dataclass(frozen=True, slots=True)
class Row:
    """Two medians of one run and the median of their ratios; `unit` is such as `/s` or ` ms`."""

    what: str
    ours: float
    against: str
    theirs: float
    ratio: float
    unit: str
    target: Target | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """`ok`, `below`, or empty without a target."""
        if self.target is None:
            return ""
        return "ok" if self.target.is_met(self.ratio) else "below"

    def as_json(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "ours": _finite(self.ours),
            "against": self.against,
            "theirs": _finite(self.theirs),
            "unit": self.unit.strip(),
            "ratio": _finite(self.ratio),
            "target": str(self.target) if self.target else None,
            "verdict": self.verdict or None,
            "note": self.note or None,
        }


def compare(
    what: str,
    ours: Sequence[float],
    against: str,
    theirs: Sequence[float],
    *,
    unit: str,
    target: Target | None = None,
    note: str = "",
) -> Row:
    """A row from measurements taken in turn, so that each pair had the same conditions."""
    ratios = [_ratio(mine, other) for mine, other in zip(ours, theirs, strict=True)]
    return Row(what, median(ours), against, median(theirs), median(ratios), unit, target, note)


def median(values: Iterable[float]) -> float:
    """The median; NaN (nothing measured) without values or if one of them is NaN."""
    values = list(values)
    if not values or any(math.isnan(value) for value in values):
        return math.nan
    return statistics.median(values)


def table(rows: Sequence[Row]) -> str:
    """The rows as text, in columns."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, "─" * (sum(widths) + 2 * (len(widths) - 1)))
    return "\n".join(line.rstrip() for line in lines)


def text(value: float, unit: str) -> str:
    """A number with three or four digits and its unit."""
    if not math.isfinite(value):
        return "-" if math.isnan(value) else "∞"
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{decimals}f}{unit}"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        text(row.ours, row.unit),
        row.against,
        text(row.theirs, row.unit),
        text(row.ratio, ""),
        str(row.target or ""),
        " · ".join(part for part in (row.verdict, row.note) if part),
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(
        cell.rjust(width) if column in RIGHT_ALIGNED else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )


def _ratio(mine: float, other: float) -> float:
    if other == 0:
        return math.nan if mine == 0 else math.inf
    return mine / other


def _finite(value: float) -> float | None:
    return round(value, 3) if math.isfinite(value) else None

"""How a section of a venue stands on the plan, and what the plan says of its seats.

Lengths are in widths of a seat, angles in degrees. The middle of the stage's front edge is
(0, 0); x grows to the right of who looks at the stage on the plan, y away from the stage.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import NamedTuple, TypedDict

from src.domain.errors import ValidationFailed

RANGES = {
    "x": (-1000.0, 1000.0),
    "y": (-1000.0, 1000.0),
    "rotation": (-360.0, 360.0),
    "angle": (0.0, 180.0),
    "seat_spacing": (0.5, 5.0),
    "row_spacing": (0.5, 5.0),
}


class SeatAccess(StrEnum):
    """A place for a wheelchair, or the seat of who comes along."""

    ACCESSIBLE = "accessible"
    COMPANION = "companion"


class PlannedSeat(NamedTuple):
    """A seat with what its plan says of it; a tuple because a hall has tens of thousands."""

    id: int
    section: str
    row: str
    seat_number: str
    access: SeatAccess | None = None


class SectionChanges(TypedDict, total=False):
    """What can be changed of a section's place; a missing field keeps its value."""

    x: float
    y: float
    rotation: float
    angle: float
    seat_spacing: float
    row_spacing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPlan:
    """Where the rows of a section lie: the front row first, each next one further from the stage.

    (`x`, `y`) is the middle of the front row, `rotation` turns the section clockwise around it.
    With an `angle` the rows are arcs around one centre, and the widest row would fill that angle
    at the front; without, they are straight.
    """

    section: str
    x: float
    y: float
    rotation: float = 0.0
    angle: float = 0.0
    seat_spacing: float = 1.0
    row_spacing: float = 1.2

    def changed(self, changes: SectionChanges) -> "SectionPlan":
        """Return the plan with `changes`. Raises ValidationFailed beyond what can be drawn."""
        for field, value in changes.items():
            least, most = RANGES[field]
            if not (isinstance(value, float) and isfinite(value) and least <= value <= most):
                message = f"Enter a number from {least:g} to {most:g}."
                raise ValidationFailed(f"body.{field}", message)
        return replace(self, **changes)

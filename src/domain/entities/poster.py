"""The poster of an event: what it is called, and in which sizes it is kept."""

import re
from dataclasses import dataclass

WIDTHS = (400, 800, 1600)
"""Pixels: a card on a phone, a card on a sharp screen, the top of a page."""

SOCIAL_WIDTH = 1200
"""What the previews of links elsewhere ask for; kept as a JPEG, which all of them read."""

MIN_WIDTH = 400
MAX_PIXELS = 40_000_000
MAX_BYTES = 5 * 1024 * 1024

NAME = re.compile(r"([0-9a-f]{16})-(\d{3,4})x(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Poster:
    """A poster by its digest, with the size of its largest picture.

    Its `name` is all that an event keeps of it: `0123456789abcdef-1600x1067`.
    """

    digest: str
    width: int
    height: int

    @classmethod
    def named(cls, name: str) -> "Poster":
        """The poster of that name. Raises ValueError."""
        found = NAME.fullmatch(name)
        if found is None:
            raise ValueError(f"no name of a poster: {name}")
        return cls(found[1], int(found[2]), int(found[3]))

    @property
    def name(self) -> str:
        return f"{self.digest}-{self.width}x{self.height}"

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths that it is kept in, none larger than what was uploaded."""
        return widths_of(self.width)

    @property
    def social_width(self) -> int:
        return min(SOCIAL_WIDTH, self.width)


def widths_of(width: int) -> tuple[int, ...]:
    """The widths in which a picture of this width is kept."""
    return (*(kept for kept in WIDTHS if kept < width), min(width, WIDTHS[-1]))

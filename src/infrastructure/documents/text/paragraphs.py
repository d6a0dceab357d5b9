"""Paragraphs: text in lines of a width, and the size at which it fits a box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from src.infrastructure.documents.text import bidi
from src.infrastructure.documents.text.breaking import clusters, pieces
from src.infrastructure.documents.text.characters import printable
from src.infrastructure.documents.text.shaping import Run, Shaper

LEADING = 1.32
"""From line to line, in sizes of text: room for the marks above and below Thai and Hindi."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line from left to right; `width` is in sizes of text, without blanks at its end."""

    runs: tuple[Run, ...]
    width: float
    is_rtl: bool

    @property
    def visual(self) -> str:
        return "".join(run.visual for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of one size."""

    lines: tuple[Line, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0) * self.size


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays together on a line, in the order of reading; each part has its level."""

    parts: tuple[tuple[str, int], ...]
    width: float
    width_at_end: float


class Typesetter:
    """Breaks text into lines. What it set is kept: tickets of a booking repeat most of it."""

    def __init__(self, shaper: Shaper) -> None:
        self._shaper = shaper
        self._kept = lru_cache(maxsize=512)(self._paragraph)
        self._widest = lru_cache(maxsize=512)(self._widest_piece)

    def paragraph(
        self, text: str, *, size: float, width: float = float("inf"), bold: bool = False
    ) -> Paragraph:
        """The text in lines of at most `width`; the text's own line ends are kept."""
        return self._kept(text, size, width, bold)

    def spaced(self, groups: Sequence[str], *, size: float, gap: float) -> Paragraph:
        """Groups of characters with gaps that the eye sees; the text that is copied has none."""
        lines = [self.paragraph(group, size=size, bold=True).lines[0] for group in groups]
        runs = [run for line in lines[:-1] for run in _followed(line.runs, gap / size)]
        runs += lines[-1].runs
        return Paragraph((Line(tuple(runs), sum(run.width for run in runs), False),), size)

    def _paragraph(self, text: str, size: float, width: float, bold: bool) -> Paragraph:
        lines: list[Line] = []
        for part in text.splitlines() or [""]:
            lines += self._lines(printable(part), width / size, bold=bold)
        return Paragraph(tuple(lines), size)

    def fit(
        self, text: str, *, sizes: Sequence[float], width: float, height: float, bold: bool = False
    ) -> Paragraph:
        """The paragraph in the first of these sizes in which it fits, else in the last."""
        for size in sizes:
            paragraph = self.paragraph(text, size=size, width=width, bold=bold)
            if paragraph.height <= height and self._widest(text, bold) * size <= width:
                break
        return paragraph

    def _widest_piece(self, text: str, bold: bool) -> float:
        """The width of what stays together on a line."""
        words = (piece for part in text.splitlines() for piece in self._pieces(part, bold=bold))
        return max((word.width_at_end for word in words), default=0)

    def _pieces(self, text: str, *, bold: bool) -> Iterator[_Piece]:
        text = printable(text)
        levels = bidi.levels(text)
        start = 0
        for piece in pieces(text):
            yield self._piece(piece, levels[start : start + len(piece)], bold=bold)
            start += len(piece)

    def _piece(self, text: str, levels: Sequence[int], *, bold: bool) -> _Piece:
        parts: list[tuple[str, int]] = []
        for char, level in zip(text, levels, strict=True):
            if parts and parts[-1][1] == level:
                parts[-1] = (parts[-1][0] + char, level)
            else:
                parts.append((char, level))
        width = self._width(parts, bold=bold)
        stripped = text.rstrip(" ")
        blanks = len(text) - len(stripped)
        blank = self._shaper.shape(" ", bold=bold, level=0).width if blanks else 0
        return _Piece(tuple(parts), width, width - blanks * blank)

    def _width(self, parts: Sequence[tuple[str, int]], *, bold: bool) -> float:
        return sum(self._shaper.shape(part, bold=bold, level=level).width for part, level in parts)

    def _lines(self, text: str, width: float, *, bold: bool) -> list[Line]:
        base = bidi.base_level(text)
        lines: list[Line] = []
        pending: list[_Piece] = []
        used = 0.0
        for piece in self._broken(text, width, bold=bold):
            if pending and used + piece.width_at_end > width:
                lines.append(self._line(pending, base, bold=bold))
                pending, used = [], 0.0
            pending.append(piece)
            used += piece.width
        return [*lines, self._line(pending, base, bold=bold)]

    def _broken(self, text: str, width: float, *, bold: bool) -> Iterator[_Piece]:
        """The pieces; one that is wider than a line is divided between any two characters."""
        for piece in self._pieces(text, bold=bold):
            if piece.width_at_end <= width:
                yield piece
            else:
                yield from self._divided(piece, width, bold=bold)

    def _divided(self, piece: _Piece, width: float, *, bold: bool) -> Iterator[_Piece]:
        for part, level in piece.parts:
            fitting = ""
            for cluster in clusters(part):
                wider = self._width([(fitting + cluster, level)], bold=bold)
                if fitting and wider > width:
                    yield self._piece(fitting, [level] * len(fitting), bold=bold)
                    fitting = ""
                fitting += cluster
            yield self._piece(fitting, [level] * len(fitting), bold=bold)

    def _line(self, line: Sequence[_Piece], base: int, *, bold: bool) -> Line:
        parts = _joined([part for piece in line for part in piece.parts])
        if parts:
            last, level = parts[-1]
            parts[-1] = (last.rstrip(" "), level)
        runs = tuple(
            self._shaper.shape(word, bold=bold, level=level)
            for word, level in _from_left_to_right(parts)
            if word
        )
        return Line(runs, sum(run.width for run in runs), base == 1)


def _followed(runs: Sequence[Run], gap: float) -> list[Run]:
    return [*runs[:-1], replace(runs[-1], width=runs[-1].width + gap)]


def _joined(parts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Parts that run from right to left next to each other are one, for Arabic joins in it.

    What runs from left to right stays in words, each of which is shaped once for all its uses.
    """
    joined: list[tuple[str, int]] = []
    for text, level in parts:
        if joined and joined[-1][1] == level and level % 2 == 1:
            joined[-1] = (joined[-1][0] + text, level)
        else:
            joined.append((text, level))
    return joined


def _from_left_to_right(parts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Rule L2 of Unicode's algorithm: from the highest level down, turn what is at or above it."""
    line = list(parts)
    highest = max((level for _, level in line), default=0)
    for turning in range(highest, 0, -1):
        start = 0
        while start < len(line):
            end = start
            while end < len(line) and line[end][1] >= turning:
                end += 1
            line[start:end] = reversed(line[start:end])
            start = max(end, start + 1)
    return line

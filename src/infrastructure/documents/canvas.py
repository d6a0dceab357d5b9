"""Drawing on pages: text as outlines under an invisible layer of text, lines, areas, codes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from src.infrastructure.documents.pdf_file import PdfFile, number
from src.infrastructure.documents.text.fonts import Face
from src.infrastructure.documents.text.paragraphs import LEADING, Line, Paragraph
from src.infrastructure.documents.text.shaping import Glyph

BASELINE = 0.98
"""From the top of a line to its baseline, in sizes of text."""
TEXT_WIDTH = 0.5
"""The width of a character in the font of the text layer."""
Point = tuple[float, float]
_Drawn = tuple[Paragraph, str, float]
"""A paragraph, which is kept so that no other gets its id, how it is drawn, and where it ends."""


class Canvas:
    """Draws on a page, or on a form that many pages show. `y` grows downwards, as one reads."""

    def __init__(self, pdf: PdfFile, glyphs: "GlyphForms", width: float, height: float) -> None:
        self.width, self.height = width, height
        self._pdf = pdf
        self._glyphs = glyphs
        self._content: list[str] = []

    def text(
        self, paragraph: Paragraph, x: float, y: float, *, width: float = 0, align: str = "start"
    ) -> float:
        """Draw the lines from `y` downwards; where they end.

        `align` is within `width`: `start` is the right edge for what is read from right to left.
        """
        key = (id(paragraph), x, y, width, align, self.height)
        kept = self._glyphs.drawn.get(key)
        if kept is None:
            before = len(self._content)
            end = self._draw(paragraph, x, y, width=width, align=align)
            content = "\n".join(self._content[before:])
            del self._content[before:]
            kept = self._glyphs.drawn[key] = (paragraph, content, end)
        self._content.append(kept[1])
        return kept[2]

    def _draw(self, paragraph: Paragraph, x: float, y: float, *, width: float, align: str) -> float:
        for line in paragraph.lines:
            slack = width - line.width * paragraph.size
            is_right = align == "end" or (align == "start" and line.is_rtl and width > 0)
            shift = slack if is_right else slack / 2 if align == "middle" else 0
            self._line(line, x + shift, y + BASELINE * paragraph.size, paragraph.size)
            y += paragraph.size * LEADING
        return y

    def rule(self, x: float, y: float, width: float, *, thickness: float = 0.6) -> None:
        """Draw a horizontal line."""
        self.area(x, y - thickness / 2, width, thickness)

    def area(self, x: float, y: float, width: float, height: float, *, grey: float = 0) -> None:
        """Fill a rectangle; `grey` is from 0, black, to 1, white."""
        box = _numbers(x, self.height - y - height, width, height)
        self._content.append(f"{number(grey)} g {box} re f 0 g")

    def frame(self, x: float, y: float, width: float, height: float, *, line: float = 0.8) -> None:
        """Draw the edges of a rectangle."""
        box = _numbers(x, self.height - y - height, width, height)
        self._content.append(f"{number(line)} w {box} re S")

    def dashes(self, x: float, y: float, width: float) -> None:
        """Draw the line at which paper is folded or cut."""
        level = number(self.height - y)
        ends = f"{number(x)} {level} m {number(x + width)} {level} l"
        self._content.append(f"q 0.5 w [2 3] 0 d {ends} S Q")

    def modules(self, rows: Sequence[Sequence[int]], x: float, y: float, size: float) -> None:
        """Draw the dark modules of a code, `size` wide, as one area: no seams between them."""
        unit = size / len(rows)
        scale = _numbers(unit, 0, 0, -unit, x, self.height - y)
        runs = "".join(
            f"{start} {at} {end - start} 1 re\n"
            for at, row in enumerate(rows)
            for start, end in _runs(row)
        )
        self._content.append(f"q {scale} cm\n{runs}f Q")

    def show(self, form: str) -> None:
        """Show a form as large as the page."""
        self._content.append(f"/{form} Do")

    @contextmanager
    def unread(self) -> Iterator[None]:
        """What is drawn inside is decoration: readers of the page skip it."""
        self._content.append("/Artifact BMC")
        yield
        self._content.append("EMC")

    def finish_page(self) -> None:
        self._pdf.add_page(self._drawn(), self.width, self.height)

    def finish_form(self) -> str:
        """Keep the drawing as a form; its name."""
        return self._pdf.add_form(self._drawn(), (0, 0, self.width, self.height), nested=True)

    def _drawn(self) -> str:
        return "\n".join(self._content)

    def _line(self, line: Line, x: float, y: float, size: float) -> None:
        if not line.width:
            return
        self._text_layer(line, x, y, size)
        at = x
        for run in line.runs:
            for glyph in run.glyphs:
                self._glyph(glyph, at + glyph.x * size, y - glyph.y * size, size)
            at += run.width * size

    def _glyph(self, glyph: Glyph, x: float, y: float, size: float) -> None:
        name = self._glyphs.name(glyph)
        if name is not None:
            scale = f"{size / glyph.face.upem:.6f}"
            place = _numbers(x, self.height - y)
            self._content.append(f"q {scale} 0 0 {scale} {place} cm /{name} Do Q")

    def _text_layer(self, line: Line, x: float, y: float, size: float) -> None:
        """Write the characters of the line, invisible and as wide as its glyphs."""
        visual = line.visual
        stretch = 100 * line.width / (len(visual) * TEXT_WIDTH)
        self._content.append(
            f"BT 3 Tr /F {number(size)} Tf {number(stretch)} Tz"
            f" {_numbers(x, self.height - y)} Td <{self._pdf.text_codes(visual)}> Tj ET"
        )


class GlyphForms:
    """The outlines of glyphs, each of which is in the file once.

    `drawn` is what paragraphs became at their places: most of a ticket is on the next one too.
    """

    def __init__(self, pdf: PdfFile) -> None:
        self.drawn: dict[tuple[int, float, float, float, str, float], _Drawn] = {}
        self._pdf = pdf
        self._names: dict[tuple[Face, int, int], str | None] = {}

    def name(self, glyph: Glyph) -> str | None:
        """The form that draws the glyph; None for a blank."""
        key = (glyph.face, glyph.weight, glyph.id)
        if key not in self._names:
            self._names[key] = self._add(glyph)
        return self._names[key]

    def _add(self, glyph: Glyph) -> str | None:
        font = glyph.face.weight(glyph.weight)
        pen = _Outline()
        font.draw_glyph_with_pen(glyph.id, pen)
        if not pen.path:
            return None
        return self._pdf.add_form(" ".join([*pen.path, "f"]), pen.box)


class _Outline:
    """A pen, as HarfBuzz calls one, that writes paths of PDF."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self._points: list[Point] = []
        self._at: Point = (0, 0)

    @property
    def box(self) -> Sequence[float]:
        xs, ys = zip(*self._points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def moveTo(self, to: Point) -> None:  # noqa: N802 (HarfBuzz names it)
        self._draw("m", to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._draw("l", to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        self._draw("c", first, second, to)

    def qCurveTo(self, control: Point, to: Point) -> None:  # noqa: N802
        start = self._at
        self._draw("c", _towards(start, control), _towards(to, control), to)

    def closePath(self) -> None:  # noqa: N802
        self.path.append("h")

    def _draw(self, operator: str, *points: Point) -> None:
        self._points += points
        self._at = points[-1]
        self.path.append(" ".join(_numbers(*point) for point in points) + f" {operator}")


def _towards(end: Point, control: Point) -> Point:
    """The control point of a cubic curve that is the quadratic one with `control`."""
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _numbers(*values: float) -> str:
    return " ".join(number(value) for value in values)


def _runs(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where dark modules begin and end in a row."""
    start: int | None = None
    for at, is_dark in enumerate([*row, 0]):
        if is_dark and start is None:
            start = at
        elif not is_dark and start is not None:
            yield start, at
            start = None

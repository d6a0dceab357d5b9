"""From characters to glyphs: which ones of which font, and where."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb  # type: ignore[import-untyped]

from src.infrastructure.documents.text.breaking import clusters
from src.infrastructure.documents.text.fonts import (
    BOLD,
    REGULAR,
    REPLACEMENT,
    Face,
    FontBook,
    language_of,
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a font in a weight, at `x` and `y` of its run; lengths are in sizes of text."""

    face: Face
    weight: int
    id: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one direction as glyphs. `visual` are its characters from left to right."""

    glyphs: tuple[Glyph, ...]
    width: float
    visual: str


class Shaper:
    """Shapes text; what it shaped is kept, because tickets of one booking repeat most of it."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self.shape = lru_cache(maxsize=8192)(self._shape)

    def _shape(self, text: str, *, bold: bool, level: int) -> Run:
        weight, is_rtl = BOLD if bold else REGULAR, level % 2 == 1
        parts = self._by_font(text)
        glyphs: list[Glyph] = []
        x = 0.0
        for face, part in reversed(parts) if is_rtl else parts:
            x = _add(glyphs, face, weight, part, x=x, is_rtl=is_rtl)
        visual = "".join(_mirrored(text)) if is_rtl else text
        return Run(tuple(glyphs), x, visual)

    def _by_font(self, text: str) -> list[tuple[Face, str]]:
        """Divide the text by font. In place of what no font has stands a visible replacement."""
        parts: list[tuple[Face, str]] = []
        language = language_of(text)
        for cluster in clusters(text):
            before = parts[-1][0] if parts else None
            drawn = cluster
            face = self._fonts.font_for(cluster, before, language)
            if face is None:
                drawn = REPLACEMENT
                face = self._fonts.font_for(drawn, before, language)
            if face is None:
                raise LookupError("No font has the replacement character.")
            if face is before:
                parts[-1] = (face, parts[-1][1] + drawn)
            else:
                parts.append((face, drawn))
        return parts


def _add(
    glyphs: list[Glyph], face: Face, weight: int, text: str, *, x: float, is_rtl: bool
) -> float:
    """Add the glyphs of the text, which begins at `x`; where it ends."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_rtl else "ltr"
    hb.shape(face.weight(weight), buffer)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        offset_x, offset_y = position.x_offset / face.upem, position.y_offset / face.upem
        glyphs.append(Glyph(face, weight, info.codepoint, x + offset_x, offset_y))
        x += position.x_advance / face.upem
    return x


def _mirrored(text: str) -> list[str]:
    """The characters in the order in which they stand on paper, brackets as they look there."""
    return [MIRRORED.get(char, char) if unicodedata.mirrored(char) else char for char in text[::-1]]


BRACKETS = "()[]{}<>«»\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\
\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
MIRRORED = {char: BRACKETS[at ^ 1] for at, char in enumerate(BRACKETS)}

"""The fonts that documents are printed in, and which of them has a character.

Noto's fonts come with two packages and have every script in which many people write their names.
What they lack is looked for in the project's own folder, then among the system's fonts.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import uharfbuzz as hb  # type: ignore[import-untyped]

from src.infrastructure.documents.text.characters import is_invisible

REGULAR, BOLD = 400, 700
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
OWN_FOLDER = Path(__file__).parents[1] / "fonts"
KANA = range(0x3040, 0x3100)
HANGUL = range(0xAC00, 0xD7A4)
CJK_INDEX = {"ja": 0, "ko": 1, "zh": 2}
"""Where the collection of Noto Sans CJK has the shapes of a language."""
FONT_TYPES = (".ttf", ".otf", ".ttc", ".otc")
NOT_TO_READ = ("lastresort", "adobeblank", "colremoji", "coloremoji")
"""Fonts that have a box for each character, or pictures in place of outlines."""


@dataclass(eq=False)
class Face:
    """A font in a file; `has_letters` is False of one for emoji and symbols."""

    path: Path
    index: int = 0
    has_letters: bool = True
    _weights: dict[int, hb.Font] = field(default_factory=dict)

    @cached_property
    def face(self) -> "hb.Face":
        return hb.Face(hb.Blob.from_file_path(str(self.path)), self.index)

    @cached_property
    def upem(self) -> int:
        return int(self.face.upem)

    def weight(self, wanted: int) -> "hb.Font":
        """The font in this weight, if it has several."""
        if wanted not in self._weights:
            font = hb.Font(self.face)
            font.set_variations({"wght": wanted})
            self._weights[wanted] = font
        return self._weights[wanted]

    def has(self, char: str) -> bool:
        return self.weight(REGULAR).get_nominal_glyph(ord(char)) is not None


class FontBook:
    """Finds a font for a character; with `system`, among the system's fonts as well."""

    def __init__(self, *, system: bool = True) -> None:
        self._text = _package("manimgx_fonts")
        self._cjk = [Face(_package("manimgx_fonts_cjk")[0].path, index) for index in range(3)]
        self._own = [Face(path) for path in sorted(OWN_FOLDER.glob("*.ttf"))]
        self._system = system
        self._found: dict[str, Face | None] = {}

    def font_for(self, cluster: str, before: Face | None, language: str) -> Face | None:
        """The font for characters that belong together; None when no font has them.

        Blanks and punctuation stay in the font of the text `before`. `language` decides between
        the shapes of Chinese, Japanese and Korean.
        """
        visible = "".join(char for char in cluster if not is_invisible(char))
        stays = before is not None and before.has_letters and not visible[:1].isalnum()
        if before is not None and stays and _has_all(before, visible):
            return before
        key = f"{language}{visible}"
        if key not in self._found:
            self._found[key] = next(self._having(visible, language), None)
        return self._found[key]

    def _having(self, text: str, language: str) -> Iterator[Face]:
        cjk = self._cjk[CJK_INDEX[language]]
        for face in (*self._text, cjk, *self._own):
            if _has_all(face, text):
                yield face
        if self._system:
            yield from (face for face in system_fonts() if _has_all(face, text))

    def lacks(self, text: str) -> bool:
        """Whether no font has the text."""
        return self.font_for(text, None, "zh") is None


def language_of(text: str) -> str:
    """Whose shapes of Chinese characters the text wants."""
    if any(ord(char) in KANA for char in text):
        return "ja"
    return "ko" if any(ord(char) in HANGUL for char in text) else "zh"


def _has_all(face: Face, text: str) -> bool:
    return all(face.has(char) for char in text)


def _package(name: str) -> list[Face]:
    """The fonts of an installed package, upright ones, Noto Sans first."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"The package {name} is not installed.")
    files = [path for path in Path(spec.origin).parent.iterdir() if path.suffix in FONT_TYPES]
    upright = [path for path in files if "Italic" not in path.name]
    # By length of the name: NotoSans[wght] before all others, the emoji and symbols are no letters.
    by_name = sorted(upright, key=lambda path: (not path.name.startswith("NotoSans["), path.name))
    return [
        Face(path, has_letters="Emoji" not in path.name and "Symbols" not in path.name)
        for path in by_name
    ]


@lru_cache(maxsize=1)
def system_fonts() -> Sequence[Face]:
    """The fonts of the system and its user: those without serifs and in the usual weight first."""
    paths = [path for folder in font_folders() for path in _files(folder)]
    return [Face(path) for path in sorted(set(paths), key=_preference)]


def font_folders() -> list[Path]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "darwin":
        return [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    if sys.platform == "win32":
        windows = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
        return [windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts"]
    local = (home / ".local/share/fonts", home / ".fonts")
    return [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), *local]


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_font = path.suffix.lower() in FONT_TYPES
        if is_font and not any(name in path.name.lower() for name in NOT_TO_READ):
            yield path


def _preference(path: Path) -> tuple[bool, bool, bool, str]:
    name = path.name.lower()
    is_odd = any(style in name for style in ("bold", "italic", "oblique", "thin", "black", "mono"))
    return is_odd, "sans" not in name, "regular" not in name, str(path)

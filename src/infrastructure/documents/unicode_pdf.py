"""A page of A4 on which any text can be written: fonts are embedded, letters shaped."""

import unicodedata
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont

FONT = "DejaVuSans"
REPLACED = "\N{REPLACEMENT CHARACTER}"
INVISIBLE = ("Cf", "Mn", "Me")


class UnicodePdf(FPDF):
    """Writes with DejaVu Sans, and what it lacks with the other fonts of the folder."""

    def __init__(self, fonts: Path) -> None:
        super().__init__()
        # A title with {nb} in it is a title, not a place for the number of pages.
        self.str_alias_nb_pages = ""
        self._known: set[int] = set()
        files = {file.stem: file for file in sorted(fonts.glob("*.ttf"))}
        for name, file in files.items():
            self.add_font(name, fname=file)
            font = self.fonts[name.lower()]
            if isinstance(font, TTFFont):
                self._known |= font.cmap.keys()
        self.set_fallback_fonts([name for name in files if name != FONT])
        self.set_font(FONT)
        self.set_text_shaping(True)
        self.add_page()

    def printable(self, text: str) -> str:
        """The text on one line; a character that no font has becomes a visible replacement."""
        normal = unicodedata.normalize("NFC", text)
        line = "".join(" " if unicodedata.category(one) == "Cc" else one for one in normal)
        return "".join(self._shown(one) for one in line)

    def _shown(self, character: str) -> str:
        if ord(character) in self._known:
            return character
        # A variation selector or a joiner has nothing to show anyway.
        return "" if unicodedata.category(character) in INVISIBLE else REPLACED

"""PDF pages for text in any script, with embedded fonts and text shaping."""

import unicodedata
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont

FONT = "DejaVuSans"
REPLACED = "\N{REPLACEMENT CHARACTER}"
INVISIBLE = ("Cf", "Mn", "Me")


class UnicodePdf(FPDF):
    """An A4 document in DejaVu Sans, with the other fonts of the folder as fallbacks."""

    def __init__(self, fonts: Path) -> None:
        super().__init__()
        # So that a title with {nb} in it is not taken for a placeholder of the number of pages.
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
        """The text on one line, with a visible replacement for each character that no font has."""
        normal = unicodedata.normalize("NFC", text)
        return "".join(self._printable(character) for character in normal)

    def _printable(self, character: str) -> str:
        if unicodedata.category(character) == "Cc":
            return " "
        if ord(character) in self._known:
            return character
        # A variation selector or a joiner is invisible anyway.
        return "" if unicodedata.category(character) in INVISIBLE else REPLACED

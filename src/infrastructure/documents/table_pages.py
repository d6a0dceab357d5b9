"""Pages of text with a table, from top to bottom: receipts and invoices."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from src.domain.shared.money import written
from src.infrastructure.documents.canvas import Canvas, GlyphForms
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.text.paragraphs import Paragraph, Typesetter

WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 42.0
LABEL_WIDTH = 400.0
CELL_SIZES = (8.0, 7.0, 6.0, 5.0, 4.0)
GAP = 11.0


class TablePages:
    """Writes on pages of A4. `columns` are headings and widths in points: 511 in all."""

    def __init__(
        self, pdf: PdfFile, text: Typesetter, columns: Mapping[str, float], currency: str
    ) -> None:
        self._pdf, self._set = pdf, text
        self._columns = columns
        self._currency = currency
        self._inner = sum(columns.values())
        self._glyphs = GlyphForms(pdf)
        self._page = self._new_page()
        self._y = MARGIN

    def gap(self) -> None:
        """Leave some room."""
        self._y += GAP

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """One row for each; the headings are repeated on every page."""
        self._headings()
        for row in rows:
            cells = self._fitted(row)
            if self._make_room(_height(cells)):
                self._headings()
            self._row(cells)
        self.gap()

    def sum(self, label: str, amount: Decimal, *, size: float = 9) -> None:
        """A label, and an amount at the right edge; bold if it is larger than the rest."""
        bold = size > 9
        left = self._set.paragraph(label, size=size, width=LABEL_WIDTH, bold=bold)
        right = self._set.paragraph(self.amount(amount), size=size, bold=bold)
        self._make_room(left.height)
        self._page.text(left, MARGIN, self._y)
        self._page.text(right, MARGIN, self._y, width=self._inner, align="end")
        self._y += left.height + 3

    def text(self, text: str, *, size: float = 9, bold: bool = False) -> None:
        """A paragraph as wide as the page."""
        paragraph = self._set.paragraph(text, size=size, width=self._inner, bold=bold)
        self._make_room(paragraph.height)
        self._y = self._page.text(paragraph, MARGIN, self._y)

    def amount(self, amount: Decimal) -> str:
        """The amount with its currency."""
        return f"{written(amount, self._currency)} {self._currency}"

    def finish(self) -> None:
        """End the last page."""
        self._page.finish_page()

    def _new_page(self) -> Canvas:
        return Canvas(self._pdf, self._glyphs, WIDTH, HEIGHT)

    def _make_room(self, height: float) -> bool:
        """Go on with the next page if this one has not so much left; whether it did."""
        if self._y + height <= HEIGHT - MARGIN:
            return False
        self._page.finish_page()
        self._page, self._y = self._new_page(), MARGIN
        return True

    def _headings(self) -> None:
        cells = self._fitted(list(self._columns), bold=True)
        self._page.area(MARGIN, self._y, self._inner, _height(cells), grey=0.92)
        self._row(cells)

    def _fitted(self, texts: Sequence[str], *, bold: bool = False) -> list[Paragraph]:
        """The texts of a row; one with a long word is smaller, so that it stays whole."""
        room = HEIGHT / 2
        widths = [width - 8 for width in self._columns.values()]
        return [
            self._set.fit(text, sizes=CELL_SIZES, width=width, height=room, bold=bold)
            for text, width in zip(texts, widths, strict=True)
        ]

    def _row(self, cells: Sequence[Paragraph]) -> None:
        x = MARGIN
        for at, (cell, width) in enumerate(zip(cells, self._columns.values(), strict=True)):
            align = "end" if at else "start"
            self._page.text(cell, x + 4, self._y + 4, width=width - 8, align=align)
            x += width
        self._y += _height(cells)
        self._page.rule(MARGIN, self._y, self._inner)


def _height(cells: Sequence[Paragraph]) -> float:
    return max(cell.height for cell in cells) + 8

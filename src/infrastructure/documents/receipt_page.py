"""The content and layout of a receipt."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from src.application.dtos.receipt import Receipt, ReceiptLine, ReceiptMovement
from src.domain.shared.money import written
from src.infrastructure.documents.canvas import Canvas, GlyphForms
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.text.paragraphs import Paragraph, Typesetter

COLUMNS = {
    "Tickets": 142,
    "Number": 44,
    "Unit price": 66,
    "Discount": 66,
    "Service fee": 64,
    "Tax": 70,
    "Total": 59,
}
"""Headings and widths in points: 511 in all."""
WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 42.0
INNER = sum(COLUMNS.values())
LABEL_WIDTH = 400.0
CELL_SIZES = (8.0, 7.0, 6.0, 5.0, 4.0)
GAP = 11.0


def receipt_pdf(text: Typesetter, receipt: Receipt, shop: str) -> bytes:
    """The receipt as a PDF."""
    pdf = PdfFile(f"Receipt {receipt.order_reference}", "en", receipt.issued_at)
    page = _Pages(pdf, text, receipt)
    page.head(shop)
    page.lines()
    page.sums()
    page.money()
    page.finish()
    return pdf.output()


class _Pages:
    """Writes one receipt from top to bottom."""

    def __init__(self, pdf: PdfFile, text: Typesetter, receipt: Receipt) -> None:
        self._pdf, self._set, self._receipt = pdf, text, receipt
        self._glyphs = GlyphForms(pdf)
        self._page = self._new_page()
        self._y = MARGIN

    def head(self, shop: str) -> None:
        receipt = self._receipt
        self._text(shop, size=16, bold=True)
        self._text(f"Receipt for order {receipt.order_reference}", size=12)
        self._y += GAP
        self._text(f"Ordered: {self._local_time(receipt.ordered_at)}")
        self._text(f"Buyer: {receipt.buyer}")
        if receipt.contact:
            self._text(f"Contact: {', '.join(receipt.contact)}")
        self._y += GAP

    def lines(self) -> None:
        """One row for each item; the headings are repeated on every page."""
        self._headings()
        for line in self._receipt.lines:
            cells = self._cells(line)
            if self._make_room(_height(cells)):
                self._headings()
            self._row(cells)
        self._y += GAP

    def sums(self) -> None:
        receipt, amounts = self._receipt, self._receipt.amounts
        self._sum("Subtotal", amounts.subtotal)
        if amounts.discount_amount:
            code = f" ({receipt.discount_code})" if receipt.discount_code else ""
            self._sum(f"Discount{code}", -amounts.discount_amount)
        self._sum("Service fees", amounts.fee_amount)
        added = amounts.tax_amount - amounts.tax_included
        if added or not amounts.tax_included:
            self._sum("Taxes", added)
        self._sum("Total", amounts.total_amount, size=11)
        if amounts.tax_included:
            self._sum("Taxes included in the total", amounts.tax_included)
        self._y += GAP

    def money(self) -> None:
        """Payments, refunds, and what stays paid."""
        receipt = self._receipt
        for payment in receipt.payments:
            self._sum(self._movement("Paid", payment), payment.amount)
        for refund in receipt.refunds:
            self._sum(self._movement("Refunded", refund), -refund.amount)
        if receipt.payments:
            if receipt.owed:
                self._sum("Owed to the buyer, could not be sent back yet", -receipt.owed)
            label = "Stays paid once that has arrived" if receipt.awaits_refund else "Stays paid"
            self._sum(label, receipt.net_paid, size=11)
        else:
            self._text("Nothing was paid online.")
        self._y += GAP
        self._text(f"Issued: {self._local_time(receipt.issued_at)}", size=8)

    def finish(self) -> None:
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
        cells = self._fitted(list(COLUMNS), bold=True)
        self._page.area(MARGIN, self._y, INNER, _height(cells), grey=0.92)
        self._row(cells)

    def _cells(self, line: ReceiptLine) -> list[Paragraph]:
        amounts = line.amounts
        rate = f"{line.tax_rate.normalize():f}%"
        included = " included" if amounts.tax_included else ""
        return self._fitted(
            [
                f"{line.event_title} · {line.ticket_type}",
                str(line.quantity),
                self._amount(line.unit_price),
                self._amount(-amounts.discount_amount),
                self._amount(amounts.fee_amount),
                f"{self._amount(amounts.tax_amount)}\n{rate}{included}",
                self._amount(amounts.total_amount),
            ]
        )

    def _fitted(self, texts: Sequence[str], *, bold: bool = False) -> list[Paragraph]:
        """The texts of a row; one with a long word is smaller, so that it stays whole."""
        room = HEIGHT / 2
        widths = [width - 8 for width in COLUMNS.values()]
        return [
            self._set.fit(text, sizes=CELL_SIZES, width=width, height=room, bold=bold)
            for text, width in zip(texts, widths, strict=True)
        ]

    def _row(self, cells: Sequence[Paragraph]) -> None:
        x = MARGIN
        for at, (cell, width) in enumerate(zip(cells, COLUMNS.values(), strict=True)):
            align = "end" if at else "start"
            self._page.text(cell, x + 4, self._y + 4, width=width - 8, align=align)
            x += width
        self._y += _height(cells)
        self._page.rule(MARGIN, self._y, INNER)

    def _movement(self, what: str, movement: ReceiptMovement) -> str:
        if movement.at is None:
            return f"To be refunded through {movement.provider}, on its way"
        return f"{what} through {movement.provider} on {self._local_time(movement.at)}"

    def _sum(self, label: str, amount: Decimal, *, size: float = 9) -> None:
        bold = size > 9
        left = self._set.paragraph(label, size=size, width=LABEL_WIDTH, bold=bold)
        right = self._set.paragraph(self._amount(amount), size=size, bold=bold)
        self._make_room(left.height)
        self._page.text(left, MARGIN, self._y)
        self._page.text(right, MARGIN, self._y, width=INNER, align="end")
        self._y += left.height + 3

    def _text(self, text: str, *, size: float = 9, bold: bool = False) -> None:
        paragraph = self._set.paragraph(text, size=size, width=INNER, bold=bold)
        self._make_room(paragraph.height)
        self._y = self._page.text(paragraph, MARGIN, self._y)

    def _amount(self, amount: Decimal) -> str:
        return f"{written(amount, self._receipt.currency)} {self._receipt.currency}"

    def _local_time(self, time: datetime) -> str:
        local = time.astimezone(ZoneInfo(self._receipt.timezone))
        return f"{local:%Y-%m-%d %H:%M} ({self._receipt.timezone})"


def _height(cells: Sequence[Paragraph]) -> float:
    return max(cell.height for cell in cells) + 8

"""The content and layout of a receipt."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from fpdf import FontFace
from fpdf.enums import TableBordersLayout

from src.application.dtos.receipt import Receipt, ReceiptLine, ReceiptMovement
from src.infrastructure.documents.unicode_pdf import UnicodePdf

COLUMNS = {
    "Tickets": 50,
    "Number": 16,
    "Unit price": 24,
    "Discount": 24,
    "Service fee": 23,
    "Tax": 27,
    "Total": 26,
}
"""Headings and widths in millimetres: 190 in all."""


def receipt_page(receipt: Receipt, shop_name: str, fonts: Path) -> bytes:
    """The receipt as a PDF file, with the TrueType fonts of the folder `fonts`."""
    pdf = UnicodePdf(fonts)
    pdf.set_title(f"Receipt {receipt.order_reference}")
    pdf.set_lang("en")
    pdf.set_creation_date(receipt.issued_at)
    page = _Page(pdf, receipt)
    page.head(shop_name)
    page.lines()
    page.sums()
    page.money()
    return bytes(pdf.output())


class _Page:
    """Writes one receipt from top to bottom."""

    def __init__(self, pdf: UnicodePdf, receipt: Receipt) -> None:
        self._pdf = pdf
        self._receipt = receipt

    def head(self, shop_name: str) -> None:
        receipt = self._receipt
        self._text(shop_name, size=16)
        self._text(f"Receipt for order {receipt.order_reference}", size=12)
        self._gap()
        self._text(f"Ordered: {self._local_time(receipt.ordered_at)}")
        self._text(f"Buyer: {receipt.buyer}")
        if receipt.contact:
            self._text(f"Contact: {', '.join(receipt.contact)}")
        self._gap()

    def lines(self) -> None:
        """One row for each item; the headings are repeated on every page."""
        self._pdf.set_font_size(8)
        with self._pdf.table(
            [list(COLUMNS)],
            col_widths=tuple(COLUMNS.values()),
            text_align=("LEFT", *("RIGHT",) * (len(COLUMNS) - 1)),
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            headings_style=FontFace(fill_color=(235, 235, 235)),
            padding=1,
        ) as table:
            for line in self._receipt.lines:
                table.row(self._cells(line))
        self._gap()

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
        self._gap()

    def money(self) -> None:
        """Payments, refunds, and what stays paid."""
        receipt = self._receipt
        for payment in receipt.payments:
            self._sum(self._movement("Paid", payment), payment.amount)
        for refund in receipt.refunds:
            self._sum(self._movement("Refunded", refund), -refund.amount)
        if receipt.payments:
            self._sum("Stays paid", receipt.net_paid, size=11)
        else:
            self._text("Nothing was paid online.")
        self._gap()
        self._text(f"Issued: {self._local_time(receipt.issued_at)}", size=8)

    def _cells(self, line: ReceiptLine) -> list[str]:
        amounts = line.amounts
        rate = f"{line.tax_rate.normalize():f}%"
        included = " included" if amounts.tax_included else ""
        tickets = f"{line.event_title} · {line.ticket_type}"
        return [
            self._pdf.printable(tickets),
            str(line.quantity),
            self._amount(line.unit_price),
            self._amount(-amounts.discount_amount),
            self._amount(amounts.fee_amount),
            f"{self._amount(amounts.tax_amount)}\n{rate}{included}",
            self._amount(amounts.total_amount),
        ]

    def _movement(self, what: str, movement: ReceiptMovement) -> str:
        if movement.at is None:
            return f"To be refunded through {movement.provider}, on its way"
        return f"{what} through {movement.provider} on {self._local_time(movement.at)}"

    def _sum(self, label: str, amount: Decimal, *, size: float = 9) -> None:
        self._pdf.set_font_size(size)
        # A table row, so that a label of two lines stays beside its amount.
        with self._pdf.table(
            col_widths=(150, 40),
            text_align=("LEFT", "RIGHT"),
            borders_layout=TableBordersLayout.NONE,
            first_row_as_headings=False,
        ) as table:
            table.row([self._pdf.printable(label), self._amount(amount)])

    def _text(self, text: str, *, size: float = 9) -> None:
        self._pdf.set_font_size(size)
        self._pdf.multi_cell(
            0, size * 0.55, self._pdf.printable(text), new_x="LMARGIN", new_y="NEXT"
        )

    def _gap(self) -> None:
        self._pdf.ln(4)

    def _amount(self, amount: Decimal) -> str:
        return f"{amount:.2f} {self._receipt.currency}"

    def _local_time(self, time: datetime) -> str:
        local = time.astimezone(ZoneInfo(self._receipt.timezone))
        return f"{local:%Y-%m-%d %H:%M} ({self._receipt.timezone})"

"""The content and layout of a receipt."""

from datetime import datetime
from zoneinfo import ZoneInfo

from src.application.dtos.receipt import Receipt, ReceiptLine, ReceiptMovement
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.table_pages import TablePages
from src.infrastructure.documents.text.paragraphs import Typesetter

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


def receipt_pdf(text: Typesetter, receipt: Receipt, shop: str) -> bytes:
    """The receipt as a PDF."""
    pdf = PdfFile(f"Receipt {receipt.order_reference}", "en", receipt.issued_at)
    pages = _Receipt(TablePages(pdf, text, COLUMNS, receipt.currency), receipt)
    pages.head(shop)
    pages.lines()
    pages.sums()
    pages.money()
    return pdf.output()


class _Receipt:
    """Writes one receipt from top to bottom."""

    def __init__(self, pages: TablePages, receipt: Receipt) -> None:
        self._pages, self._receipt = pages, receipt

    def head(self, shop: str) -> None:
        receipt, pages = self._receipt, self._pages
        pages.text(shop, size=16, bold=True)
        pages.text(f"Receipt for order {receipt.order_reference}", size=12)
        pages.gap()
        pages.text(f"Ordered: {self._local_time(receipt.ordered_at)}")
        pages.text(f"Buyer: {receipt.buyer}")
        if receipt.contact:
            pages.text(f"Contact: {', '.join(receipt.contact)}")
        pages.gap()

    def lines(self) -> None:
        """One row for each item."""
        self._pages.table([self._cells(line) for line in self._receipt.lines])

    def sums(self) -> None:
        receipt, amounts, pages = self._receipt, self._receipt.amounts, self._pages
        pages.sum("Subtotal", amounts.subtotal)
        if amounts.discount_amount:
            code = f" ({receipt.discount_code})" if receipt.discount_code else ""
            pages.sum(f"Discount{code}", -amounts.discount_amount)
        pages.sum("Service fees", amounts.fee_amount)
        added = amounts.tax_amount - amounts.tax_included
        if added or not amounts.tax_included:
            pages.sum("Taxes", added)
        pages.sum("Total", amounts.total_amount, size=11)
        if amounts.tax_included:
            pages.sum("Taxes included in the total", amounts.tax_included)
        pages.gap()

    def money(self) -> None:
        """Payments, refunds, and what stays paid; the end of the last page."""
        receipt, pages = self._receipt, self._pages
        for payment in receipt.payments:
            pages.sum(self._movement("Paid", payment), payment.amount)
        for refund in receipt.refunds:
            pages.sum(self._movement("Refunded", refund), -refund.amount)
        if receipt.payments:
            if receipt.owed:
                pages.sum("Owed to the buyer, could not be sent back yet", -receipt.owed)
            label = "Stays paid once that has arrived" if receipt.awaits_refund else "Stays paid"
            pages.sum(label, receipt.net_paid, size=11)
        else:
            pages.text("Nothing was paid online.")
        pages.gap()
        pages.text(f"Issued: {self._local_time(receipt.issued_at)}", size=8)
        pages.finish()

    def _cells(self, line: ReceiptLine) -> list[str]:
        amounts, amount = line.amounts, self._pages.amount
        rate = f"{line.tax_rate.normalize():f}%"
        if line.fee_tax_rate is not None:
            rate = f"{rate}, fee {line.fee_tax_rate.normalize():f}%"
        included = " included" if amounts.tax_included else ""
        return [
            f"{line.event_title} · {line.ticket_type}",
            str(line.quantity),
            amount(line.unit_price),
            amount(-amounts.discount_amount),
            amount(amounts.fee_amount),
            f"{amount(amounts.tax_amount)}\n{rate}{included}",
            amount(amounts.total_amount),
        ]

    def _movement(self, what: str, movement: ReceiptMovement) -> str:
        if movement.at is None:
            return f"To be refunded through {movement.provider}, on its way"
        return f"{what} through {movement.provider} on {self._local_time(movement.at)}"

    def _local_time(self, time: datetime) -> str:
        local = time.astimezone(ZoneInfo(self._receipt.timezone))
        return f"{local:%Y-%m-%d %H:%M} ({self._receipt.timezone})"

"""The layout of an invoice or credit note. What it says was decided when it was issued."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from src.domain.entities.invoice import Invoice, InvoiceLine, InvoiceParty
from src.domain.shared.money import written
from src.infrastructure.documents.factur_x import factur_x
from src.infrastructure.documents.invoice_words import WORDS, InvoiceWords
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.table_pages import TablePages
from src.infrastructure.documents.text.paragraphs import Typesetter

WIDTHS = (168, 44, 66, 66, 40, 61, 66)
"""In points: 511 in all."""


def invoice_pdf(text: Typesetter, invoice: Invoice) -> bytes:
    """The document as a PDF; of the same document the same bytes."""
    words = WORDS[invoice.content.language]
    pdf = PdfFile(words.title(invoice), invoice.content.language.value, invoice.issued_at)
    names = (
        *(words.what, words.quantity, words.unit_price),
        *(words.net, words.rate, words.tax, words.gross),
    )
    columns = dict(zip(names, WIDTHS, strict=True))
    pages = _Invoice(TablePages(pdf, text, columns, invoice.currency), invoice, words)
    pages.head()
    pages.lines()
    pages.sums()
    if invoice.content.is_e_invoice:
        pdf.archive(factur_x(invoice))
    return pdf.output()


class _Invoice:
    """Writes one document from top to bottom."""

    def __init__(self, pages: TablePages, invoice: Invoice, words: InvoiceWords) -> None:
        self._pages, self._invoice, self._words = pages, invoice, words

    def head(self) -> None:
        pages, words, content = self._pages, self._words, self._invoice.content
        pages.text(content.seller.name, size=14, bold=True)
        self._details(content.seller)
        pages.gap()
        pages.text(f"{words.buyer}: {content.buyer.name}", bold=True)
        self._details(content.buyer)
        pages.gap()
        pages.text(words.title(self._invoice), size=12, bold=True)
        if content.corrects and content.corrects_at:
            pages.text(words.corrects.format(content.corrects, self._day(content.corrects_at)))
        pages.text(words.issued.format(self._day(self._invoice.issued_at)))
        ordered = self._day(content.ordered_at)
        pages.text(words.order.format(content.order_reference, ordered))
        if content.buyer_reference:
            pages.text(words.reference.format(content.buyer_reference))
        pages.gap()

    def lines(self) -> None:
        self._pages.table([self._cells(line) for line in self._invoice.content.lines])

    def sums(self) -> None:
        """The sums of each rate, the total, and why no tax is charged; the end of the page."""
        pages, words, content = self._pages, self._words, self._invoice.content
        for taxed in content.taxes:
            rate = _rate(taxed.rate)
            pages.sum(words.net_sum.format(rate), taxed.net)
            pages.sum(words.tax_sum.format(rate), taxed.tax)
        pages.sum(words.total, content.gross, size=11)
        pages.gap()
        for sentence in words.sentences(self._invoice):
            pages.text(sentence)
        pages.finish()

    def _details(self, party: InvoiceParty) -> None:
        address, words = party.address, self._words
        town = " ".join(part for part in (address.postal_code, address.city) if part)
        street = (address.street or "").splitlines()
        for part in (*street, town, address.country):
            if part:
                self._pages.text(part)
        if party.tax_number:
            self._pages.text(words.tax_number.format(party.tax_number))
        if party.vat_id:
            self._pages.text(words.vat_id.format(party.vat_id))
        if party.email:
            self._pages.text(party.email)

    def _cells(self, line: InvoiceLine) -> list[str]:
        amount, words = self._amount, self._words
        what = f"{words.sold(line)}\n{self._day(line.held_at)}"
        if line.discount:
            what = f"{what}\n{words.discount.format(amount(-line.discount))}"
        return [
            what,
            str(line.quantity or ""),
            amount(line.unit_price) if line.unit_price is not None else "",
            amount(line.net),
            f"{_rate(line.rate)}%",
            amount(line.tax),
            amount(line.gross),
        ]

    def _amount(self, amount: Decimal) -> str:
        return written(amount, self._invoice.currency)

    def _day(self, time: datetime) -> str:
        return f"{time.astimezone(ZoneInfo(self._invoice.content.timezone)):%Y-%m-%d}"


def _rate(rate: Decimal) -> str:
    return f"{rate.normalize():f}"

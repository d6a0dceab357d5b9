"""Tickets on pages: what all tickets of a booking have in common, and what is each one's own."""

from collections.abc import Sequence

from src.application.dtos.ticket_document import PageFormat, PrintedTicket, TicketSheet
from src.domain.shared.country import with_country
from src.domain.shared.money import written
from src.infrastructure.documents.canvas import Canvas, GlyphForms
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.phrases import PHRASES, country_name, written_times
from src.infrastructure.documents.qr_code import qr_modules
from src.infrastructure.documents.text.paragraphs import LEADING, Paragraph, Typesetter
from src.infrastructure.documents.ticket_layout import LAYOUTS, Box, groups, shares

TITLE_SIZES = (30.0, 26.0, 22.0, 19.0, 16.0, 13.5, 11.0, 9.0, 7.0)
VALUE_SIZES = (13.0, 11.5, 10.0, 8.5, 7.0, 6.0, 5.0, 4.0)
DETAIL_SIZES = (9.0, 8.0, 7.0, 6.0, 5.0)
SEAT_SIZES = (26.0, 21.0, 17.0, 14.0, 11.0, 9.0, 7.5, 6.0, 5.0)
TERMS_SIZES = (9.0, 8.0, 7.0, 6.5)
LABEL_SIZE = 7.5
GAP_IN_CODE = 0.3
"""In sizes of text."""
COLUMN_GAP = 18.0


class TicketPages:
    """Draws the tickets of a sheet, one on each page."""

    def __init__(
        self, pdf: PdfFile, text: Typesetter, sheet: TicketSheet, wanted: PageFormat, shop: str
    ) -> None:
        self._pdf, self._text, self._sheet, self._shop = pdf, text, sheet, shop
        self._glyphs = GlyphForms(pdf)
        self._phrases = PHRASES[sheet.language]
        layout = LAYOUTS[wanted]
        self._title = self._fitted(sheet.event_title, layout.title, TITLE_SIZES)
        most = max(len(self._shown_fields(ticket)) for ticket in sheet.tickets)
        unused = max(0, layout.title.height - self._title.height)
        self._layout = layout.raised(unused).with_fields(most)
        self._terms = self._fitting_terms()
        self._height = self._layout.height
        if layout.grows and self._terms:
            self._height += self._terms[0].height + 40

    def draw(self) -> None:
        common = self._common()
        for ticket in self._sheet.tickets:
            page = self._canvas(self._height)
            page.show(common)
            self._own(page, ticket)
            page.finish_page()
        if self._sheet.terms and not self._terms:
            self._pages_of_terms(self._sheet.terms)

    def _canvas(self, height: float) -> Canvas:
        return Canvas(self._pdf, self._glyphs, self._layout.width, height)

    def _common(self) -> str:
        """What every ticket of the booking has, in the file once for all of them."""
        form, layout = self._canvas(self._height), self._layout
        margin, inner = layout.margin, layout.inner
        shop = self._text.fit(self._shop, sizes=(9, 7, 5), width=inner * 0.6, height=13)
        form.text(shop, margin, layout.head)
        kind = self._text.paragraph(self._phrases.ticket, size=9, bold=True)
        form.text(kind, margin, layout.head, width=inner, align="end")
        form.rule(margin, layout.head + 16, inner, thickness=1.6)
        form.text(self._title, layout.title.x, layout.title.y, width=inner)
        self._when_and_where(form)
        self._print_terms(form)
        return form.finish_form()

    def _when_and_where(self, form: Canvas) -> None:
        sheet, layout, words = self._sheet, self._layout, self._phrases
        *when, zone = written_times(sheet.starts_at, sheet.ends_at, sheet.timezone, words)
        self._field(form, words.when, "\n".join(when), layout.when, detail=zone)
        if sheet.venue or sheet.location:
            country = country_name(sheet.country, sheet.language)
            detail = with_country(sheet.location or "", country) or country or ""
            self._field(form, words.where, sheet.venue or "", layout.where, detail=detail)

    def _own(self, page: Canvas, ticket: PrintedTicket) -> None:
        box, words = self._layout.code, self._phrases
        page.modules(qr_modules(ticket.token), box.x, box.y, box.width)
        size = self._layout.code_size
        code = self._text.spaced(groups(ticket.code), size=size, gap=size * GAP_IN_CODE)
        page.text(code, box.x, box.y + box.height - 2, width=box.width, align="middle")
        cells = [(words.ticket_type, ticket.ticket_type)]
        if seat := ticket.seat:
            named = (words.section, words.row, words.seat)
            cells = list(zip(named, (seat.section, seat.row, seat.number), strict=True))
        self._cells(page, cells, self._layout.seat)
        self._fields(page, ticket)

    def _cells(self, page: Canvas, cells: Sequence[tuple[str, str]], box: Box) -> None:
        """A frame with what has to be seen first at the door; longer texts get more room."""
        page.frame(box.x, box.y, box.width, box.height)
        x = box.x
        widths = shares([value for _, value in cells], box.width)
        for (label, value), width in zip(cells, widths, strict=True):
            if x > box.x:
                page.area(x - 0.4, box.y, 0.8, box.height)
            inside = Box(x + 7, box.y + 5, width - 12, box.height - 8)
            self._field(page, label, value, inside, sizes=SEAT_SIZES)
            x += width

    def _shown_fields(self, ticket: PrintedTicket) -> list[tuple[str, str]]:
        words, sheet = self._phrases, self._sheet
        paid = f"{written(ticket.price, sheet.currency)} {sheet.currency}"
        price = paid if ticket.price else words.free
        fields = [
            (words.holder, ticket.holder),
            (words.price, price),
            (words.ticket_type, ticket.ticket_type if ticket.seat else ""),
            (words.gate, ticket.gate or ""),
            (words.booking, sheet.booking_reference),
            (words.order, sheet.order_reference or ""),
        ]
        return [field for field in fields if field[1]]

    def _fields(self, page: Canvas, ticket: PrintedTicket) -> None:
        words, layout = self._phrases, self._layout
        columns, height = layout.field_columns, layout.field_height
        width = layout.inner / columns
        for at, (label, value) in enumerate(self._shown_fields(ticket)):
            x = layout.margin + at % columns * width
            y = layout.fields.y + at // columns * height
            self._field(page, label, value, Box(x, y, width - 12, height - 4))
        number = words.number.format(ticket.number, self._sheet.quantity)
        foot = Box(layout.margin, layout.terms.y - 32, layout.inner, 13)
        text = f"{words.admits} · {number} · {words.show_code}"
        page.text(self._fitted(text, foot, DETAIL_SIZES, bold=False), foot.x, foot.y)

    def _field(
        self,
        canvas: Canvas,
        label: str,
        value: str,
        box: Box,
        *,
        detail: str = "",
        sizes: Sequence[float] = VALUE_SIZES,
    ) -> None:
        """A label, a value in bold, and details below it, all within the box."""
        name = self._text.paragraph(label, size=LABEL_SIZE)
        y = canvas.text(name, box.x, box.y)
        end = box.y + box.height
        if value:
            room = (end - y) * (0.72 if detail else 1)
            text = self._fitted(value, Box(box.x, y, box.width, room), sizes)
            y = canvas.text(text, box.x, y)
        if detail:
            text = self._fitted(detail, Box(box.x, y, box.width, end - y), DETAIL_SIZES, bold=False)
            canvas.text(text, box.x, y)

    def _fitted(
        self, text: str, box: Box, sizes: Sequence[float], *, bold: bool = True
    ) -> Paragraph:
        return self._text.fit(text, sizes=sizes, width=box.width, height=box.height, bold=bold)

    def _fitting_terms(self) -> list[Paragraph]:
        """The terms in columns; nothing when there are none, or they do not fit."""
        terms, layout = self._sheet.terms, self._layout
        if not terms:
            return []
        columns = layout.terms_columns
        width = _column(layout.terms.width, columns)
        for size in TERMS_SIZES:
            paragraph = self._text.paragraph(terms, size=size, width=width)
            lines = -(-len(paragraph.lines) // columns)
            if layout.grows or lines * size * LEADING <= layout.terms.height - 18:
                return _divided(paragraph, lines)
        return []

    def _print_terms(self, form: Canvas) -> None:
        layout, box = self._layout, self._layout.terms
        if not self._sheet.terms:
            return
        form.dashes(layout.margin, box.y - 10, layout.inner)
        words = self._phrases.terms if self._terms else self._phrases.terms_follow
        head = self._text.paragraph(words, size=9, width=box.width, bold=True)
        y = form.text(head, box.x, box.y, width=box.width) + 4
        step = _column(box.width, layout.terms_columns) + COLUMN_GAP
        columns = list(enumerate(self._terms))
        if any(column.lines[0].is_rtl for column in self._terms):
            columns = [(layout.terms_columns - 1 - at, column) for at, column in columns]
        for at, column in columns:
            form.text(column, box.x + at * step, y, width=step - COLUMN_GAP)

    def _pages_of_terms(self, terms: str) -> None:
        layout, size = self._layout, TERMS_SIZES[0]
        paragraph = self._text.paragraph(terms, size=size, width=layout.inner)
        title = f"{self._phrases.terms} · {self._sheet.event_title}"
        head = self._fitted(title, Box(0, 0, layout.inner, 26), (11, 9, 7, 5))
        room = layout.height - 2 * layout.margin - 30
        for part in _divided(paragraph, int(room / (size * LEADING))):
            page = self._canvas(layout.height)
            page.text(head, layout.margin, layout.margin, width=layout.inner)
            page.text(part, layout.margin, layout.margin + 30, width=layout.inner)
            page.finish_page()


def _column(width: float, columns: int) -> float:
    return (width - (columns - 1) * COLUMN_GAP) / columns


def _divided(paragraph: Paragraph, lines: int) -> list[Paragraph]:
    """Parts of so many lines."""
    starts = range(0, len(paragraph.lines), lines)
    return [Paragraph(paragraph.lines[at : at + lines], paragraph.size) for at in starts]


def ticket_pdf(text: Typesetter, sheet: TicketSheet, wanted: PageFormat, shop: str) -> bytes:
    """The tickets as a PDF, one on each page."""
    title = f"{PHRASES[sheet.language].ticket} · {sheet.event_title}"
    pdf = PdfFile(title, sheet.language.value, sheet.booked_at)
    TicketPages(pdf, text, sheet, wanted, shop).draw()
    return pdf.output()

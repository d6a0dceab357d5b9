"""The list of who comes, on paper."""

from zoneinfo import ZoneInfo

from src.application.dtos.door import Attendee, AttendeeList
from src.infrastructure.documents.canvas import Canvas, GlyphForms
from src.infrastructure.documents.pdf_file import PdfFile
from src.infrastructure.documents.text.paragraphs import Paragraph, Typesetter

COLUMNS = {"": 22, "Name": 165, "Ticket": 123, "Seat": 95, "Code": 46, "Checked in": 60}
"""Headings and widths in points: 511 in all."""

GIVEN = ", complimentary"
WIDTH, HEIGHT, MARGIN = 595.28, 841.89, 42.0
INNER = sum(COLUMNS.values())
SIZE = 9.0
LINE = 17.0
BOX = 10.0
LONGEST = 60
"""Characters of a cell that are looked at: what is longer is cut off in any case."""


def attendees_pdf(text: Typesetter, attendees: AttendeeList) -> bytes:
    """The list as a PDF."""
    pdf = PdfFile(f"Attendees of {attendees.event.title}", "en", attendees.printed_at)
    pages = _Pages(pdf, text, attendees)
    pages.head()
    for attendee in attendees.attendees:
        pages.row(attendee)
    pages.finish()
    return pdf.output()


class _Pages:
    """Writes the list from top to bottom, with the headings on every page."""

    def __init__(self, pdf: PdfFile, text: Typesetter, attendees: AttendeeList) -> None:
        self._pdf, self._set, self._attendees = pdf, text, attendees
        self._zone = ZoneInfo(attendees.event.timezone)
        self._glyphs = GlyphForms(pdf)
        self._page = self._new_page()
        self._y = MARGIN

    def head(self) -> None:
        event = self._attendees.event
        begins = event.date_time.astimezone(self._zone)
        printed = self._attendees.printed_at.astimezone(self._zone)
        facts = (
            f"{begins:%Y-%m-%d %H:%M} ({event.timezone}) · {len(self._attendees.attendees)} tickets"
            f" · as of {printed:%Y-%m-%d %H:%M}"
        )
        for line, size in ((event.title, 14.0), (facts, SIZE)):
            paragraph = self._set.paragraph(line, size=size, width=INNER)
            self._y = self._page.text(paragraph, MARGIN, self._y) + 4
        self._headings()

    def row(self, attendee: Attendee) -> None:
        if self._y + LINE > HEIGHT - MARGIN:
            self._page.finish_page()
            self._page, self._y = self._new_page(), MARGIN
            self._headings()
        # A box to tick, drawn: no font has to have one.
        self._page.frame(MARGIN + 3, self._y + 3, BOX, BOX)
        used_at = attendee.used_at
        used = "" if used_at is None else f"{used_at.astimezone(self._zone):%m-%d %H:%M}"
        self._cells(
            "",
            attendee.name,
            f"{attendee.ticket_type}{GIVEN if attendee.is_complimentary else ''}",
            attendee.seat or "",
            attendee.code_ending,
            used,
        )

    def finish(self) -> None:
        self._page.finish_page()

    def _new_page(self) -> Canvas:
        return Canvas(self._pdf, self._glyphs, WIDTH, HEIGHT)

    def _headings(self) -> None:
        self._page.area(MARGIN, self._y, INNER, LINE, grey=0.92)
        self._cells(*COLUMNS)

    def _cells(self, *texts: str) -> None:
        x = MARGIN
        for text, width in zip(texts, COLUMNS.values(), strict=True):
            if text:
                self._page.text(self._one_line(text, width - 6), x + 3, self._y + 3)
            x += width
        self._y += LINE

    def _one_line(self, text: str, width: float) -> Paragraph:
        shown = text[:LONGEST]
        cell = self._set.paragraph(shown, size=SIZE)
        while cell.width > width and shown:
            shown = shown[:-1]
            cell = self._set.paragraph(shown + "…", size=SIZE)
        return cell

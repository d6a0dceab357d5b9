"""The list of who comes, on paper."""

from pathlib import Path
from zoneinfo import ZoneInfo

from src.application.dtos.door import Attendee, AttendeeList
from src.infrastructure.documents.unicode_pdf import UnicodePdf

COLUMNS = {"": 8, "Name": 62, "Ticket": 45, "Seat": 35, "Code": 16, "Checked in": 24}
"""Headings and widths in millimetres: 190 in all."""

LINE = 6.0
LAST_UNSHAPED = "\u024f"
"""The last letter of extended Latin."""

WIDEST = 3.2
"""Millimetres of the widest letter in this size."""

LONGEST = 60
"""Characters of a cell that are looked at: what is longer is cut off in any case."""


def attendee_pages(attendees: AttendeeList, fonts: Path) -> bytes:
    """The list as a PDF file, with the TrueType fonts of the folder `fonts`."""
    pdf = UnicodePdf(fonts)
    pdf.set_title(f"Attendees of {attendees.event.title}")
    pdf.set_lang("en")
    pdf.set_creation_date(attendees.printed_at)
    pages = _Pages(pdf, attendees)
    pages.head()
    for attendee in attendees.attendees:
        pages.row(attendee)
    return bytes(pdf.output())


class _Pages:
    """Writes the list from top to bottom, with the headings on every page."""

    def __init__(self, pdf: UnicodePdf, attendees: AttendeeList) -> None:
        self._pdf = pdf
        self._attendees = attendees
        self._zone = ZoneInfo(attendees.event.timezone)

    def head(self) -> None:
        pdf, event = self._pdf, self._attendees.event
        begins = event.date_time.astimezone(self._zone)
        printed = self._attendees.printed_at.astimezone(self._zone)
        pdf.set_font_size(14)
        pdf.multi_cell(0, 8, pdf.printable(event.title), new_x="LMARGIN", new_y="NEXT")
        pdf.set_font_size(9)
        facts = (
            f"{begins:%Y-%m-%d %H:%M} ({event.timezone}) · {len(self._attendees.attendees)} tickets"
            f" · as of {printed:%Y-%m-%d %H:%M}"
        )
        pdf.multi_cell(0, 6, pdf.printable(facts), new_x="LMARGIN", new_y="NEXT")
        self._headings()

    def row(self, attendee: Attendee) -> None:
        pdf = self._pdf
        if pdf.will_page_break(LINE):
            pdf.add_page()
            self._headings()
        # A box to tick, drawn: no font has to have one.
        pdf.rect(pdf.l_margin + 1, pdf.get_y() + 1.2, 3.6, 3.6)
        used_at = attendee.used_at
        used = "" if used_at is None else f"{used_at.astimezone(self._zone):%m-%d %H:%M}"
        cells = (
            attendee.name,
            attendee.ticket_type,
            attendee.seat or "",
            attendee.code_ending,
            used,
        )
        pdf.set_x(pdf.l_margin + COLUMNS[""])
        for text, width in zip(cells, list(COLUMNS.values())[1:], strict=True):
            self._cell(text, width)
        pdf.ln(LINE)

    def _headings(self) -> None:
        pdf = self._pdf
        pdf.set_fill_color(235, 235, 235)
        for heading, width in COLUMNS.items():
            pdf.cell(width, LINE, heading, fill=True)
        pdf.ln(LINE)

    def _cell(self, text: str, width: float) -> None:
        pdf = self._pdf
        shown = pdf.printable(text[:LONGEST])
        # Shaping takes most of the time, and letters that stand side by side do without.
        pdf.set_text_shaping(max(shown, default="") > LAST_UNSHAPED)
        room = width - 2
        if len(shown) * WIDEST > room and pdf.get_string_width(shown) > room:
            while shown and pdf.get_string_width(shown + "…") > room:
                shown = shown[:-1]
            shown += "…"
        pdf.cell(width, LINE, shown)

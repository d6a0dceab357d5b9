"""Printed documents in tests: what stands on them, and how others read them."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from src.application.dtos.ticket_document import (
    PageFormat,
    PrintedTicket,
    SeatLabel,
    TicketSheet,
)
from src.domain.shared.language import Language
from src.infrastructure.documents.text.fonts import FontBook
from src.infrastructure.documents.text.paragraphs import Typesetter
from src.infrastructure.documents.text.shaping import Shaper
from src.infrastructure.documents.ticket_page import ticket_pdf

TOKEN = "TKT1." + "A7BCDEFGHIJKLMNOPQRSTUVWXYZ23456" * 4
"""As long as a token is, and in its alphabet."""


@cache
def typesetter() -> Typesetter:
    """One for all tests: it keeps what it shaped."""
    return Typesetter(Shaper(FontBook()))


def make_ticket(number: int = 1, **changes: Any) -> PrintedTicket:
    values: dict[str, Any] = {
        "number": number,
        "code": "TKT-20261120-8F3KQ2ZN",
        "token": f"{TOKEN}{number:04}",
        "holder": "Anna Müller",
        "ticket_type": "Standard",
        "price": Decimal("1500.00"),
        "seat": SeatLabel(section="A", row="12", number=str(number)),
        "gate": "North 2",
    }
    return PrintedTicket(**{**values, **changes})


def make_sheet(*tickets: PrintedTicket, **changes: Any) -> TicketSheet:
    values: dict[str, Any] = {
        "event_title": "Spring concert at the lake",
        "venue": "Bangkok Arena",
        "location": "99 Rama IX Road, Bangkok",
        "country": "TH",
        "starts_at": datetime(2026, 12, 25, 12, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 25, 15, tzinfo=UTC),
        "timezone": "Asia/Bangkok",
        "language": Language.EN,
        "terms": "Doors open at 18:00. Bags larger than A4 are not let in.",
        "currency": "THB",
        "booking_reference": "BKG-7K2M9QXA",
        "order_reference": "ORD-8M3P2KXW",
        "booked_at": datetime(2026, 11, 20, tzinfo=UTC),
        "quantity": max(len(tickets), 1),
        "tickets": tickets or (make_ticket(),),
    }
    return TicketSheet(**{**values, **changes})


def print_sheet(sheet: TicketSheet, page_format: PageFormat = PageFormat.A4) -> bytes:
    return ticket_pdf(typesetter(), sheet, page_format, "Event ticketing")


def read_by_pypdf(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def read_by_pdfium(pdf: bytes) -> list[str]:
    """The same as Chrome copies it."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


READERS = (read_by_pypdf, read_by_pdfium)


def pictures(pdf: bytes, dpi: float = 150) -> Iterator[Image.Image]:
    """Each page as it is printed at this resolution."""
    for page in pypdfium2.PdfDocument(pdf):
        yield page.render(scale=dpi / 72).to_pil().convert("RGB")


def scanned(image: Image.Image) -> list[str]:
    """What a scanner of another author reads on the picture."""
    return [found.text for found in zxingcpp.read_barcodes(image)]


def without_blanks(text: str) -> str:
    """Where lines end is up to the page."""
    return "".join(text.split())

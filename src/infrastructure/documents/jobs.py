"""What can be printed, and how the server and the process that prints talk about it.

Before each message, which is pickled, stands its length. What printing needs is imported in that
process alone: fonts and libraries take 50 MiB.
"""

import pickle
import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Protocol

from src.application.dtos.door import AttendeeList
from src.application.dtos.receipt import Receipt
from src.application.dtos.ticket_document import PageFormat, TicketSheet
from src.domain.entities.invoice import Invoice
from src.domain.entities.settlement import Statement

if TYPE_CHECKING:
    from src.infrastructure.documents.text.fonts import FontBook
    from src.infrastructure.documents.text.paragraphs import Typesetter

LENGTH = struct.Struct(">Q")


class Job(Protocol):
    """Something to print; fonts and typesetter are kept from one job to the next."""

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes: ...


@dataclass(frozen=True, slots=True)
class PrintReceipt:
    """A receipt as a PDF."""

    receipt: Receipt
    shop: str

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.receipt_page import receipt_pdf

        return receipt_pdf(text, self.receipt, self.shop)


@dataclass(frozen=True, slots=True)
class PrintInvoice:
    """An invoice or credit note as a PDF."""

    invoice: Invoice

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.invoice_page import invoice_pdf

        return invoice_pdf(text, self.invoice)


@dataclass(frozen=True, slots=True)
class PrintStatement:
    """What an organizer earned and was paid, as a PDF."""

    statement: Statement

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.statement_page import statement_pdf

        return statement_pdf(text, self.statement)


@dataclass(frozen=True, slots=True)
class WriteEInvoice:
    """An e-invoice as XML."""

    invoice: Invoice

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.e_invoice import e_invoice_xml

        return e_invoice_xml(self.invoice)


@dataclass(frozen=True, slots=True)
class PrintAttendees:
    """Who comes to an event, as a PDF."""

    attendees: AttendeeList

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.attendee_page import attendees_pdf

        return attendees_pdf(text, self.attendees)


@dataclass(frozen=True, slots=True)
class PrintTickets:
    """Tickets as a PDF."""

    sheet: TicketSheet
    page_format: PageFormat
    shop: str

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.ticket_page import ticket_pdf

        return ticket_pdf(text, self.sheet, self.page_format, self.shop)


@dataclass(frozen=True, slots=True)
class DrawTicket:
    """A picture of the first ticket."""

    sheet: TicketSheet
    page_format: PageFormat
    shop: str

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.picture import png_of_first_page

        pdf = PrintTickets(self.sheet, self.page_format, self.shop).run(fonts, text)
        return png_of_first_page(pdf, self.page_format)


@dataclass(frozen=True, slots=True)
class MakePoster:
    """A poster of an uploaded image, pickled, or the sentence that says why it makes none."""

    image: bytes

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.poster import Unfit, poster_of

        try:
            return pickle.dumps(poster_of(self.image))
        except Unfit as refusal:
            return pickle.dumps(str(refusal))


@dataclass(frozen=True, slots=True)
class FindMissingScripts:
    """The names of the scripts for which there is no font, pickled."""

    def run(self, fonts: "FontBook", text: "Typesetter") -> bytes:
        from src.infrastructure.documents.text.scripts import scripts_without_font

        return pickle.dumps(scripts_without_font(fonts))


def send(stream: IO[bytes], message: object) -> None:
    """Write a message."""
    data = pickle.dumps(message)
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read a message that the process on the other side sent. Raises EOFError."""
    data = _exactly(stream, LENGTH.unpack(_exactly(stream, LENGTH.size))[0])
    return pickle.loads(data)  # noqa: S301 (both sides are this program)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data

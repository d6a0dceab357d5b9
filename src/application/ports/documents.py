"""Ports for printed documents."""

from typing import Protocol

from src.application.dtos.own_tickets import QrCode
from src.application.dtos.receipt import Receipt
from src.application.dtos.ticket_document import PageFormat, TicketSheet
from src.domain.entities.invoice import Invoice
from src.domain.entities.settlement import Statement


class ReceiptWriter(Protocol):
    """Writes receipts, outside the event loop. Raises Unavailable when too many are asked for."""

    async def write(self, receipt: Receipt) -> bytes:
        """Return the receipt as a PDF; characters missing from the fonts are replaced."""


class InvoiceWriter(Protocol):
    """Writes invoices, outside the event loop. Raises Unavailable when too many are asked for."""

    async def write(self, invoice: Invoice) -> bytes:
        """Return the invoice or credit note as a PDF: of the same one always the same bytes.

        That of an e-invoice is a PDF/A-3, with the e-invoice in it (Factur-X).
        """

    async def write_xml(self, invoice: Invoice) -> bytes:
        """Return an e-invoice as XML by EN 16931, the same bytes that are in its PDF."""


class StatementWriter(Protocol):
    """Writes statements, outside the event loop. Raises Unavailable when too many are asked for."""

    async def write(self, statement: Statement) -> bytes:
        """Return the statement as a PDF: of the same one always the same bytes."""


class TicketPrinter(Protocol):
    """Prints tickets, outside the event loop. Raises Unavailable when too many are asked for."""

    async def pdf(self, sheet: TicketSheet, page_format: PageFormat) -> bytes:
        """Return the tickets as a PDF, one on each page."""

    async def png(self, sheet: TicketSheet, page_format: PageFormat) -> bytes:
        """Return a picture of the first ticket."""


class QrCodes(Protocol):
    """Draws the QR codes of tickets for pages."""

    def draw(self, token: str) -> QrCode:
        """Return the code that says this token."""

"""Invoices and credit notes as PDF files."""

from src.domain.entities.invoice import Invoice
from src.infrastructure.documents.jobs import PrintInvoice, WriteEInvoice
from src.infrastructure.documents.press import Press


class PdfInvoiceWriter:
    """Implements `InvoiceWriter`."""

    def __init__(self, press: Press) -> None:
        self._press = press

    async def write(self, invoice: Invoice) -> bytes:
        return await self._press.print(PrintInvoice(invoice))

    async def write_xml(self, invoice: Invoice) -> bytes:
        return await self._press.print(WriteEInvoice(invoice))

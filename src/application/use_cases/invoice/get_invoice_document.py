"""Get an invoice as a document."""

from dataclasses import dataclass

from src.application.ports.documents import InvoiceWriter
from src.application.use_cases.invoice.read_invoices import GetInvoice
from src.domain.entities.user import Actor


@dataclass(frozen=True, slots=True)
class InvoiceDocument:
    """An invoice or credit note as a PDF, and its number for the name of the file."""

    name: str
    content: bytes


class GetInvoiceDocument:
    """Get an invoice or credit note as a PDF. It is the same file whenever it is asked for.

    Authorization: the buyer of its order, the organizer who issued it, and admins.
    """

    def __init__(self, get_invoice: GetInvoice, writer: InvoiceWriter) -> None:
        self._get_invoice = get_invoice
        self._writer = writer

    async def execute(self, actor: Actor, invoice_id: int) -> InvoiceDocument:
        invoice = await self._get_invoice.execute(actor, invoice_id)
        return InvoiceDocument(invoice.name, await self._writer.write(invoice))

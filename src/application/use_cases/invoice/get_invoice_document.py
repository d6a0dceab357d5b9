"""Get an invoice as a document, or as XML."""

from dataclasses import dataclass

from src.application.ports.documents import InvoiceWriter
from src.application.use_cases.invoice.read_invoices import GetInvoice
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState
from src.domain.services.e_invoicing import NOBODY_ASKED, why_no_e_invoice


@dataclass(frozen=True, slots=True)
class InvoiceDocument:
    """An invoice or credit note as a file, and its number for the name of the file."""

    name: str
    content: bytes


class GetInvoiceDocument:
    """Get an invoice or credit note as a PDF. It is the same file whenever it is asked for.

    That of an e-invoice is a Factur-X (profile EN 16931): a PDF/A-3 that has the XML in it.

    Authorization: the buyer of its order, the organizer who issued it, and admins.
    """

    def __init__(self, get_invoice: GetInvoice, writer: InvoiceWriter) -> None:
        self._get_invoice = get_invoice
        self._writer = writer

    async def execute(self, actor: Actor, invoice_id: int) -> InvoiceDocument:
        invoice = await self._get_invoice.execute(actor, invoice_id)
        return InvoiceDocument(invoice.name, await self._writer.write(invoice))


class GetEInvoice:
    """Get an invoice or credit note as XML by EN 16931 (UN/CEFACT CII).

    It is the file that is in the PDF. Refused with `invalid_state` for a document that was not
    issued as an e-invoice: nobody had asked for one, or something that it names was missing.

    Authorization: the buyer of its order, the organizer who issued it, and admins.
    """

    def __init__(self, get_invoice: GetInvoice, writer: InvoiceWriter) -> None:
        self._get_invoice = get_invoice
        self._writer = writer

    async def execute(self, actor: Actor, invoice_id: int) -> InvoiceDocument:
        invoice = await self._get_invoice.execute(actor, invoice_id)
        if not invoice.content.is_e_invoice:
            why = why_no_e_invoice(invoice.content, invoice.currency) or NOBODY_ASKED
            raise InvalidState("invoice", "issued", "e_invoice", why)
        return InvoiceDocument(invoice.name, await self._writer.write_xml(invoice))

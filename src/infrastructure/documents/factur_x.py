"""Factur-X: the e-invoice as a file in the PDF of the same invoice."""

from src.domain.entities.invoice import Invoice
from src.infrastructure.documents.e_invoice import e_invoice_xml
from src.infrastructure.documents.pdf_archive import Attachment, Properties

FILE = "factur-x.xml"
PROPERTIES = Properties(
    schema="Factur-X PDFA Extension Schema",
    namespace="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
    prefix="fx",
    # Credit notes are of the type INVOICE as well.
    values={
        "DocumentType": "INVOICE",
        "DocumentFileName": FILE,
        "Version": "1.0",
        "ConformanceLevel": "EN 16931",
    },
    descriptions={
        "DocumentType": "What the document is",
        "DocumentFileName": "The name of the embedded XML document",
        "Version": "The version of the standard of the embedded XML document",
        "ConformanceLevel": "The profile of the embedded XML document",
    },
)


def factur_x(invoice: Invoice) -> Attachment:
    """What makes the PDF of an e-invoice a Factur-X."""
    return Attachment(
        name=FILE,
        media_type="text/xml",
        description="Factur-X",
        content=e_invoice_xml(invoice),
        properties=PROPERTIES,
    )

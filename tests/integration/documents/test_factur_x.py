"""Factur-X: PDF/A-3 files that hold the e-invoice, as far as libraries of others can say.

Whether they conform to PDF/A in every point only veraPDF says, which is no Python.
"""

from io import BytesIO
from typing import Any

import pypdf
import pytest
from PIL import ImageCms
from pypdf.generic import IndirectObject

from src.domain.entities.invoice import InvoiceKind
from src.domain.shared.language import Language
from src.infrastructure.documents.e_invoice import e_invoice_xml
from src.infrastructure.documents.invoice_page import invoice_pdf
from tests.support.documents import pictures, read_by_pdfium, typesetter
from tests.support.e_invoices import make_invoice, xml_in

FACTUR_X = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
NOT_IN_PDF_A = {"/JavaScript", "/Launch", "/SMask", "/Encrypt", "/XFA", "/AA", "/OpenAction"}
COLOURS = {b"rg", b"RG", b"k", b"K", b"cs", b"CS"}
"""What sets any but a grey."""


def read(pdf: bytes) -> tuple[pypdf.PdfReader, Any]:
    reader = pypdf.PdfReader(BytesIO(pdf), strict=True)
    return reader, reader.trailer["/Root"]


def names_in(value: Any, seen: set[int]) -> set[str]:
    """All keys and names in the file."""
    if isinstance(value, IndirectObject):
        if value.idnum in seen:
            return set()
        seen.add(value.idnum)
        value = value.get_object()
    if isinstance(value, dict):
        inner = [names_in(value.raw_get(key), seen) for key in value]  # type: ignore[attr-defined]
        return {*value, *(name for names in inner for name in names)}
    if isinstance(value, list):
        return {name for item in value for name in names_in(item, seen)}
    return {str(value)}


@pytest.mark.parametrize("kind", InvoiceKind)
def test_pdf_of_an_e_invoice_holds_it_and_is_an_archive(kind: InvoiceKind) -> None:
    invoice = make_invoice(kind=kind)
    pdf = invoice_pdf(typesetter(), invoice)
    assert pdf == invoice_pdf(typesetter(), invoice)
    assert xml_in(pdf) == e_invoice_xml(invoice)
    reader, root = read(pdf)
    # PDF/A-3: what the file is, says so, and needs nothing from elsewhere.
    known = reader.xmp_metadata
    assert known is not None
    assert (known.pdfaid_part, known.pdfaid_conformance) == ("3", "B")
    assert known.dc_title == {"x-default": reader.metadata and reader.metadata.title}
    assert "/Filter" not in root["/Metadata"]
    identity: Any = reader.trailer["/ID"]
    assert [len(bytes(part.original_bytes)) for part in identity] == [16, 16]
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    profile = ImageCms.getOpenProfile(BytesIO(intent["/DestOutputProfile"].get_data())).profile
    assert (profile.xcolor_space, profile.device_class, profile.version) == ("GRAY", "mntr", 2.1)
    found = names_in(reader.trailer["/Root"], set())
    assert not found & NOT_IN_PDF_A
    assert "/FontFile2" in found
    # Of the colours, only greys.
    for page in reader.pages:
        content: Any = page.get_contents()
        assert not COLOURS & set(content.get_data().split())
    # Factur-X: the file of the catalogue, and which profile it is of.
    (attached,) = root["/AF"]
    assert attached["/AFRelationship"] == "/Alternative"
    assert attached["/EF"]["/F"]["/Subtype"] == "/text/xml"
    for part in (FACTUR_X, "<fx:ConformanceLevel>EN 16931<", "<fx:DocumentType>INVOICE<"):
        assert part.encode() in root["/Metadata"].get_data(), part


def test_pages_are_those_of_a_plain_invoice() -> None:
    plain = invoice_pdf(typesetter(), make_invoice(is_e_invoice=False))
    archive = invoice_pdf(typesetter(), make_invoice())
    assert xml_in(plain) is None and "/ID" not in read(plain)[0].trailer
    assert read_by_pdfium(archive) == read_by_pdfium(plain)
    for drawn, expected in zip(pictures(archive, 50), pictures(plain, 50), strict=True):
        assert drawn.tobytes() == expected.tobytes()


@pytest.mark.parametrize("language", Language)
def test_page_names_the_reference_of_the_buyer(language: Language) -> None:
    pdf = invoice_pdf(typesetter(), make_invoice(buyer_reference="PO-118", language=language))
    assert "PO-118" in " ".join(read_by_pdfium(pdf))

"""The elements of Cross Industry Invoices of UN/CEFACT."""

import re
from collections.abc import Iterable
from decimal import Decimal
from xml.etree import ElementTree as ET

from src.domain.entities.invoice import InvoiceParty, TaxCategory

NAMESPACES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
}
CATEGORIES = {
    TaxCategory.STANDARD: "S",
    TaxCategory.ZERO: "Z",
    TaxCategory.SMALL_BUSINESS: "E",
    TaxCategory.REVERSE_CHARGE: "AE",
}
"""UNTDID 5305."""
EMAIL = "EM"
"""An e-mail address, in the list of schemes of electronic addresses."""
STREET_LINES = ("LineOne", "LineTwo", "LineThree")
UNWRITABLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What no XML 1.0 can have."""

Child = ET.Element | None


def tax_kind(category: TaxCategory, rate: Decimal) -> Iterable[Child]:
    """Which tax is on a line (BG-30)."""
    yield text("ram:TypeCode", "VAT")
    yield text("ram:CategoryCode", CATEGORIES[category])
    yield text("ram:RateApplicablePercent", rate_of(rate))


def party(name: str, who: InvoiceParty, *, is_seller: bool = False) -> ET.Element:
    """The seller (BG-4) or the buyer (BG-7)."""
    # A seller without a VAT id is known by another number (BR-CO-26).
    known_by = who.tax_number if is_seller and not who.vat_id else None
    return group(
        name,
        text("ram:ID", known_by),
        text("ram:Name", who.name),
        group(
            "ram:PostalTradeAddress",
            text("ram:PostcodeCode", who.address.postal_code),
            *_street(who.address.street),
            text("ram:CityName", who.address.city),
            text("ram:CountryID", who.address.country),
        ),
        _registered("ram:URIUniversalCommunication", "ram:URIID", who.email, EMAIL),
        _registered("ram:SpecifiedTaxRegistration", "ram:ID", who.tax_number, "FC"),
        _registered("ram:SpecifiedTaxRegistration", "ram:ID", who.vat_id, "VA"),
    )


def _street(street: str | None) -> Iterable[Child]:
    """The lines of the street; what is over three is in the last."""
    lines = [line.strip() for line in (street or "").splitlines() if line.strip()]
    last = len(STREET_LINES) - 1
    lines = [*lines[:last], ", ".join(lines[last:])] if len(lines) > last else lines
    return [text(f"ram:{name}", line) for name, line in zip(STREET_LINES, lines, strict=False)]


def _registered(name: str, inner: str, value: str | None, scheme: str) -> Child:
    return group(name, text(inner, value, schemeID=scheme)) if value else None


def rate_of(rate: Decimal) -> str:
    """A rate as it is written: `19.00`."""
    return f"{rate:.2f}"


def group(name: str, *children: Child) -> ET.Element:
    """An element with those of these that there are; `name` has the prefix of its namespace."""
    element = ET.Element(_qualified(name))
    element.extend(child for child in children if child is not None)
    return element


def text(name: str, says: str | None, **attributes: str) -> Child:
    """An element with this text; none without."""
    if not says:
        return None
    element = ET.Element(_qualified(name), attributes)
    element.text = UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", says)
    return element


def _qualified(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"

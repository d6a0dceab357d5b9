"""Invoices and credit notes as XML by EN 16931: Cross Industry Invoices of UN/CEFACT.

The names of elements are those of the profile EN 16931 of Factur-X; BT and BG are the numbers of
its terms.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from src.domain.entities.invoice import (
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceParty,
    TaxCategory,
)
from src.domain.shared.money import ZERO, written
from src.infrastructure.documents.invoice_words import WORDS

NAMESPACES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
    "qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
}
PROFILE = "urn:cen.eu:en16931:2017"
TYPES = {InvoiceKind.INVOICE: "380", InvoiceKind.CREDIT_NOTE: "381"}
"""UNTDID 1001."""
CATEGORIES = {
    TaxCategory.STANDARD: "S",
    TaxCategory.ZERO: "Z",
    TaxCategory.SMALL_BUSINESS: "E",
    TaxCategory.REVERSE_CHARGE: "AE",
}
"""UNTDID 5305."""
REVERSE_CHARGE = "VATEX-EU-AE"
FRENCH_SMALL_BUSINESS = "VATEX-FR-FRANCHISE"
"""Of the exemption of small businesses, the list of reasons has only the French one."""
ONLINE_PAYMENT = "68"
"""UNTDID 4461: an online payment service. All money in the ledger came and went through one."""
EMAIL = "EM"
"""An e-mail address, in the list of schemes of electronic addresses."""
DISCOUNT = "95"
"""UNTDID 5189."""
ONE = "C62"
"""UN/ECE recommendation 20: a piece."""
DAY = "102"
"""UNTDID 2379: YYYYMMDD."""
STREET_LINES = ("LineOne", "LineTwo", "LineThree")
UNWRITABLE = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What no XML 1.0 can have."""

Child = ET.Element | None


def e_invoice_xml(invoice: Invoice) -> bytes:
    """The document as XML, for one that is an e-invoice; of the same one the same bytes."""
    return _EInvoice(invoice).written()


class _EInvoice:
    """Writes one document."""

    def __init__(self, invoice: Invoice) -> None:
        self._invoice, self._content = invoice, invoice.content
        self._words = WORDS[invoice.content.language]
        self._days = sorted({self._day(line.held_at) for line in invoice.content.lines})

    def written(self) -> bytes:
        for prefix, namespace in NAMESPACES.items():
            ET.register_namespace(prefix, namespace)
        root = _group(
            "rsm:CrossIndustryInvoice",
            _group(
                "rsm:ExchangedDocumentContext",
                _group("ram:GuidelineSpecifiedDocumentContextParameter", _text("ram:ID", PROFILE)),
            ),
            self._document(),
            _group(
                "rsm:SupplyChainTradeTransaction",
                *(self._line(at, line) for at, line in enumerate(self._content.lines, 1)),
                self._agreement(),
                self._delivery(),
                self._settlement(),
            ),
        )
        xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        return xml

    def _document(self) -> ET.Element:
        invoice = self._invoice
        return _group(
            "rsm:ExchangedDocument",
            _text("ram:ID", invoice.name),
            _text("ram:TypeCode", TYPES[invoice.kind]),
            self._date("ram:IssueDateTime", self._day(invoice.issued_at)),
            *(
                _group("ram:IncludedNote", _text("ram:Content", sentence))
                for sentence in self._words.sentences(invoice)
            ),
        )

    def _line(self, number: int, line: InvoiceLine) -> ET.Element:
        day = self._day(line.held_at)
        return _group(
            "ram:IncludedSupplyChainTradeLineItem",
            _group("ram:AssociatedDocumentLineDocument", _text("ram:LineID", str(number))),
            _group("ram:SpecifiedTradeProduct", _text("ram:Name", self._words.sold(line))),
            *self._price(line),
            _group(
                "ram:SpecifiedLineTradeSettlement",
                _group("ram:ApplicableTradeTax", *_tax_kind(line.category, line.rate)),
                self._period([day]),
                self._discount(line),
                _group(
                    "ram:SpecifiedTradeSettlementLineMonetarySummation",
                    self._amount("ram:LineTotalAmount", line.net),
                ),
            ),
        )

    def _price(self, line: InvoiceLine) -> list[ET.Element]:
        """The net price of one (BT-146), or of all of them (BT-149), and how many (BT-129).

        Prices that include the tax have no exact net price of one. Prices are never negative.
        """
        quantity = line.quantity or 1
        price, of = abs(line.net), quantity
        if _has_net_price(line) and line.unit_price is not None:
            price, of = line.unit_price, 1
        return [
            _group(
                "ram:SpecifiedLineTradeAgreement",
                _group(
                    "ram:NetPriceProductTradePrice",
                    self._amount("ram:ChargeAmount", price),
                    _text("ram:BasisQuantity", str(of), unitCode=ONE),
                ),
            ),
            _group(
                "ram:SpecifiedLineTradeDelivery",
                _text(
                    "ram:BilledQuantity",
                    str(-quantity if line.net < 0 else quantity),
                    unitCode=ONE,
                ),
            ),
        ]

    def _discount(self, line: InvoiceLine) -> Child:
        """What of the price of the quantity is taken off (BG-27)."""
        if not line.discount or not _has_net_price(line):
            return None
        return _group(
            "ram:SpecifiedTradeAllowanceCharge",
            _group("ram:ChargeIndicator", _text("udt:Indicator", "false")),
            self._amount("ram:ActualAmount", line.discount),
            _text("ram:ReasonCode", DISCOUNT),
        )

    def _agreement(self) -> ET.Element:
        content = self._content
        return _group(
            "ram:ApplicableHeaderTradeAgreement",
            _text("ram:BuyerReference", content.buyer_reference),
            _party("ram:SellerTradeParty", content.seller, is_seller=True),
            _party("ram:BuyerTradeParty", content.buyer),
            _group(
                "ram:SellerOrderReferencedDocument",
                _text("ram:IssuerAssignedID", content.order_reference),
            ),
        )

    def _delivery(self) -> ET.Element:
        """When all that was sold has taken place (BT-72)."""
        return _group(
            "ram:ApplicableHeaderTradeDelivery",
            _group(
                "ram:ActualDeliverySupplyChainEvent",
                self._date("ram:OccurrenceDateTime", self._days[-1]),
            ),
        )

    def _settlement(self) -> ET.Element:
        content, currency = self._content, self._invoice.currency
        return _group(
            "ram:ApplicableHeaderTradeSettlement",
            _text("ram:InvoiceCurrencyCode", currency),
            _group(
                "ram:SpecifiedTradeSettlementPaymentMeans", _text("ram:TypeCode", ONLINE_PAYMENT)
            ),
            *self._taxes(),
            self._period(self._days) if len(self._days) > 1 else None,
            # All was paid, or has gone back, before the document: nothing is due.
            _group(
                "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
                self._amount("ram:LineTotalAmount", content.net),
                self._amount("ram:TaxBasisTotalAmount", content.net),
                self._amount("ram:TaxTotalAmount", content.tax, currencyID=currency),
                self._amount("ram:GrandTotalAmount", content.gross),
                self._amount("ram:TotalPrepaidAmount", content.gross),
                self._amount("ram:DuePayableAmount", ZERO),
            ),
            self._corrected(),
        )

    def _taxes(self) -> list[ET.Element]:
        """The sum of each category and rate (BG-23)."""
        return [
            _group(
                "ram:ApplicableTradeTax",
                self._amount("ram:CalculatedAmount", taxed.tax),
                _text("ram:TypeCode", "VAT"),
                _text("ram:ExemptionReason", self._words.categories.get(taxed.category)),
                self._amount("ram:BasisAmount", taxed.net),
                _text("ram:CategoryCode", CATEGORIES[taxed.category]),
                _text("ram:ExemptionReasonCode", self._reason(taxed.category)),
                _text("ram:RateApplicablePercent", _rate(taxed.rate)),
            )
            for taxed in self._content.taxes
        ]

    def _reason(self, category: TaxCategory) -> str | None:
        if category is TaxCategory.REVERSE_CHARGE:
            return REVERSE_CHARGE
        is_french = self._content.seller.address.country == "FR"
        is_small = category is TaxCategory.SMALL_BUSINESS
        return FRENCH_SMALL_BUSINESS if is_small and is_french else None

    def _corrected(self) -> Child:
        """The document that this one takes back from (BG-3)."""
        content = self._content
        if content.corrects is None or content.corrects_at is None:
            return None
        day = self._day(content.corrects_at)
        return _group(
            "ram:InvoiceReferencedDocument",
            _text("ram:IssuerAssignedID", content.corrects),
            self._date("ram:FormattedIssueDateTime", day, of="qdt"),
        )

    def _period(self, days: Sequence[str]) -> ET.Element:
        return _group(
            "ram:BillingSpecifiedPeriod",
            self._date("ram:StartDateTime", days[0]),
            self._date("ram:EndDateTime", days[-1]),
        )

    def _date(self, name: str, day: str, *, of: str = "udt") -> ET.Element:
        return _group(name, _text(f"{of}:DateTimeString", day, format=DAY))

    def _day(self, time: datetime) -> str:
        return f"{time.astimezone(ZoneInfo(self._content.timezone)):%Y%m%d}"

    def _amount(self, name: str, amount: Decimal, **attributes: str) -> Child:
        return _text(name, written(amount, self._invoice.currency), **attributes)


def _has_net_price(line: InvoiceLine) -> bool:
    """Whether the price of one, as it was shown, and the discount make the net amount."""
    if line.quantity is None or line.unit_price is None:
        return False
    return line.unit_price * line.quantity - (line.discount or ZERO) == line.net


def _tax_kind(category: TaxCategory, rate: Decimal) -> Iterable[Child]:
    yield _text("ram:TypeCode", "VAT")
    yield _text("ram:CategoryCode", CATEGORIES[category])
    yield _text("ram:RateApplicablePercent", _rate(rate))


def _party(name: str, party: InvoiceParty, *, is_seller: bool = False) -> ET.Element:
    """The seller (BG-4) or the buyer (BG-7)."""
    # A seller without a VAT id is known by another number (BR-CO-26).
    known_by = party.tax_number if is_seller and not party.vat_id else None
    return _group(
        name,
        _text("ram:ID", known_by),
        _text("ram:Name", party.name),
        _group(
            "ram:PostalTradeAddress",
            _text("ram:PostcodeCode", party.address.postal_code),
            *_street(party.address.street),
            _text("ram:CityName", party.address.city),
            _text("ram:CountryID", party.address.country),
        ),
        _registered("ram:URIUniversalCommunication", "ram:URIID", party.email, EMAIL),
        _registered("ram:SpecifiedTaxRegistration", "ram:ID", party.tax_number, "FC"),
        _registered("ram:SpecifiedTaxRegistration", "ram:ID", party.vat_id, "VA"),
    )


def _street(street: str | None) -> Iterable[Child]:
    """The lines of the street; what is over three is in the last."""
    lines = [line.strip() for line in (street or "").splitlines() if line.strip()]
    last = len(STREET_LINES) - 1
    lines = [*lines[:last], ", ".join(lines[last:])] if len(lines) > last else lines
    return [_text(f"ram:{name}", line) for name, line in zip(STREET_LINES, lines, strict=False)]


def _registered(name: str, inner: str, value: str | None, scheme: str) -> Child:
    return _group(name, _text(inner, value, schemeID=scheme)) if value else None


def _rate(rate: Decimal) -> str:
    return f"{rate:.2f}"


def _group(name: str, *children: Child) -> ET.Element:
    element = ET.Element(_qualified(name))
    element.extend(child for child in children if child is not None)
    return element


def _text(name: str, text: str | None, **attributes: str) -> Child:
    """An element with this text; none without."""
    if not text:
        return None
    element = ET.Element(_qualified(name), attributes)
    element.text = UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return element


def _qualified(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"

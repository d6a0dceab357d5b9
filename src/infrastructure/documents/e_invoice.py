"""Invoices and credit notes as XML by EN 16931: Cross Industry Invoices of UN/CEFACT.

The names of elements are those of the profile EN 16931 of Factur-X; BT and BG are the numbers of
its terms.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from src.domain.entities.invoice import Invoice, InvoiceKind, InvoiceLine, TaxCategory
from src.domain.shared.money import ZERO, written
from src.infrastructure.documents.cii_elements import (
    CATEGORIES,
    NAMESPACES,
    Child,
    group,
    party,
    rate_of,
    tax_kind,
    text,
)
from src.infrastructure.documents.invoice_words import WORDS

PROFILE = "urn:cen.eu:en16931:2017"
TYPES = {InvoiceKind.INVOICE: "380", InvoiceKind.CREDIT_NOTE: "381"}
"""UNTDID 1001."""
REVERSE_CHARGE = "VATEX-EU-AE"
FRENCH_SMALL_BUSINESS = "VATEX-FR-FRANCHISE"
"""Of the exemption of small businesses, the list of reasons has only the French one."""
SOMEHOW = "1"
"""UNTDID 4461: no instrument defined. Money came by card, by transfer, or at a counter."""
DISCOUNT = "95"
"""UNTDID 5189."""
ONE = "C62"
"""UN/ECE recommendation 20: a piece."""
DAY = "102"
"""UNTDID 2379: YYYYMMDD."""


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
        root = group(
            "rsm:CrossIndustryInvoice",
            group(
                "rsm:ExchangedDocumentContext",
                group("ram:GuidelineSpecifiedDocumentContextParameter", text("ram:ID", PROFILE)),
            ),
            self._document(),
            group(
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
        return group(
            "rsm:ExchangedDocument",
            text("ram:ID", invoice.name),
            text("ram:TypeCode", TYPES[invoice.kind]),
            self._date("ram:IssueDateTime", self._day(invoice.issued_at)),
            *(
                group("ram:IncludedNote", text("ram:Content", sentence))
                for sentence in self._words.sentences(invoice)
            ),
        )

    def _line(self, number: int, line: InvoiceLine) -> ET.Element:
        day = self._day(line.held_at)
        return group(
            "ram:IncludedSupplyChainTradeLineItem",
            group("ram:AssociatedDocumentLineDocument", text("ram:LineID", str(number))),
            group("ram:SpecifiedTradeProduct", text("ram:Name", self._words.sold(line))),
            *self._price(line),
            group(
                "ram:SpecifiedLineTradeSettlement",
                group("ram:ApplicableTradeTax", *tax_kind(line.category, line.rate)),
                self._period([day]),
                self._discount(line),
                group(
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
            group(
                "ram:SpecifiedLineTradeAgreement",
                group(
                    "ram:NetPriceProductTradePrice",
                    self._amount("ram:ChargeAmount", price),
                    text("ram:BasisQuantity", str(of), unitCode=ONE),
                ),
            ),
            group(
                "ram:SpecifiedLineTradeDelivery",
                text(
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
        return group(
            "ram:SpecifiedTradeAllowanceCharge",
            group("ram:ChargeIndicator", text("udt:Indicator", "false")),
            self._amount("ram:ActualAmount", line.discount),
            text("ram:ReasonCode", DISCOUNT),
        )

    def _agreement(self) -> ET.Element:
        content = self._content
        return group(
            "ram:ApplicableHeaderTradeAgreement",
            text("ram:BuyerReference", content.buyer_reference),
            party("ram:SellerTradeParty", content.seller, is_seller=True),
            party("ram:BuyerTradeParty", content.buyer),
            group(
                "ram:SellerOrderReferencedDocument",
                text("ram:IssuerAssignedID", content.order_reference),
            ),
        )

    def _delivery(self) -> ET.Element:
        """When all that was sold has taken place (BT-72), and in which country (BT-80)."""
        country = self._content.country
        return group(
            "ram:ApplicableHeaderTradeDelivery",
            group(
                "ram:ShipToTradeParty",
                group("ram:PostalTradeAddress", text("ram:CountryID", country)),
            )
            if country
            else None,
            group(
                "ram:ActualDeliverySupplyChainEvent",
                self._date("ram:OccurrenceDateTime", self._days[-1]),
            ),
        )

    def _settlement(self) -> ET.Element:
        content, currency = self._content, self._invoice.currency
        return group(
            "ram:ApplicableHeaderTradeSettlement",
            text("ram:InvoiceCurrencyCode", currency),
            group("ram:SpecifiedTradeSettlementPaymentMeans", text("ram:TypeCode", SOMEHOW)),
            *self._taxes(),
            self._period(self._days) if len(self._days) > 1 else None,
            # All was paid, or has gone back, before the document: nothing is due.
            group(
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
            group(
                "ram:ApplicableTradeTax",
                self._amount("ram:CalculatedAmount", taxed.tax),
                text("ram:TypeCode", "VAT"),
                text("ram:ExemptionReason", self._words.categories.get(taxed.category)),
                self._amount("ram:BasisAmount", taxed.net),
                text("ram:CategoryCode", CATEGORIES[taxed.category]),
                text("ram:ExemptionReasonCode", self._reason(taxed.category)),
                text("ram:RateApplicablePercent", rate_of(taxed.rate)),
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
        return group(
            "ram:InvoiceReferencedDocument",
            text("ram:IssuerAssignedID", content.corrects),
            self._date("ram:FormattedIssueDateTime", day, of="qdt"),
        )

    def _period(self, days: Sequence[str]) -> ET.Element:
        return group(
            "ram:BillingSpecifiedPeriod",
            self._date("ram:StartDateTime", days[0]),
            self._date("ram:EndDateTime", days[-1]),
        )

    def _date(self, name: str, day: str, *, of: str = "udt") -> ET.Element:
        return group(name, text(f"{of}:DateTimeString", day, format=DAY))

    def _day(self, time: datetime) -> str:
        return f"{time.astimezone(ZoneInfo(self._content.timezone)):%Y%m%d}"

    def _amount(self, name: str, amount: Decimal, **attributes: str) -> Child:
        return text(name, written(amount, self._invoice.currency), **attributes)


def _has_net_price(line: InvoiceLine) -> bool:
    """Whether the price of one, as it was shown, and the discount make the net amount."""
    if line.quantity is None or line.unit_price is None:
        return False
    return line.unit_price * line.quantity - (line.discount or ZERO) == line.net

"""E-invoices: what the XML says, and that the official rules of EN 16931 accept it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from src.domain.entities.invoice import (
    Invoice,
    InvoiceKind,
    InvoiceParty,
    LineKind,
    TaxCategory,
)
from src.domain.entities.seller import Address
from src.domain.services.e_invoicing import why_no_e_invoice
from src.domain.shared.country import COUNTRIES, VAT_PREFIXES
from src.domain.shared.currency import DECIMALS
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO
from src.infrastructure.documents.cii_elements import NAMESPACES
from src.infrastructure.documents.e_invoice import e_invoice_xml
from tests.support.e_invoices import broken_rules, make_invoice, make_line
from tests.support.examples import NOW, STARTS

NO_TAX: dict[str, Any] = {"rate": ZERO, "tax": ZERO}
BUYER_WITH_VAT_ID = InvoiceParty(
    name="Exemple SARL", address=Address(country="FR"), vat_id="FR12345678901", email="a@b.example"
)


def texts(invoice: Invoice, path: str) -> list[str | None]:
    """The texts of all elements at this path, such as `ram:ID`."""
    found = ET.fromstring(e_invoice_xml(invoice)).iterfind(f".//{path}", NAMESPACES)
    return [element.text for element in found]


def require_good(invoice: Invoice) -> None:
    assert why_no_e_invoice(invoice.content, invoice.currency) is None
    assert broken_rules(e_invoice_xml(invoice)) == set()


def test_invoice_says_who_what_and_that_it_is_paid() -> None:
    invoice = make_invoice(
        make_line(discount=Decimal("10.00"), net=Decimal("90.00"), tax=Decimal("17.10")),
        make_line(kind=LineKind.FEE, quantity=None, net=Decimal("5.00"), tax=Decimal("0.95")),
        buyer_reference="04011000-12345-03",
        buyer=BUYER_WITH_VAT_ID,
    )
    require_good(invoice)
    expected = {
        "rsm:ExchangedDocument/ram:ID": ["KF-2026-00042"],
        "rsm:ExchangedDocument/ram:TypeCode": ["380"],
        "ram:BuyerReference": ["04011000-12345-03"],
        "ram:SpecifiedTradeProduct/ram:Name": [
            "Spring concert · Standing",
            "Servicegebühr: Spring concert · Standing",
        ],
        "ram:NetPriceProductTradePrice/ram:ChargeAmount": ["50.00", "5.00"],
        "ram:BilledQuantity": ["2", "1"],
        "ram:SpecifiedTradeAllowanceCharge/ram:ActualAmount": ["10.00"],
        "ram:URIID": ["rechnung@konzerthaus.example", "a@b.example"],
        "ram:SpecifiedTaxRegistration/ram:ID": ["DE123456789", "FR12345678901"],
        "ram:SellerOrderReferencedDocument/ram:IssuerAssignedID": ["ORD-AAAAAAAA"],
        "ram:ActualDeliverySupplyChainEvent//udt:DateTimeString": [f"{STARTS:%Y%m%d}"],
        "ram:BasisAmount": ["95.00"],
        "ram:TaxTotalAmount": ["18.05"],
        "ram:GrandTotalAmount": ["113.05"],
        "ram:TotalPrepaidAmount": ["113.05"],
        "ram:DuePayableAmount": ["0.00"],
        "ram:InvoiceReferencedDocument": [],
    }
    assert {path: texts(invoice, path) for path in expected} == expected
    assert e_invoice_xml(invoice) == e_invoice_xml(invoice)


def test_credit_note_has_positive_amounts_and_names_its_invoice() -> None:
    line = make_line(quantity=None, unit_price=None, net=Decimal("8.41"), tax=Decimal("1.60"))
    note = make_invoice(
        line, kind=InvoiceKind.CREDIT_NOTE, corrects="KF-2026-00007", corrects_at=NOW
    )
    require_good(note)
    assert texts(note, "rsm:ExchangedDocument/ram:TypeCode") == ["381"]
    corrected = "ram:InvoiceReferencedDocument"
    assert texts(note, f"{corrected}/ram:IssuerAssignedID") == ["KF-2026-00007"]
    assert texts(note, f"{corrected}//qdt:DateTimeString") == [f"{NOW:%Y%m%d}"]
    assert texts(note, "ram:GrandTotalAmount") == texts(note, "ram:TotalPrepaidAmount") == ["10.01"]


@pytest.mark.parametrize(
    ("category", "seller_country", "code", "reasons"),
    [
        (TaxCategory.ZERO, "DE", "Z", ([], [])),
        (TaxCategory.SMALL_BUSINESS, "DE", "E", (["Kleinunternehmer"], [])),
        (TaxCategory.SMALL_BUSINESS, "FR", "E", (["Kleinunternehmer"], ["VATEX-FR-FRANCHISE"])),
        (TaxCategory.REVERSE_CHARGE, "DE", "AE", (["Leistungsempfänger"], ["VATEX-EU-AE"])),
    ],
)
def test_why_no_tax_is_charged_is_said_as_a_code_and_in_words(
    category: TaxCategory,
    seller_country: str,
    code: str,
    reasons: tuple[list[str], list[str]],
) -> None:
    seller = InvoiceParty(
        name="S", address=Address(street="a\nb\nc\nd", country=seller_country), tax_number="12/345"
    )
    invoice = make_invoice(
        make_line(category=category, **NO_TAX), seller=seller, buyer=BUYER_WITH_VAT_ID
    )
    require_good(invoice)
    of_line, of_sum = texts(invoice, "ram:ApplicableTradeTax/ram:CategoryCode")
    assert of_line == of_sum == code
    words, codes = reasons
    found = texts(invoice, "ram:ExemptionReason")
    assert [word for word, text in zip(words, found, strict=True) if word in (text or "")] == words
    assert texts(invoice, "ram:ExemptionReasonCode") == codes
    # A seller without a VAT id is known by the tax number.
    assert texts(invoice, "ram:SellerTradeParty/ram:ID") == ["12/345"]
    assert texts(invoice, "ram:LineThree") == ["c, d"]


def test_each_category_and_rate_has_a_sum_of_its_own() -> None:
    invoice = make_invoice(
        make_line(),
        make_line(rate=Decimal("7.00"), tax=Decimal("7.00"), event_title="Book"),
        make_line(category=TaxCategory.ZERO, held_at=STARTS + timedelta(days=2), **NO_TAX),
        make_line(category=TaxCategory.REVERSE_CHARGE, **NO_TAX),
        buyer=BUYER_WITH_VAT_ID,
    )
    require_good(invoice)
    path = "ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax"
    assert sorted(map(str, texts(invoice, f"{path}/ram:CategoryCode"))) == ["AE", "S", "S", "Z"]
    # Not all is for one day: it is for the time from the first to the last.
    dates = texts(
        invoice,
        "ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod//udt:DateTimeString",
    )
    assert dates == [f"{STARTS:%Y%m%d}", f"{STARTS + timedelta(days=2):%Y%m%d}"]


def test_price_that_includes_tax_is_given_net_for_the_quantity() -> None:
    # Three at 10.00 with 19%: no price of one makes 25.21.
    line = make_line(
        quantity=3, unit_price=Decimal("10.00"), net=Decimal("25.21"), tax=Decimal("4.79")
    )
    invoice = make_invoice(line, has_inclusive_prices=True)
    require_good(invoice)
    assert texts(invoice, "ram:NetPriceProductTradePrice/ram:ChargeAmount") == ["25.21"]
    assert texts(invoice, "ram:BasisQuantity") == texts(invoice, "ram:BilledQuantity") == ["3"]


@pytest.mark.parametrize("language", Language)
def test_every_language_and_any_text_can_be_said(language: Language) -> None:
    line = make_line(event_title='A & B <"C"> \x0b\U0001f3b5 คอนเสิร์ต', ticket_type="")
    invoice = make_invoice(line, language=language)
    require_good(invoice)
    (name,) = texts(invoice, "ram:SpecifiedTradeProduct/ram:Name")
    assert name == 'A & B <"C"> �\U0001f3b5 คอนเสิร์ต'


@pytest.mark.parametrize(("currency", "amount"), [("JPY", "100"), ("EUR", "100.00")])
def test_amounts_have_the_decimals_of_their_currency(currency: str, amount: str) -> None:
    invoice = make_invoice(currency=currency)
    require_good(invoice)
    assert texts(invoice, "ram:TaxBasisTotalAmount") == [amount]


def test_rules_know_every_country_and_every_currency_to_sell_in() -> None:
    """The lists of codes are read too: a code that they do not have is found."""
    unknown = e_invoice_xml(make_invoice()).replace(b">EUR<", b">ZZZ<")
    assert broken_rules(unknown)
    for code in sorted(DECIMALS):
        invoice = make_invoice(currency=code)
        is_good = why_no_e_invoice(invoice.content, code) is None
        if DECIMALS[code] <= 2:
            assert (broken_rules(e_invoice_xml(invoice)) == set()) is is_good, code
        else:
            assert not is_good
    for country in sorted({*COUNTRIES, *VAT_PREFIXES}):
        place = Address(country=VAT_PREFIXES.get(country, country))
        buyer = InvoiceParty(name="B", address=place, vat_id=f"{country}123456789")
        invoice = make_invoice(buyer=buyer)
        is_good = why_no_e_invoice(invoice.content, "EUR") is None
        assert (broken_rules(e_invoice_xml(invoice)) == set()) is is_good, country
        assert is_good or country == "SS"


@pytest.mark.parametrize(
    ("invoice", "why"),
    [
        (make_invoice(currency="KWD"), "Amounts in KWD have 3 decimals"),
        (make_invoice(currency="XAD"), "E-invoices know no currency XAD"),
        (make_invoice(currency="DEM"), "E-invoices know no currency DEM"),
        (
            make_invoice(make_line(net=Decimal("0.005"), tax=ZERO)),
            "parts of the smallest unit",
        ),
        (
            make_invoice(seller=InvoiceParty(name="S", address=Address(country="DE"))),
            "neither a VAT id nor a tax number",
        ),
        (
            make_invoice(buyer=InvoiceParty(name="B", address=Address(city="Hamburg"))),
            "The country of the buyer was not given",
        ),
        (
            make_invoice(make_line(category=TaxCategory.REVERSE_CHARGE, **NO_TAX)),
            "The buyer who owes the tax has given no VAT id",
        ),
        (
            make_invoice(make_line(rate=Decimal("0.40"), tax=Decimal("0.40"))),
            "no tax at less than half a per cent",
        ),
        (make_invoice(make_line(tax=Decimal("20.00"))), "The tax at 19%, rounded by line"),
        (make_invoice(make_line(tax=Decimal("18.00"))), "differs from the tax of the sum by 1"),
    ],
)
def test_what_cannot_be_an_e_invoice_says_why(invoice: Invoice, why: str) -> None:
    assert why in str(why_no_e_invoice(invoice.content, invoice.currency))


@pytest.mark.parametrize(
    ("tax", "is_good"), [("19.99", True), ("18.01", True), ("20.00", False), ("18.00", False)]
)
def test_tax_may_be_less_than_one_from_that_of_the_sum(tax: str, is_good: bool) -> None:
    """What the official rules tolerate, which their texts do not say: BR-CO-17 and BR-S-09."""
    invoice = make_invoice(make_line(tax=Decimal(tax)))
    assert (why_no_e_invoice(invoice.content, "EUR") is None) is is_good
    assert (broken_rules(e_invoice_xml(invoice)) == set()) is is_good


def test_rules_find_what_is_wrong() -> None:
    invoice = make_invoice()
    wrong_sum = e_invoice_xml(invoice).replace(
        b"<ram:LineTotalAmount>100.00</ram:LineTotalAmount><ram:TaxBasis",
        b"<ram:LineTotalAmount>99.00</ram:LineTotalAmount><ram:TaxBasis",
    )
    assert "BR-CO-10" in broken_rules(wrong_sum)
    nameless = replace(invoice.content.seller, vat_id=None)
    broken = broken_rules(e_invoice_xml(make_invoice(seller=nameless)))
    assert {"BR-CO-26", "BR-S-02"} <= broken

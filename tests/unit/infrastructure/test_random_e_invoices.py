"""E-invoices of random carts and their refunds: the official rules, and the sums of the ledger.

A document is an e-invoice exactly where the rules accept it.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random
from xml.etree import ElementTree as ET

import pytest

from src.domain.entities.billing import Billing
from src.domain.entities.event import Event, TaxRates
from src.domain.entities.invoice import Invoice, InvoiceKind
from src.domain.entities.order import Order, OrderItem
from src.domain.entities.seller import Seller
from src.domain.entities.transaction import LedgerEntry, TransactionKind
from src.domain.services.bookkeeping import payment_entries, refund_entries
from src.domain.services.e_invoicing import why_no_e_invoice
from src.domain.services.invoicing import Sold, due_documents, write_documents
from src.domain.services.pricing import price_line
from src.domain.shared.currency import smallest_unit
from src.domain.shared.money import ZERO
from src.infrastructure.documents.cii_elements import NAMESPACES
from src.infrastructure.documents.e_invoice import e_invoice_xml
from tests.support.e_invoices import broken_rules
from tests.support.examples import NOW, make_event, make_order, make_payment

RATES = [Decimal(rate) for rate in ("0.00", "2.10", "7.00", "7.70", "19.00", "21.00", "33.33")]
SELLER = Seller(
    user_id=2,
    name="Seller",
    street="Street 1",
    city="Berlin",
    country="DE",
    vat_id="DE123456789",
    always_e_invoices=True,
)
BILLING = Billing(order_id=40, name="Buyer", country="AT", reference="PO 7")
MOST_LINES = 50
"""Of an order; each may have a fee, which is a line of its own."""


def make_item(number: int, event: Event, random: Random) -> OrderItem:
    """Tickets at a price, with a discount and rates of their own."""
    quantity = random.randint(1, 9)
    price = random.randint(1, 20_000) * smallest_unit(event.currency)
    off = price * quantity * random.choice([0, 0, 10, 33, 100]) / 100
    rates = random.choice([event.tax_rates(), TaxRates(random.choice(RATES), random.choice(RATES))])
    unit = smallest_unit(event.currency)
    amounts = price_line(event, price, quantity, off.quantize(unit), rates=rates)
    return OrderItem(
        id=number,
        order_id=40,
        event_id=event.id,
        ticket_type_id=number,
        quantity=quantity,
        unit_price=price,
        subtotal=amounts.subtotal,
        discount_amount=amounts.discount_amount,
        fee_amount=amounts.fee_amount,
        tax_rate=rates.tickets,
        tax_amount=amounts.tax_amount,
        tax_included=amounts.tax_included,
        fee_tax_rate=rates.fee,
        fee_tax_amount=amounts.fee_tax_amount,
        total_amount=amounts.total_amount,
        ticket_type_name=f"Type {number}",
        event_country=event.country,
    )


def make_cart(random: Random, currency: str) -> tuple[Order, dict[int, Event]]:
    """An order of up to fifty items, of events with prices that include the tax and others."""
    unit = smallest_unit(currency)
    events = {
        number: make_event(
            id=number,
            currency=currency,
            service_fee_fixed=random.randint(0, 300) * unit,
            service_fee_percent=Decimal(random.randint(0, 1500)) / 100,
            tax_rate=random.choice(RATES),
            tax_inclusive=random.random() < 0.5,
            country=random.choice(["DE", "DE", "AT", None]),
        )
        for number in range(1, 4)
    }
    lines = random.choice([1, 2, random.randint(3, MOST_LINES), MOST_LINES])
    items = [make_item(at, random.choice(list(events.values())), random) for at in range(lines)]
    total = sum((item.total_amount for item in items), ZERO)
    return make_order(currency=currency, items=items, total_amount=total), events


def make_ledger(order: Order, random: Random) -> list[LedgerEntry]:
    """The payment, and refunds of parts of it until little or nothing is left."""
    payment = make_payment(amount=order.total_amount, currency=order.currency)
    booked = payment_entries(order, payment, NOW)
    left = order.total_amount
    for number in range(random.randint(0, 3)):
        part = (left * random.randint(1, 60) / 100).quantize(smallest_unit(order.currency))
        amount = left if random.random() < 0.3 else part
        if not amount:
            break
        refund = replace(payment, id=70 + number, kind=TransactionKind.REFUND, amount=amount)
        booked += refund_entries(order, refund, booked, NOW)
        left -= amount
    return booked


def documents_of(
    order: Order, events: dict[int, Event], booked: Sequence[LedgerEntry]
) -> list[Invoice]:
    sold = Sold(
        seller=SELLER,
        order=order,
        items=order.items,
        events=events,
        entries=booked,
        invoiced=(),
        issued=(),
        billing=BILLING,
        buyer="",
    )
    return write_documents(sold, due_documents(sold), year=2026, first_number=1, now=NOW)


def amount_of(xml: bytes, name: str) -> Decimal:
    (found,) = ET.fromstring(xml).iterfind(f".//ram:{name}", NAMESPACES)
    return Decimal(found.text or "")


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("currency", ["EUR", "JPY", "ISK"])
def test_documents_are_e_invoices_where_the_rules_accept_them(currency: str, seed: int) -> None:
    random = Random(f"{currency} {seed}")
    order, events = make_cart(random, currency)
    booked = make_ledger(order, random)
    documents = documents_of(order, events, booked)
    assert documents or not order.total_amount
    signs = {InvoiceKind.INVOICE: 1, InvoiceKind.CREDIT_NOTE: -1}
    stated = ZERO
    for document in documents:
        content = document.content
        xml = e_invoice_xml(document)
        assert content.is_e_invoice is (why_no_e_invoice(content, currency) is None)
        assert (broken_rules(xml) == set()) is content.is_e_invoice
        # Amounts with cents are never too far from the sum.
        assert content.is_e_invoice or currency != "EUR"
        assert amount_of(xml, "TaxTotalAmount") == content.tax
        assert amount_of(xml, "DuePayableAmount") == 0
        stated += signs[document.kind] * amount_of(xml, "TotalPrepaidAmount")
    assert stated == sum((entry.amount for entry in booked), ZERO)

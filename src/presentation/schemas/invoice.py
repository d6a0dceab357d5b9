"""Response bodies of invoices and credit notes."""

from decimal import Decimal

from pydantic import Field
from pydantic.config import JsonDict

from src.domain.entities.invoice import (
    Invoice,
    InvoiceKind,
    InvoiceLine,
    InvoiceParty,
    LineKind,
    TaxCategory,
)
from src.domain.shared.money import with_decimals
from src.presentation.schemas.fields import Answer, Moment, Money, Rate, StoredMoney, with_example

SELLER: JsonDict = {
    "name": "Konzerthaus am Fluss GmbH",
    "street": "Uferstraße 12",
    "postal_code": "10115",
    "city": "Berlin",
    "country": "DE",
    "tax_number": None,
    "vat_id": "DE123456789",
    "email": "rechnung@konzerthaus.de",
}
BUYER: JsonDict = {
    **SELLER,
    "name": "Erika Muster",
    "street": "Gasse 1",
    "vat_id": None,
    "email": "erika@muster.de",
}
LINE: JsonDict = {
    "kind": "tickets",
    "event_title": "Spring concert",
    "ticket_type": "Standing",
    "held_at": "2026-12-24T19:00:00Z",
    "event_country": "DE",
    "quantity": 2,
    "unit_price": "50.00",
    "discount_amount": "0.00",
    "tax_category": "standard",
    "tax_rate": "7.00",
    "net_amount": "100.00",
    "tax_amount": "7.00",
    "gross_amount": "107.00",
}
EXAMPLE: JsonDict = {
    "id": 1,
    "seller_id": 2,
    "order_id": 1,
    "kind": "invoice",
    "number": "KF-2026-00001",
    "issued_at": "2026-11-20T13:00:00Z",
    "currency": "EUR",
    "net_amount": "100.00",
    "tax_amount": "7.00",
    "gross_amount": "107.00",
    "corrects": None,
    "order_reference": "ORD-7K2M9QXA",
    "buyer_reference": "04011000-12345-03",
    "is_e_invoice": True,
    "seller": SELLER,
    "buyer": BUYER,
    "lines": [LINE],
    "taxes": [
        {
            "tax_category": "standard",
            "tax_rate": "7.00",
            "net_amount": "100.00",
            "tax_amount": "7.00",
        }
    ],
}


class InvoicePartyAnswer(Answer):
    """The seller or the buyer, as the document names them."""

    name: str
    street: str | None
    postal_code: str | None
    city: str | None
    country: str | None
    tax_number: str | None
    vat_id: str | None
    email: str | None


class InvoiceLineAnswer(Answer):
    """A line: tickets or add-ons of one type, or the service fee on them.

    A credit note has no `quantity`, `unit_price` and `discount_amount`: a part of a payment need
    not be a number of tickets.
    """

    kind: LineKind
    event_title: str
    ticket_type: str
    held_at: Moment
    event_country: str | None = Field(description="Where the event was to be when it was sold.")
    quantity: int | None
    unit_price: StoredMoney | None
    discount_amount: StoredMoney | None
    tax_category: TaxCategory
    tax_rate: Rate
    net_amount: StoredMoney
    tax_amount: StoredMoney
    gross_amount: StoredMoney


class InvoiceTaxAnswer(Answer):
    """What the lines of one rate come to."""

    tax_category: TaxCategory
    tax_rate: Rate
    net_amount: StoredMoney
    tax_amount: StoredMoney


class InvoiceAnswer(Answer):
    """An invoice or credit note, as it was issued. The amounts of both are positive.

    `corrects` is the number of the invoice that a credit note takes back from. `is_e_invoice` is
    whether it is one by EN 16931 too: then it is also to be had as XML.
    """

    model_config = with_example(EXAMPLE)

    id: int
    seller_id: int
    order_id: int
    kind: InvoiceKind
    number: str
    issued_at: Moment
    currency: str
    net_amount: Money
    tax_amount: Money
    gross_amount: Money
    corrects: str | None
    order_reference: str
    buyer_reference: str | None
    is_e_invoice: bool
    seller: InvoicePartyAnswer
    buyer: InvoicePartyAnswer
    lines: list[InvoiceLineAnswer]
    taxes: list[InvoiceTaxAnswer]

    @classmethod
    def of(cls, invoice: Invoice) -> "InvoiceAnswer":
        """The answer to who asks for the document."""
        content, currency = invoice.content, invoice.currency

        def exact(amount: Decimal) -> Decimal:
            return with_decimals(amount, currency)

        return cls(
            id=invoice.id,
            seller_id=invoice.seller_id,
            order_id=invoice.order_id,
            kind=invoice.kind,
            number=invoice.name,
            issued_at=invoice.issued_at,
            currency=currency,
            net_amount=content.net,
            tax_amount=content.tax,
            gross_amount=content.gross,
            corrects=content.corrects,
            order_reference=content.order_reference,
            buyer_reference=content.buyer_reference,
            is_e_invoice=content.is_e_invoice,
            seller=_party(content.seller),
            buyer=_party(content.buyer),
            lines=[_line(line, currency) for line in content.lines],
            taxes=[
                InvoiceTaxAnswer(
                    tax_category=taxed.category,
                    tax_rate=taxed.rate,
                    net_amount=exact(taxed.net),
                    tax_amount=exact(taxed.tax),
                )
                for taxed in content.taxes
            ],
        )


def _party(party: InvoiceParty) -> InvoicePartyAnswer:
    address = party.address
    return InvoicePartyAnswer(
        name=party.name,
        street=address.street,
        postal_code=address.postal_code,
        city=address.city,
        country=address.country,
        tax_number=party.tax_number,
        vat_id=party.vat_id,
        email=party.email,
    )


def _line(line: InvoiceLine, currency: str) -> InvoiceLineAnswer:
    def exact(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else with_decimals(amount, currency)

    return InvoiceLineAnswer(
        kind=line.kind,
        event_title=line.event_title,
        ticket_type=line.ticket_type,
        held_at=line.held_at,
        event_country=line.country,
        quantity=line.quantity,
        unit_price=exact(line.unit_price),
        discount_amount=exact(line.discount),
        tax_category=line.category,
        tax_rate=line.rate,
        net_amount=with_decimals(line.net, currency),
        tax_amount=with_decimals(line.tax, currency),
        gross_amount=with_decimals(line.gross, currency),
    )

"""Invoices and credit notes: what they say, once and for all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.seller import Address
from src.domain.shared.language import Language
from src.domain.shared.money import ZERO


class InvoiceKind(StrEnum):
    """A credit note takes back what an invoice charged; its amounts are positive too."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class TaxCategory(StrEnum):
    """Why the tax is what it is."""

    STANDARD = "standard"
    ZERO = "zero"
    SMALL_BUSINESS = "small_business"
    REVERSE_CHARGE = "reverse_charge"


class LineKind(StrEnum):
    """What a line is for: tickets or add-ons, or the service fee on them."""

    TICKETS = "tickets"
    FEE = "fee"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceParty:
    """The seller or the buyer, as the document names them."""

    name: str
    address: Address
    tax_number: str | None = None
    vat_id: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One line. `gross` is `net` with `tax`; `rate` is in per cent.

    `quantity`, `unit_price` and `discount` are those of the order, prices as they were shown; a
    credit note has none, since a part of a payment need not be a number of tickets. `held_at` is
    when the event starts, `country` where it was to take place when it was sold.
    """

    kind: LineKind
    event_title: str
    ticket_type: str
    held_at: datetime
    quantity: int | None = None
    unit_price: Decimal | None = None
    discount: Decimal | None = None
    category: TaxCategory
    rate: Decimal
    net: Decimal
    tax: Decimal
    country: str | None = None

    @property
    def gross(self) -> Decimal:
        """What was paid, or went back."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxSum:
    """What the lines of one rate come to; of one country where they are apart by it."""

    category: TaxCategory
    rate: Decimal
    net: Decimal
    tax: Decimal
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceContent:
    """All that a document says, as it was when it was issued. Times are printed in `timezone`.

    `corrects` and `corrects_at` are the number and time of the invoice that a credit note takes
    back from, or of the credit note that an invoice takes back. `is_lost_dispute` is whether a
    credit note is for what the buyer's bank has taken. `is_e_invoice` is whether it is an invoice
    by EN 16931 as well, which is decided when it is issued; `buyer_reference` is what the buyer
    finds it by.
    """

    seller: InvoiceParty
    buyer: InvoiceParty
    order_reference: str
    ordered_at: datetime
    timezone: str
    language: Language
    has_inclusive_prices: bool
    lines: tuple[InvoiceLine, ...]
    corrects: str | None = None
    corrects_at: datetime | None = None
    buyer_reference: str | None = None
    is_e_invoice: bool = False
    is_lost_dispute: bool = False

    @property
    def taxes(self) -> list[TaxSum]:
        """The sums of each rate, the highest first."""
        return _sums(self.lines)

    @property
    def taxes_by_country(self) -> list[TaxSum]:
        """The sums of each rate in each country, by country, those without one last."""
        countries = sorted({line.country for line in self.lines}, key=lambda code: code or "~")
        return [
            replace(taxed, country=country)
            for country in countries
            for taxed in _sums([line for line in self.lines if line.country == country])
        ]

    @property
    def country(self) -> str | None:
        """Where all that it is for takes place; None if that is not one known country."""
        countries = {line.country for line in self.lines}
        return countries.pop() if len(countries) == 1 else None

    @property
    def net(self) -> Decimal:
        return sum((line.net for line in self.lines), ZERO)

    @property
    def tax(self) -> Decimal:
        return sum((line.tax for line in self.lines), ZERO)

    @property
    def gross(self) -> Decimal:
        return self.net + self.tax


def _sums(lines: Sequence[InvoiceLine]) -> list[TaxSum]:
    keys = sorted({(line.rate, line.category) for line in lines}, reverse=True)
    of_key = {key: [line for line in lines if (line.rate, line.category) == key] for key in keys}
    return [
        TaxSum(
            category=category,
            rate=rate,
            net=sum((line.net for line in of_key[rate, category]), ZERO),
            tax=sum((line.tax for line in of_key[rate, category]), ZERO),
        )
        for rate, category in keys
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementKey:
    """A movement of money in the ledger: the turn of a transaction."""

    transaction_id: int
    turn: int


@dataclass(kw_only=True, slots=True)
class Invoice:
    """A document that a seller has issued. It never changes.

    `number` counts the seller's documents of the `year`, from 1 and without gaps; `name` is what
    is printed. `movements` are what it was issued for.
    """

    id: int = 0
    seller_id: int
    order_id: int
    kind: InvoiceKind
    year: int
    number: int
    name: str
    issued_at: datetime
    currency: str
    content: InvoiceContent
    movements: tuple[MovementKey, ...] = ()

"""Request and response bodies of sellers, and of whom invoices are for."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints
from pydantic.config import JsonDict

from src.domain.entities.billing import Billing
from src.domain.entities.seller import PREFIX, CountryTaxes, Seller
from src.domain.shared.country import COUNTRIES
from src.domain.shared.tax import TaxRounding
from src.domain.shared.vat_id import VAT_ID
from src.presentation.schemas.body import BY_SERVICE, Body, Sentences, all_of
from src.presentation.schemas.fields import (
    EXAMPLE_TIMES,
    Answer,
    DocumentedPattern,
    Email,
    Line,
    Moment,
    Name,
    OptionalLine,
    Percent,
    Rate,
    Street,
    Timezone,
    with_example,
)


def _known_country(value: str) -> str:
    if value not in COUNTRIES:
        raise ValueError(f"{value} is no country of ISO 3166, such as DE or TH")
    return value


Country = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{2}$"),
    AfterValidator(_known_country),
    Field(description="By ISO 3166, such as `DE`."),
]
VatId = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=f"^{VAT_ID.pattern}$"),
    DocumentedPattern(r"^[A-Za-z]{2}[A-Za-z0-9+*]{2,13}$"),
    Field(description="With the letters of its country, such as `DE123456789`."),
]
Prefix = Annotated[
    str,
    StringConstraints(pattern=f"^{PREFIX.pattern}$"),
    Field(description="What the numbers of new invoices begin with."),
]
TaxNumber = Annotated[
    OptionalLine,
    Field(description="The number that a tax office gave, where that is no VAT id."),
]

TAXES_EXAMPLE: JsonDict = {
    "country": "AT",
    "tax_rate": "13.00",
    "fee_tax_rate": "20.00",
    "tax_inclusive": True,
    "reverse_charge": False,
}
SELLER_EXAMPLE: JsonDict = {
    "name": "Konzerthaus am Fluss GmbH",
    "street": "Uferstraße 12",
    "postal_code": "10115",
    "city": "Berlin",
    "country": "DE",
    "tax_number": None,
    "vat_id": "DE123456789",
    "is_small_business": False,
    "allows_reverse_charge": False,
    "tax_rounding": "line",
    "invoice_prefix": "KF-",
    "timezone": "Europe/Berlin",
    "email": "rechnung@konzerthaus.de",
    "always_e_invoices": False,
    "taxes_by_country": [TAXES_EXAMPLE],
}
BILLING_EXAMPLE: JsonDict = {
    "name": "Srisai Trading Co., Ltd.",
    "street": "Sukhumvit 21",
    "postal_code": "10110",
    "city": "Bangkok",
    "country": "TH",
    "vat_id": None,
    "email": "accounts@srisai.co.th",
    "reference": "PO-2026-118",
    "wants_e_invoice": True,
}


class CountryTaxesAnswer(Answer):
    """What is charged at events in a country."""

    country: str
    tax_rate: Rate
    fee_tax_rate: Rate | None
    tax_inclusive: bool
    reverse_charge: bool


class SellerAnswer(Answer):
    """What the invoices of an organizer say about the organizer."""

    model_config = with_example({"user_id": 2, **SELLER_EXAMPLE, **EXAMPLE_TIMES})

    user_id: int
    name: str
    street: str
    postal_code: str | None
    city: str
    country: str
    tax_number: str | None
    vat_id: str | None
    is_small_business: bool
    allows_reverse_charge: bool
    tax_rounding: TaxRounding
    invoice_prefix: str
    timezone: str
    email: str | None
    always_e_invoices: bool
    taxes_by_country: list[CountryTaxesAnswer]
    created_at: Moment
    updated_at: Moment


class CountryTaxesBody(Body):
    """What is charged at events in a country."""

    model_config = with_example(TAXES_EXAMPLE)

    country: Country
    tax_rate: Percent = Field(description="Per cent, of new events there.")
    fee_tax_rate: Percent | None = Field(None, description="Of the fee, where it is another one.")
    tax_inclusive: bool = Field(False, description="Whether price and fee contain the tax.")
    reverse_charge: bool = Field(
        False,
        description="Whether a business of that country with a VAT id of it owes the tax of events "
        "there itself, as its law may say where the seller is of another country. Needs a "
        "`vat_id`.",
    )

    def taxes(self) -> CountryTaxes:
        """The taxes of the domain."""
        return CountryTaxes(**self.model_dump())


class SellerBody(Body):
    """Who sells: all of it, in place of what was said before."""

    model_config = with_example(SELLER_EXAMPLE)

    not_here: ClassVar[Sentences] = all_of(SellerAnswer, BY_SERVICE)

    name: Name
    street: Street
    postal_code: Line | None = None
    city: Line
    country: Country
    tax_number: TaxNumber | None = None
    vat_id: VatId | None = None
    is_small_business: bool = Field(
        False,
        description="Whether it is too small to charge a tax: nothing is then sold with one, "
        "whatever rates events have, and invoices say so. Placed orders stay as they are.",
    )
    allows_reverse_charge: bool = Field(
        False,
        description="Whether a business with an address and a VAT id of another country buys "
        "online events without tax, and owes it itself. Needs a `vat_id`. Events that take place "
        "somewhere are taxed there: see `taxes_by_country`.",
    )
    tax_rounding: TaxRounding = Field(
        TaxRounding.LINE,
        description="What is rounded: the tax of each line of an order, or the sum of each rate.",
    )
    invoice_prefix: Prefix = ""
    timezone: Timezone = Field("UTC", description="In which times are printed and years begin.")
    email: Email | None = Field(
        None, description="Where e-invoices say that the seller is reached."
    )
    always_e_invoices: bool = Field(
        False,
        description="Whether buyers who gave their country get e-invoices by EN 16931 without"
        " asking. That needs a VAT id or a tax number.",
    )
    taxes_by_country: list[CountryTaxesBody] = Field(
        [],
        max_length=len(COUNTRIES),
        description="What new events in these countries start with; events that exist stay as they"
        " are.",
    )

    def seller(self, user_id: int) -> Seller:
        """The seller of the domain."""
        return Seller(
            user_id=user_id,
            **{
                **self.model_dump(),
                "tax_number": self.tax_number or None,
                "taxes_by_country": tuple(taxes.taxes() for taxes in self.taxes_by_country),
            },
        )


class BillingAnswer(Answer):
    """Whom the invoice of an order is for."""

    model_config = with_example(BILLING_EXAMPLE)

    name: str
    street: str | None
    postal_code: str | None
    city: str | None
    country: str | None
    vat_id: str | None
    email: str | None
    reference: str | None
    wants_e_invoice: bool


class BillingBody(Body):
    """Whom the invoice is for: all of it, in place of what was said before."""

    model_config = with_example(BILLING_EXAMPLE)

    name: Name
    street: Street | None = None
    postal_code: Line | None = None
    city: Line | None = None
    country: Country | None = None
    vat_id: VatId | None = None
    email: Email | None = Field(None, description="Where e-invoices say that the buyer is reached.")
    reference: Line | None = Field(
        None,
        description="What the buyer finds the invoice by: a number of an order, or the Leitweg-ID"
        " of a German authority.",
    )
    wants_e_invoice: bool = Field(
        False,
        description="Whether it is to be an e-invoice by EN 16931 too, which needs the country.",
    )

    def billing(self, order_id: int) -> Billing:
        """The billing of the domain."""
        return Billing(order_id=order_id, **self.model_dump())

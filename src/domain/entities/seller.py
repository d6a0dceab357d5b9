"""Who sells: what an organizer's invoices say about the organizer."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.domain.errors import ValidationFailed
from src.domain.shared.country import require_country
from src.domain.shared.tax import TaxRounding
from src.domain.shared.vat_id import require_vat_id

PREFIX = re.compile(r"[A-Za-z0-9-]{0,12}")

SELLER_DETAILS = (
    *("name", "street", "postal_code", "city", "country", "tax_number", "vat_id"),
    *("is_small_business", "allows_reverse_charge", "tax_rounding"),
    *("invoice_prefix", "timezone", "email", "always_e_invoices", "taxes_by_country"),
)
"""The fields of a seller that somebody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where somebody is, for an invoice. `street` may have several lines."""

    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryTaxes:
    """What a seller charges at events in a country: the rates, in per cent, of new events there.

    The fee has the rate of the tickets if it has none of its own. `reverse_charge` is whether
    businesses of that country owe the tax of admission to events there themselves, where the seller
    is of another country: the law of the country says so or does not (article 194 of directive
    2006/112/EC lets it choose).
    """

    country: str
    tax_rate: Decimal
    fee_tax_rate: Decimal | None = None
    tax_inclusive: bool = False
    reverse_charge: bool = False


@dataclass(kw_only=True, slots=True)
class Seller:
    """The seller that an organizer is, with the user's id: what invoices say, and their numbers.

    A small business charges no tax, whatever rates its events have. With `allows_reverse_charge`
    businesses of other countries buy online events without tax, and owe it themselves.
    `taxes_by_country` are the rates that new events start with. Numbers are
    `invoice_prefix`, the year and a number that counts from 1 without gaps; the year is the one in
    `timezone`. `invoiced_until` is how far the job has looked at what was paid. `email` is where
    e-invoices say that the seller is reached; with `always_e_invoices` nobody has to ask for one.
    """

    user_id: int
    name: str
    street: str
    postal_code: str | None = None
    city: str
    country: str
    tax_number: str | None = None
    vat_id: str | None = None
    is_small_business: bool = False
    allows_reverse_charge: bool = False
    tax_rounding: TaxRounding = TaxRounding.LINE
    invoice_prefix: str = ""
    timezone: str = "UTC"
    email: str | None = None
    always_e_invoices: bool = False
    taxes_by_country: tuple[CountryTaxes, ...] = ()
    invoiced_until: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def address(self) -> Address:
        return Address(
            street=self.street,
            postal_code=self.postal_code,
            city=self.city,
            country=self.country,
        )

    @property
    def has_tax_id(self) -> bool:
        """Whether e-invoices can name a number that a tax office knows."""
        return bool(self.vat_id or self.tax_number)

    def taxes_in(self, country: str | None) -> CountryTaxes | None:
        """What it charges in a country; None where it has not said."""
        return next((taxes for taxes in self.taxes_by_country if taxes.country == country), None)

    def check(self) -> None:
        """Raise ValidationFailed unless an invoice can say all this."""
        require_country(self.country, field="body.country")
        if not PREFIX.fullmatch(self.invoice_prefix):
            message = "A prefix has at most 12 letters, digits and dashes."
            raise ValidationFailed("body.invoice_prefix", message)
        if self.vat_id is not None:
            require_vat_id(self.vat_id, field="body.vat_id")
        if self.always_e_invoices and not self.has_tax_id:
            message = "An e-invoice names the VAT id or the tax number of the seller."
            raise ValidationFailed("body.vat_id", message)
        if self.allows_reverse_charge and self.is_small_business:
            message = "A small business charges no tax that a buyer could owe instead."
            raise ValidationFailed("body.allows_reverse_charge", message)
        if self.allows_reverse_charge and self.vat_id is None:
            message = "Reverse charge needs your VAT id: invoices must say it."
            raise ValidationFailed("body.allows_reverse_charge", message)
        self._check_countries()

    def _check_countries(self) -> None:
        times = Counter(taxes.country for taxes in self.taxes_by_country)
        for number, taxes in enumerate(self.taxes_by_country):
            path = f"body.taxes_by_country.{number}"
            require_country(taxes.country, field=f"{path}.country")
            if times[taxes.country] > 1:
                message = f"The rates of {taxes.country} are given twice."
                raise ValidationFailed(f"{path}.country", message)
            if not taxes.reverse_charge:
                continue
            if taxes.country == self.country:
                message = "In your own country you owe the tax yourself."
                raise ValidationFailed(f"{path}.reverse_charge", message)
            if self.is_small_business:
                message = "A small business charges no tax that a buyer could owe instead."
                raise ValidationFailed(f"{path}.reverse_charge", message)
            if self.vat_id is None:
                message = "Reverse charge needs your VAT id: invoices must say it."
                raise ValidationFailed(f"{path}.reverse_charge", message)

"""Whom the invoice of an order is for."""

from dataclasses import dataclass

from src.domain.entities.seller import Address
from src.domain.errors import ValidationFailed
from src.domain.shared.country import country_of_vat_id, require_country
from src.domain.shared.vat_id import require_vat_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Billing:
    """Name, address and tax id of who buys an order, as they gave them.

    `reference` is what the buyer finds the invoice by, such as the Leitweg-ID of a German
    authority. `wants_e_invoice` asks for an invoice by EN 16931, which names `email`.
    """

    order_id: int
    name: str
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    vat_id: str | None = None
    email: str | None = None
    reference: str | None = None
    wants_e_invoice: bool = False

    @property
    def address(self) -> Address:
        return Address(
            street=self.street,
            postal_code=self.postal_code,
            city=self.city,
            country=self.country,
        )

    @property
    def business_country(self) -> str | None:
        """The country of a business: that of the address, where the VAT id is of it too."""
        if self.vat_id is None or country_of_vat_id(self.vat_id) != self.country:
            return None
        return self.country

    def check(self) -> None:
        """Raise ValidationFailed unless an invoice can say all this."""
        if self.country is not None:
            require_country(self.country, field="body.country")
        if self.vat_id is not None:
            require_vat_id(self.vat_id, field="body.vat_id")
        if self.wants_e_invoice and self.country is None:
            raise ValidationFailed("body.country", "An e-invoice names the country of the buyer.")

"""Whom the invoice of an order is for."""

from dataclasses import dataclass

from src.domain.entities.seller import Address, require_vat_id
from src.domain.shared.country import require_country


@dataclass(frozen=True, slots=True, kw_only=True)
class Billing:
    """Name, address and tax id of who buys an order, as they gave them."""

    order_id: int
    name: str
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    vat_id: str | None = None

    @property
    def address(self) -> Address:
        return Address(
            street=self.street,
            postal_code=self.postal_code,
            city=self.city,
            country=self.country,
        )

    def check(self) -> None:
        """Raise ValidationFailed unless an invoice can say all this."""
        if self.country is not None:
            require_country(self.country, field="body.country")
        if self.vat_id is not None:
            require_vat_id(self.vat_id, field="body.vat_id")

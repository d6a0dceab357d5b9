from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tax_rounding import TaxRounding

if TYPE_CHECKING:
    from ..models.country_taxes_answer import CountryTaxesAnswer


T = TypeVar("T", bound="SellerAnswer")


@_attrs_define
class SellerAnswer:
    """What the invoices of an organizer say about the organizer.

    Attributes:
        user_id (int):
        name (str):
        street (str):
        postal_code (None | str):
        city (str):
        country (str):
        tax_number (None | str):
        vat_id (None | str):
        is_small_business (bool):
        allows_reverse_charge (bool):
        tax_rounding (TaxRounding): What is rounded: the tax of each line of an order, or that of each rate of a seller.
        invoice_prefix (str):
        timezone (str):
        email (None | str):
        always_e_invoices (bool):
        taxes_by_country (list[CountryTaxesAnswer]):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    user_id: int
    name: str
    street: str
    postal_code: None | str
    city: str
    country: str
    tax_number: None | str
    vat_id: None | str
    is_small_business: bool
    allows_reverse_charge: bool
    tax_rounding: TaxRounding
    invoice_prefix: str
    timezone: str
    email: None | str
    always_e_invoices: bool
    taxes_by_country: list[CountryTaxesAnswer]
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user_id = self.user_id

        name = self.name

        street = self.street

        postal_code: None | str
        postal_code = self.postal_code

        city = self.city

        country = self.country

        tax_number: None | str
        tax_number = self.tax_number

        vat_id: None | str
        vat_id = self.vat_id

        is_small_business = self.is_small_business

        allows_reverse_charge = self.allows_reverse_charge

        tax_rounding = self.tax_rounding.value

        invoice_prefix = self.invoice_prefix

        timezone = self.timezone

        email: None | str
        email = self.email

        always_e_invoices = self.always_e_invoices

        taxes_by_country = []
        for taxes_by_country_item_data in self.taxes_by_country:
            taxes_by_country_item = taxes_by_country_item_data.to_dict()
            taxes_by_country.append(taxes_by_country_item)

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user_id": user_id,
                "name": name,
                "street": street,
                "postal_code": postal_code,
                "city": city,
                "country": country,
                "tax_number": tax_number,
                "vat_id": vat_id,
                "is_small_business": is_small_business,
                "allows_reverse_charge": allows_reverse_charge,
                "tax_rounding": tax_rounding,
                "invoice_prefix": invoice_prefix,
                "timezone": timezone,
                "email": email,
                "always_e_invoices": always_e_invoices,
                "taxes_by_country": taxes_by_country,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.country_taxes_answer import CountryTaxesAnswer  # noqa: PLC0415

        d = dict(src_dict)
        user_id = d.pop("user_id")

        name = d.pop("name")

        street = d.pop("street")

        def _parse_postal_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        postal_code = _parse_postal_code(d.pop("postal_code"))

        city = d.pop("city")

        country = d.pop("country")

        def _parse_tax_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tax_number = _parse_tax_number(d.pop("tax_number"))

        def _parse_vat_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        vat_id = _parse_vat_id(d.pop("vat_id"))

        is_small_business = d.pop("is_small_business")

        allows_reverse_charge = d.pop("allows_reverse_charge")

        tax_rounding = TaxRounding(d.pop("tax_rounding"))

        invoice_prefix = d.pop("invoice_prefix")

        timezone = d.pop("timezone")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        always_e_invoices = d.pop("always_e_invoices")

        taxes_by_country = []
        _taxes_by_country = d.pop("taxes_by_country")
        for taxes_by_country_item_data in _taxes_by_country:
            taxes_by_country_item = CountryTaxesAnswer.from_dict(taxes_by_country_item_data)

            taxes_by_country.append(taxes_by_country_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        seller_answer = cls(
            user_id=user_id,
            name=name,
            street=street,
            postal_code=postal_code,
            city=city,
            country=country,
            tax_number=tax_number,
            vat_id=vat_id,
            is_small_business=is_small_business,
            allows_reverse_charge=allows_reverse_charge,
            tax_rounding=tax_rounding,
            invoice_prefix=invoice_prefix,
            timezone=timezone,
            email=email,
            always_e_invoices=always_e_invoices,
            taxes_by_country=taxes_by_country,
            created_at=created_at,
            updated_at=updated_at,
        )

        seller_answer.additional_properties = d
        return seller_answer

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.tax_rounding import TaxRounding
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.country_taxes_body import CountryTaxesBody


T = TypeVar("T", bound="SellerBody")


@_attrs_define
class SellerBody:
    """Who sells: all of it, in place of what was said before.

    Attributes:
        name (str):
        street (str): Street and number; further lines after a line break.
        city (str):
        country (str): By ISO 3166, such as `DE`.
        postal_code (None | str | Unset):
        tax_number (None | str | Unset):
        vat_id (None | str | Unset):
        is_small_business (bool | Unset): Whether it is too small to charge a tax: nothing is then sold with one,
            whatever rates events have, and invoices say so. Placed orders stay as they are. Default: `False`.
        allows_reverse_charge (bool | Unset): Whether a business with an address and a VAT id of another country buys
            online events without tax, and owes it itself. Needs a `vat_id`. Events that take place somewhere are taxed
            there: see `taxes_by_country`. Default: `False`.
        tax_rounding (TaxRounding | Unset): What is rounded: the tax of each line of an order, or that of each rate of a
            seller.
        invoice_prefix (str | Unset): What the numbers of new invoices begin with. Default: ``.
        timezone (str | Unset): In which times are printed and years begin. Default: `UTC`.
        email (None | str | Unset): Where e-invoices say that the seller is reached.
        always_e_invoices (bool | Unset): Whether buyers who gave their country get e-invoices by EN 16931 without
            asking. That needs a VAT id or a tax number. Default: `False`.
        taxes_by_country (list[CountryTaxesBody] | Unset): What new events in these countries start with; events that
            exist stay as they are. Default: an empty list.
    """

    name: str
    street: str
    city: str
    country: str
    postal_code: None | str | Unset = UNSET
    tax_number: None | str | Unset = UNSET
    vat_id: None | str | Unset = UNSET
    is_small_business: bool | Unset = UNSET
    allows_reverse_charge: bool | Unset = UNSET
    tax_rounding: TaxRounding | Unset = UNSET
    invoice_prefix: str | Unset = UNSET
    timezone: str | Unset = UNSET
    email: None | str | Unset = UNSET
    always_e_invoices: bool | Unset = UNSET
    taxes_by_country: list[CountryTaxesBody] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        street = self.street

        city = self.city

        country = self.country

        postal_code: None | str | Unset
        if isinstance(self.postal_code, Unset):
            postal_code = UNSET
        else:
            postal_code = self.postal_code

        tax_number: None | str | Unset
        if isinstance(self.tax_number, Unset):
            tax_number = UNSET
        else:
            tax_number = self.tax_number

        vat_id: None | str | Unset
        if isinstance(self.vat_id, Unset):
            vat_id = UNSET
        else:
            vat_id = self.vat_id

        is_small_business = self.is_small_business

        allows_reverse_charge = self.allows_reverse_charge

        tax_rounding: str | Unset = UNSET
        if not isinstance(self.tax_rounding, Unset):
            tax_rounding = self.tax_rounding.value

        invoice_prefix = self.invoice_prefix

        timezone = self.timezone

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        always_e_invoices = self.always_e_invoices

        taxes_by_country: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.taxes_by_country, Unset):
            taxes_by_country = []
            for taxes_by_country_item_data in self.taxes_by_country:
                taxes_by_country_item = taxes_by_country_item_data.to_dict()
                taxes_by_country.append(taxes_by_country_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "street": street,
                "city": city,
                "country": country,
            }
        )
        if postal_code is not UNSET:
            field_dict["postal_code"] = postal_code
        if tax_number is not UNSET:
            field_dict["tax_number"] = tax_number
        if vat_id is not UNSET:
            field_dict["vat_id"] = vat_id
        if is_small_business is not UNSET:
            field_dict["is_small_business"] = is_small_business
        if allows_reverse_charge is not UNSET:
            field_dict["allows_reverse_charge"] = allows_reverse_charge
        if tax_rounding is not UNSET:
            field_dict["tax_rounding"] = tax_rounding
        if invoice_prefix is not UNSET:
            field_dict["invoice_prefix"] = invoice_prefix
        if timezone is not UNSET:
            field_dict["timezone"] = timezone
        if email is not UNSET:
            field_dict["email"] = email
        if always_e_invoices is not UNSET:
            field_dict["always_e_invoices"] = always_e_invoices
        if taxes_by_country is not UNSET:
            field_dict["taxes_by_country"] = taxes_by_country

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.country_taxes_body import CountryTaxesBody  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        street = d.pop("street")

        city = d.pop("city")

        country = d.pop("country")

        def _parse_postal_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        postal_code = _parse_postal_code(d.pop("postal_code", UNSET))

        def _parse_tax_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_number = _parse_tax_number(d.pop("tax_number", UNSET))

        def _parse_vat_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        vat_id = _parse_vat_id(d.pop("vat_id", UNSET))

        is_small_business = d.pop("is_small_business", UNSET)

        allows_reverse_charge = d.pop("allows_reverse_charge", UNSET)

        _tax_rounding = d.pop("tax_rounding", UNSET)
        tax_rounding: TaxRounding | Unset
        if isinstance(_tax_rounding, Unset):
            tax_rounding = UNSET
        else:
            tax_rounding = TaxRounding(_tax_rounding)

        invoice_prefix = d.pop("invoice_prefix", UNSET)

        timezone = d.pop("timezone", UNSET)

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        always_e_invoices = d.pop("always_e_invoices", UNSET)

        _taxes_by_country = d.pop("taxes_by_country", UNSET)
        taxes_by_country: list[CountryTaxesBody] | Unset = UNSET
        if _taxes_by_country is not UNSET:
            taxes_by_country = []
            for taxes_by_country_item_data in _taxes_by_country:
                taxes_by_country_item = CountryTaxesBody.from_dict(taxes_by_country_item_data)

                taxes_by_country.append(taxes_by_country_item)

        seller_body = cls(
            name=name,
            street=street,
            city=city,
            country=country,
            postal_code=postal_code,
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
        )

        return seller_body

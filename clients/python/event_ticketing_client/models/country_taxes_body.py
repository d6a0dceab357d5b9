from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CountryTaxesBody")


@_attrs_define
class CountryTaxesBody:
    """What is charged at events in a country.

    Attributes:
        country (str): By ISO 3166, such as `DE`.
        tax_rate (str): Per cent, of new events there.
        fee_tax_rate (None | str | Unset): Of the fee, where it is another one.
        tax_inclusive (bool | Unset): Whether price and fee contain the tax. Default: `False`.
        reverse_charge (bool | Unset): Whether a business of that country with a VAT id of it owes the tax of events
            there itself, as its law may say where the seller is of another country. Needs a `vat_id`. Default: `False`.
    """

    country: str
    tax_rate: str
    fee_tax_rate: None | str | Unset = UNSET
    tax_inclusive: bool | Unset = UNSET
    reverse_charge: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        tax_rate = self.tax_rate

        fee_tax_rate: None | str | Unset
        if isinstance(self.fee_tax_rate, Unset):
            fee_tax_rate = UNSET
        else:
            fee_tax_rate = self.fee_tax_rate

        tax_inclusive = self.tax_inclusive

        reverse_charge = self.reverse_charge

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "country": country,
                "tax_rate": tax_rate,
            }
        )
        if fee_tax_rate is not UNSET:
            field_dict["fee_tax_rate"] = fee_tax_rate
        if tax_inclusive is not UNSET:
            field_dict["tax_inclusive"] = tax_inclusive
        if reverse_charge is not UNSET:
            field_dict["reverse_charge"] = reverse_charge

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        country = d.pop("country")

        tax_rate = d.pop("tax_rate")

        def _parse_fee_tax_rate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fee_tax_rate = _parse_fee_tax_rate(d.pop("fee_tax_rate", UNSET))

        tax_inclusive = d.pop("tax_inclusive", UNSET)

        reverse_charge = d.pop("reverse_charge", UNSET)

        country_taxes_body = cls(
            country=country,
            tax_rate=tax_rate,
            fee_tax_rate=fee_tax_rate,
            tax_inclusive=tax_inclusive,
            reverse_charge=reverse_charge,
        )

        return country_taxes_body

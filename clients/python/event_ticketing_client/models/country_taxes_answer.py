from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CountryTaxesAnswer")


@_attrs_define
class CountryTaxesAnswer:
    """What is charged at events in a country.

    Attributes:
        country (str):
        tax_rate (str):
        fee_tax_rate (None | str):
        tax_inclusive (bool):
        reverse_charge (bool):
    """

    country: str
    tax_rate: str
    fee_tax_rate: None | str
    tax_inclusive: bool
    reverse_charge: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        tax_rate = self.tax_rate

        fee_tax_rate: None | str
        fee_tax_rate = self.fee_tax_rate

        tax_inclusive = self.tax_inclusive

        reverse_charge = self.reverse_charge

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "country": country,
                "tax_rate": tax_rate,
                "fee_tax_rate": fee_tax_rate,
                "tax_inclusive": tax_inclusive,
                "reverse_charge": reverse_charge,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        country = d.pop("country")

        tax_rate = d.pop("tax_rate")

        def _parse_fee_tax_rate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        fee_tax_rate = _parse_fee_tax_rate(d.pop("fee_tax_rate"))

        tax_inclusive = d.pop("tax_inclusive")

        reverse_charge = d.pop("reverse_charge")

        country_taxes_answer = cls(
            country=country,
            tax_rate=tax_rate,
            fee_tax_rate=fee_tax_rate,
            tax_inclusive=tax_inclusive,
            reverse_charge=reverse_charge,
        )

        country_taxes_answer.additional_properties = d
        return country_taxes_answer

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

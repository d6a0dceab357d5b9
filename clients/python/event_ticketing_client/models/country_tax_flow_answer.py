from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tax_category import TaxCategory

T = TypeVar("T", bound="CountryTaxFlowAnswer")


@_attrs_define
class CountryTaxFlowAnswer:
    """Of that what was for events in one country, as they were when they were sold.

    Attributes:
        currency (str):
        rate (str):
        category (TaxCategory): Why the tax is what it is.
        charged_net (str):
        charged_tax (str):
        refunded_net (str):
        refunded_tax (str):
        net (str):
        tax (str):
        gross (str):
        included_tax (str):
        country (None | str): By ISO 3166; null where it was not known.
    """

    currency: str
    rate: str
    category: TaxCategory
    charged_net: str
    charged_tax: str
    refunded_net: str
    refunded_tax: str
    net: str
    tax: str
    gross: str
    included_tax: str
    country: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        rate = self.rate

        category = self.category.value

        charged_net = self.charged_net

        charged_tax = self.charged_tax

        refunded_net = self.refunded_net

        refunded_tax = self.refunded_tax

        net = self.net

        tax = self.tax

        gross = self.gross

        included_tax = self.included_tax

        country: None | str
        country = self.country

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "rate": rate,
                "category": category,
                "charged_net": charged_net,
                "charged_tax": charged_tax,
                "refunded_net": refunded_net,
                "refunded_tax": refunded_tax,
                "net": net,
                "tax": tax,
                "gross": gross,
                "included_tax": included_tax,
                "country": country,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        rate = d.pop("rate")

        category = TaxCategory(d.pop("category"))

        charged_net = d.pop("charged_net")

        charged_tax = d.pop("charged_tax")

        refunded_net = d.pop("refunded_net")

        refunded_tax = d.pop("refunded_tax")

        net = d.pop("net")

        tax = d.pop("tax")

        gross = d.pop("gross")

        included_tax = d.pop("included_tax")

        def _parse_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        country = _parse_country(d.pop("country"))

        country_tax_flow_answer = cls(
            currency=currency,
            rate=rate,
            category=category,
            charged_net=charged_net,
            charged_tax=charged_tax,
            refunded_net=refunded_net,
            refunded_tax=refunded_tax,
            net=net,
            tax=tax,
            gross=gross,
            included_tax=included_tax,
            country=country,
        )

        country_tax_flow_answer.additional_properties = d
        return country_tax_flow_answer

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

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tax_category import TaxCategory

T = TypeVar("T", bound="InvoiceTaxAnswer")


@_attrs_define
class InvoiceTaxAnswer:
    """What the lines of one rate come to.

    Attributes:
        tax_category (TaxCategory): Why the tax is what it is.
        tax_rate (str):
        net_amount (str):
        tax_amount (str):
    """

    tax_category: TaxCategory
    tax_rate: str
    net_amount: str
    tax_amount: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        tax_category = self.tax_category.value

        tax_rate = self.tax_rate

        net_amount = self.net_amount

        tax_amount = self.tax_amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "tax_category": tax_category,
                "tax_rate": tax_rate,
                "net_amount": net_amount,
                "tax_amount": tax_amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tax_category = TaxCategory(d.pop("tax_category"))

        tax_rate = d.pop("tax_rate")

        net_amount = d.pop("net_amount")

        tax_amount = d.pop("tax_amount")

        invoice_tax_answer = cls(
            tax_category=tax_category,
            tax_rate=tax_rate,
            net_amount=net_amount,
            tax_amount=tax_amount,
        )

        invoice_tax_answer.additional_properties = d
        return invoice_tax_answer

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

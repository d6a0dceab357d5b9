from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FlowAnswer")


@_attrs_define
class FlowAnswer:
    """Money in one currency: payments, refunds, and the difference.

    Attributes:
        currency (str):
        gross (str):
        refunds (str):
        net (str):
    """

    currency: str
    gross: str
    refunds: str
    net: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        gross = self.gross

        refunds = self.refunds

        net = self.net

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "gross": gross,
                "refunds": refunds,
                "net": net,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        gross = d.pop("gross")

        refunds = d.pop("refunds")

        net = d.pop("net")

        flow_answer = cls(
            currency=currency,
            gross=gross,
            refunds=refunds,
            net=net,
        )

        flow_answer.additional_properties = d
        return flow_answer

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

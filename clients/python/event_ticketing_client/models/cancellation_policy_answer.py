from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CancellationPolicyAnswer")


@_attrs_define
class CancellationPolicyAnswer:
    """Until when buyers may give tickets back, and what is kept of each.

    Attributes:
        until (str): How long before the start of the event that ends.
        kept_percent (str):
        kept_fixed (str):
    """

    until: str
    kept_percent: str
    kept_fixed: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        until = self.until

        kept_percent = self.kept_percent

        kept_fixed = self.kept_fixed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "until": until,
                "kept_percent": kept_percent,
                "kept_fixed": kept_fixed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        until = d.pop("until")

        kept_percent = d.pop("kept_percent")

        kept_fixed = d.pop("kept_fixed")

        cancellation_policy_answer = cls(
            until=until,
            kept_percent=kept_percent,
            kept_fixed=kept_fixed,
        )

        cancellation_policy_answer.additional_properties = d
        return cancellation_policy_answer

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

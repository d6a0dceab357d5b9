from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UpdatedPassesAnswer")


@_attrs_define
class UpdatedPassesAnswer:
    """The passes of a device that have changed; the names are Apple's.

    Attributes:
        serial_numbers (list[str]):
        last_updated (str):
    """

    serial_numbers: list[str]
    last_updated: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        serial_numbers = self.serial_numbers

        last_updated = self.last_updated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "serialNumbers": serial_numbers,
                "lastUpdated": last_updated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        serial_numbers = cast(list[str], d.pop("serialNumbers"))

        last_updated = d.pop("lastUpdated")

        updated_passes_answer = cls(
            serial_numbers=serial_numbers,
            last_updated=last_updated,
        )

        updated_passes_answer.additional_properties = d
        return updated_passes_answer

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

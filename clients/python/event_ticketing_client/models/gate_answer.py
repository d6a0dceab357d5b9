from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="GateAnswer")


@_attrs_define
class GateAnswer:
    """An entrance, and which ticket types it lets in: all if there are none.

    Attributes:
        name (str):
        ticket_type_ids (list[int]):
    """

    name: str
    ticket_type_ids: list[int]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        ticket_type_ids = self.ticket_type_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "ticket_type_ids": ticket_type_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        ticket_type_ids = cast(list[int], d.pop("ticket_type_ids"))

        gate_answer = cls(
            name=name,
            ticket_type_ids=ticket_type_ids,
        )

        gate_answer.additional_properties = d
        return gate_answer

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

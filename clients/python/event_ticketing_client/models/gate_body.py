from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="GateBody")


@_attrs_define
class GateBody:
    """An entrance, and which ticket types it lets in: all if it names none.

    Attributes:
        name (str):
        ticket_type_ids (list[int] | Unset): Default: an empty list.
    """

    name: str
    ticket_type_ids: list[int] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        ticket_type_ids: list[int] | Unset = UNSET
        if not isinstance(self.ticket_type_ids, Unset):
            ticket_type_ids = self.ticket_type_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
            }
        )
        if ticket_type_ids is not UNSET:
            field_dict["ticket_type_ids"] = ticket_type_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        ticket_type_ids = cast(list[int], d.pop("ticket_type_ids", UNSET))

        gate_body = cls(
            name=name,
            ticket_type_ids=ticket_type_ids,
        )

        gate_body.additional_properties = d
        return gate_body

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

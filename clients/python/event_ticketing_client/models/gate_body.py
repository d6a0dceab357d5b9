from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

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

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        ticket_type_ids: list[int] | Unset = UNSET
        if not isinstance(self.ticket_type_ids, Unset):
            ticket_type_ids = self.ticket_type_ids

        field_dict: dict[str, Any] = {}

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

        return gate_body

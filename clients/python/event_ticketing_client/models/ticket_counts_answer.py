from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TicketCountsAnswer")


@_attrs_define
class TicketCountsAnswer:
    """Tickets by status; those that were given away are active or used as well.

    Attributes:
        reserved (int):
        active (int):
        used (int):
        cancelled (int):
        complimentary (int):
    """

    reserved: int
    active: int
    used: int
    cancelled: int
    complimentary: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reserved = self.reserved

        active = self.active

        used = self.used

        cancelled = self.cancelled

        complimentary = self.complimentary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reserved": reserved,
                "active": active,
                "used": used,
                "cancelled": cancelled,
                "complimentary": complimentary,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reserved = d.pop("reserved")

        active = d.pop("active")

        used = d.pop("used")

        cancelled = d.pop("cancelled")

        complimentary = d.pop("complimentary")

        ticket_counts_answer = cls(
            reserved=reserved,
            active=active,
            used=used,
            cancelled=cancelled,
            complimentary=complimentary,
        )

        ticket_counts_answer.additional_properties = d
        return ticket_counts_answer

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

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SeatAnswer")


@_attrs_define
class SeatAnswer:
    """The seat of a ticket with reserved seating.

    Attributes:
        seat_id (int):
        section (str):
        row (str):
        seat_number (str):
    """

    seat_id: int
    section: str
    row: str
    seat_number: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        seat_id = self.seat_id

        section = self.section

        row = self.row

        seat_number = self.seat_number

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "seat_id": seat_id,
                "section": section,
                "row": row,
                "seat_number": seat_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seat_id = d.pop("seat_id")

        section = d.pop("section")

        row = d.pop("row")

        seat_number = d.pop("seat_number")

        seat_answer = cls(
            seat_id=seat_id,
            section=section,
            row=row,
            seat_number=seat_number,
        )

        seat_answer.additional_properties = d
        return seat_answer

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

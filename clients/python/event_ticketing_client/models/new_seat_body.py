from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="NewSeatBody")


@_attrs_define
class NewSeatBody:
    """A new seat.

    Attributes:
        section (str):
        row (str):
        seat_number (str):
    """

    section: str
    row: str
    seat_number: str

    def to_dict(self) -> dict[str, Any]:
        section = self.section

        row = self.row

        seat_number = self.seat_number

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "section": section,
                "row": row,
                "seat_number": seat_number,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        section = d.pop("section")

        row = d.pop("row")

        seat_number = d.pop("seat_number")

        new_seat_body = cls(
            section=section,
            row=row,
            seat_number=seat_number,
        )

        return new_seat_body

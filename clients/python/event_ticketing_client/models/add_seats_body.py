from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.new_seat_body import NewSeatBody


T = TypeVar("T", bound="AddSeatsBody")


@_attrs_define
class AddSeatsBody:
    """Either single `seats`, or `section`, `rows` and `seats_per_row` (numbered from 1).

    Attributes:
        seats (list[NewSeatBody] | None | Unset):
        section (None | str | Unset):
        rows (list[str] | None | Unset):
        seats_per_row (int | None | Unset):
    """

    seats: list[NewSeatBody] | None | Unset = UNSET
    section: None | str | Unset = UNSET
    rows: list[str] | None | Unset = UNSET
    seats_per_row: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        seats: list[dict[str, Any]] | None | Unset
        if isinstance(self.seats, Unset):
            seats = UNSET
        elif isinstance(self.seats, list):
            seats = []
            for seats_type_0_item_data in self.seats:
                seats_type_0_item = seats_type_0_item_data.to_dict()
                seats.append(seats_type_0_item)

        else:
            seats = self.seats

        section: None | str | Unset
        if isinstance(self.section, Unset):
            section = UNSET
        else:
            section = self.section

        rows: list[str] | None | Unset
        if isinstance(self.rows, Unset):
            rows = UNSET
        elif isinstance(self.rows, list):
            rows = self.rows

        else:
            rows = self.rows

        seats_per_row: int | None | Unset
        if isinstance(self.seats_per_row, Unset):
            seats_per_row = UNSET
        else:
            seats_per_row = self.seats_per_row

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if seats is not UNSET:
            field_dict["seats"] = seats
        if section is not UNSET:
            field_dict["section"] = section
        if rows is not UNSET:
            field_dict["rows"] = rows
        if seats_per_row is not UNSET:
            field_dict["seats_per_row"] = seats_per_row

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_seat_body import NewSeatBody  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_seats(data: object) -> list[NewSeatBody] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                seats_type_0 = []
                _seats_type_0 = data
                for seats_type_0_item_data in _seats_type_0:
                    seats_type_0_item = NewSeatBody.from_dict(seats_type_0_item_data)

                    seats_type_0.append(seats_type_0_item)

                return seats_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[NewSeatBody] | None | Unset, data)

        seats = _parse_seats(d.pop("seats", UNSET))

        def _parse_section(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        section = _parse_section(d.pop("section", UNSET))

        def _parse_rows(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                rows_type_0 = cast(list[str], data)

                return rows_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        rows = _parse_rows(d.pop("rows", UNSET))

        def _parse_seats_per_row(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seats_per_row = _parse_seats_per_row(d.pop("seats_per_row", UNSET))

        add_seats_body = cls(
            seats=seats,
            section=section,
            rows=rows,
            seats_per_row=seats_per_row,
        )

        return add_seats_body

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReserveBody")


@_attrs_define
class ReserveBody:
    """What to reserve: a seat, seats, or a number of tickets.

    Attributes:
        event_id (int):
        seat_ids (list[int] | Unset): Default: an empty list.
        quantity (int | None | Unset): Required unless `seat_ids` are given.
        user_id (int | None | Unset): The buyer, if not the caller (box office).
        ticket_type_id (int | None | Unset): Required if the event has several.
        best_available (bool | Unset): Have the best available seats chosen for you. Default: `False`.
        section (None | str | Unset): The section in which they are chosen.
        unit_price (None | str | Unset): What the buyer gives for each ticket: only of a type whose `is_price_open`, and
            at least its price, which it is by default.
        seat_id (int | None | Unset): Shorthand for `seat_ids` with one seat.
    """

    event_id: int
    seat_ids: list[int] | Unset = UNSET
    quantity: int | None | Unset = UNSET
    user_id: int | None | Unset = UNSET
    ticket_type_id: int | None | Unset = UNSET
    best_available: bool | Unset = UNSET
    section: None | str | Unset = UNSET
    unit_price: None | str | Unset = UNSET
    seat_id: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        quantity: int | None | Unset
        if isinstance(self.quantity, Unset):
            quantity = UNSET
        else:
            quantity = self.quantity

        user_id: int | None | Unset
        if isinstance(self.user_id, Unset):
            user_id = UNSET
        else:
            user_id = self.user_id

        ticket_type_id: int | None | Unset
        if isinstance(self.ticket_type_id, Unset):
            ticket_type_id = UNSET
        else:
            ticket_type_id = self.ticket_type_id

        best_available = self.best_available

        section: None | str | Unset
        if isinstance(self.section, Unset):
            section = UNSET
        else:
            section = self.section

        unit_price: None | str | Unset
        if isinstance(self.unit_price, Unset):
            unit_price = UNSET
        else:
            unit_price = self.unit_price

        seat_id: int | None | Unset
        if isinstance(self.seat_id, Unset):
            seat_id = UNSET
        else:
            seat_id = self.seat_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "event_id": event_id,
            }
        )
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if ticket_type_id is not UNSET:
            field_dict["ticket_type_id"] = ticket_type_id
        if best_available is not UNSET:
            field_dict["best_available"] = best_available
        if section is not UNSET:
            field_dict["section"] = section
        if unit_price is not UNSET:
            field_dict["unit_price"] = unit_price
        if seat_id is not UNSET:
            field_dict["seat_id"] = seat_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event_id = d.pop("event_id")

        seat_ids = cast(list[int], d.pop("seat_ids", UNSET))

        def _parse_quantity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quantity = _parse_quantity(d.pop("quantity", UNSET))

        def _parse_user_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        user_id = _parse_user_id(d.pop("user_id", UNSET))

        def _parse_ticket_type_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        ticket_type_id = _parse_ticket_type_id(d.pop("ticket_type_id", UNSET))

        best_available = d.pop("best_available", UNSET)

        def _parse_section(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        section = _parse_section(d.pop("section", UNSET))

        def _parse_unit_price(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        unit_price = _parse_unit_price(d.pop("unit_price", UNSET))

        def _parse_seat_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        seat_id = _parse_seat_id(d.pop("seat_id", UNSET))

        reserve_body = cls(
            event_id=event_id,
            seat_ids=seat_ids,
            quantity=quantity,
            user_id=user_id,
            ticket_type_id=ticket_type_id,
            best_available=best_available,
            section=section,
            unit_price=unit_price,
            seat_id=seat_id,
        )

        return reserve_body

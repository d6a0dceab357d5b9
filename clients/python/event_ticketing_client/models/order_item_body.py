from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderItemBody")


@_attrs_define
class OrderItemBody:
    """Tickets of one type: how many, or which seats.

    Attributes:
        ticket_type_id (int):
        seat_ids (list[int] | Unset): Default: an empty list.
        quantity (int | None | Unset): Required unless `seat_ids` are given.
        unit_price (None | str | Unset): What the buyer gives for each ticket: only of a type whose `is_price_open`, and
            at least its price, which it is by default.
    """

    ticket_type_id: int
    seat_ids: list[int] | Unset = UNSET
    quantity: int | None | Unset = UNSET
    unit_price: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ticket_type_id = self.ticket_type_id

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        quantity: int | None | Unset
        if isinstance(self.quantity, Unset):
            quantity = UNSET
        else:
            quantity = self.quantity

        unit_price: None | str | Unset
        if isinstance(self.unit_price, Unset):
            unit_price = UNSET
        else:
            unit_price = self.unit_price

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ticket_type_id": ticket_type_id,
            }
        )
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if unit_price is not UNSET:
            field_dict["unit_price"] = unit_price

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_type_id = d.pop("ticket_type_id")

        seat_ids = cast(list[int], d.pop("seat_ids", UNSET))

        def _parse_quantity(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        quantity = _parse_quantity(d.pop("quantity", UNSET))

        def _parse_unit_price(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        unit_price = _parse_unit_price(d.pop("unit_price", UNSET))

        order_item_body = cls(
            ticket_type_id=ticket_type_id,
            seat_ids=seat_ids,
            quantity=quantity,
            unit_price=unit_price,
        )

        return order_item_body

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangeCartItemBody")


@_attrs_define
class ChangeCartItemBody:
    """The fields to change. With empty `seat_ids` the seats are chosen for you.

    Attributes:
        quantity (int | Unset):
        seat_ids (list[int] | Unset):
        unit_price (None | str | Unset): What the buyer gives for each ticket: only of a type whose `is_price_open`, and
            at least its price, which it is by default.
    """

    quantity: int | Unset = UNSET
    seat_ids: list[int] | Unset = UNSET
    unit_price: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        quantity = self.quantity

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        unit_price: None | str | Unset
        if isinstance(self.unit_price, Unset):
            unit_price = UNSET
        else:
            unit_price = self.unit_price

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids
        if unit_price is not UNSET:
            field_dict["unit_price"] = unit_price

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        quantity = d.pop("quantity", UNSET)

        seat_ids = cast(list[int], d.pop("seat_ids", UNSET))

        def _parse_unit_price(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        unit_price = _parse_unit_price(d.pop("unit_price", UNSET))

        change_cart_item_body = cls(
            quantity=quantity,
            seat_ids=seat_ids,
            unit_price=unit_price,
        )

        return change_cart_item_body

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
    """

    quantity: int | Unset = UNSET
    seat_ids: list[int] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        quantity = self.quantity

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if quantity is not UNSET:
            field_dict["quantity"] = quantity
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        quantity = d.pop("quantity", UNSET)

        seat_ids = cast(list[int], d.pop("seat_ids", UNSET))

        change_cart_item_body = cls(
            quantity=quantity,
            seat_ids=seat_ids,
        )

        return change_cart_item_body

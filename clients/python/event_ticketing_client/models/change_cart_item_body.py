from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        quantity = self.quantity

        seat_ids: list[int] | Unset = UNSET
        if not isinstance(self.seat_ids, Unset):
            seat_ids = self.seat_ids

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
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

        change_cart_item_body.additional_properties = d
        return change_cart_item_body

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

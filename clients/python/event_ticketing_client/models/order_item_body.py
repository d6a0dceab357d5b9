from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderItemBody")


@_attrs_define
class OrderItemBody:
    """Tickets of one type: how many, or which seats.

    Attributes:
        ticket_type_id (int):
        seat_ids (list[int] | Unset): Default: an empty list.
        quantity (int | None | Unset): Required unless `seat_ids` are given.
    """

    ticket_type_id: int
    seat_ids: list[int] | Unset = UNSET
    quantity: int | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_type_id": ticket_type_id,
            }
        )
        if seat_ids is not UNSET:
            field_dict["seat_ids"] = seat_ids
        if quantity is not UNSET:
            field_dict["quantity"] = quantity

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

        order_item_body = cls(
            ticket_type_id=ticket_type_id,
            seat_ids=seat_ids,
            quantity=quantity,
        )

        order_item_body.additional_properties = d
        return order_item_body

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

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AddToCartBody")


@_attrs_define
class AddToCartBody:
    """Tickets to add to a cart.

    Attributes:
        ticket_type_id (int):
        seat_ids (list[int] | Unset): Default: an empty list.
        quantity (int | None | Unset): Required unless `seat_ids` are given.
        unit_price (None | str | Unset): What the buyer gives for each ticket: only of a type whose `is_price_open`, and
            at least its price, which it is by default.
        user_id (int | None | Unset): The cart's owner, if not the caller (admins).
        code (None | str | Unset): A discount code that opens the ticket type; it is put on the cart.
    """

    ticket_type_id: int
    seat_ids: list[int] | Unset = UNSET
    quantity: int | None | Unset = UNSET
    unit_price: None | str | Unset = UNSET
    user_id: int | None | Unset = UNSET
    code: None | str | Unset = UNSET

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

        user_id: int | None | Unset
        if isinstance(self.user_id, Unset):
            user_id = UNSET
        else:
            user_id = self.user_id

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

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
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if code is not UNSET:
            field_dict["code"] = code

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

        def _parse_user_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        user_id = _parse_user_id(d.pop("user_id", UNSET))

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        add_to_cart_body = cls(
            ticket_type_id=ticket_type_id,
            seat_ids=seat_ids,
            quantity=quantity,
            unit_price=unit_price,
            user_id=user_id,
            code=code,
        )

        return add_to_cart_body

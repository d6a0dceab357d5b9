from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SoldAddOnAnswer")


@_attrs_define
class SoldAddOnAnswer:
    """What one booking has of one add-on, and who comes for it.

    Attributes:
        id (int):
        ticket_type_id (int):
        add_on (str):
        quantity (int):
        name (None | str):
        email (None | str):
        booking_id (int):
        booking_reference (str):
        order_id (int | None):
        order_reference (None | str):
    """

    id: int
    ticket_type_id: int
    add_on: str
    quantity: int
    name: None | str
    email: None | str
    booking_id: int
    booking_reference: str
    order_id: int | None
    order_reference: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        ticket_type_id = self.ticket_type_id

        add_on = self.add_on

        quantity = self.quantity

        name: None | str
        name = self.name

        email: None | str
        email = self.email

        booking_id = self.booking_id

        booking_reference = self.booking_reference

        order_id: int | None
        order_id = self.order_id

        order_reference: None | str
        order_reference = self.order_reference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_type_id": ticket_type_id,
                "add_on": add_on,
                "quantity": quantity,
                "name": name,
                "email": email,
                "booking_id": booking_id,
                "booking_reference": booking_reference,
                "order_id": order_id,
                "order_reference": order_reference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        ticket_type_id = d.pop("ticket_type_id")

        add_on = d.pop("add_on")

        quantity = d.pop("quantity")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        booking_id = d.pop("booking_id")

        booking_reference = d.pop("booking_reference")

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))

        def _parse_order_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        order_reference = _parse_order_reference(d.pop("order_reference"))

        sold_add_on_answer = cls(
            id=id,
            ticket_type_id=ticket_type_id,
            add_on=add_on,
            quantity=quantity,
            name=name,
            email=email,
            booking_id=booking_id,
            booking_reference=booking_reference,
            order_id=order_id,
            order_reference=order_reference,
        )

        sold_add_on_answer.additional_properties = d
        return sold_add_on_answer

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

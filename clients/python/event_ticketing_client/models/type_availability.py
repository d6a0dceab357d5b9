from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TypeAvailability")


@_attrs_define
class TypeAvailability:
    """Tickets left of one ticket type; `current_price` is what the next one costs.

    Attributes:
        id (int):
        name (str):
        price (str):
        current_price (str):
        left_at_price (int | None):
        tickets_available (int):
    """

    id: int
    name: str
    price: str
    current_price: str
    left_at_price: int | None
    tickets_available: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        price = self.price

        current_price = self.current_price

        left_at_price: int | None
        left_at_price = self.left_at_price

        tickets_available = self.tickets_available

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "price": price,
                "current_price": current_price,
                "left_at_price": left_at_price,
                "tickets_available": tickets_available,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        price = d.pop("price")

        current_price = d.pop("current_price")

        def _parse_left_at_price(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        left_at_price = _parse_left_at_price(d.pop("left_at_price"))

        tickets_available = d.pop("tickets_available")

        type_availability = cls(
            id=id,
            name=name,
            price=price,
            current_price=current_price,
            left_at_price=left_at_price,
            tickets_available=tickets_available,
        )

        type_availability.additional_properties = d
        return type_availability

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

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SpenderAnswer")


@_attrs_define
class SpenderAnswer:
    """The value of a user's bookings in one currency; `rank` is within that currency.

    Attributes:
        currency (str):
        rank (int):
        user_id (int):
        name (str):
        bookings (int):
        amount (str):
    """

    currency: str
    rank: int
    user_id: int
    name: str
    bookings: int
    amount: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        rank = self.rank

        user_id = self.user_id

        name = self.name

        bookings = self.bookings

        amount = self.amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "rank": rank,
                "user_id": user_id,
                "name": name,
                "bookings": bookings,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        rank = d.pop("rank")

        user_id = d.pop("user_id")

        name = d.pop("name")

        bookings = d.pop("bookings")

        amount = d.pop("amount")

        spender_answer = cls(
            currency=currency,
            rank=rank,
            user_id=user_id,
            name=name,
            bookings=bookings,
            amount=amount,
        )

        spender_answer.additional_properties = d
        return spender_answer

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

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SalesAnswer")


@_attrs_define
class SalesAnswer:
    """Bookings in one currency, with their tickets and value.

    Attributes:
        currency (str):
        bookings (int):
        tickets (int):
        amount (str):
    """

    currency: str
    bookings: int
    tickets: int
    amount: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        bookings = self.bookings

        tickets = self.tickets

        amount = self.amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "bookings": bookings,
                "tickets": tickets,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        bookings = d.pop("bookings")

        tickets = d.pop("tickets")

        amount = d.pop("amount")

        sales_answer = cls(
            currency=currency,
            bookings=bookings,
            tickets=tickets,
            amount=amount,
        )

        sales_answer.additional_properties = d
        return sales_answer

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

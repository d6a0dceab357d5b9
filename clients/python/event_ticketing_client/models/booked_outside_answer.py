from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BookedOutsideAnswer")


@_attrs_define
class BookedOutsideAnswer:
    """Bookings that are paid outside: `amount` is for the tickets, and `total` is to be paid.

    Attributes:
        currency (str):
        bookings (int):
        tickets (int):
        amount (str):
        fees (str):
        taxes (str):
        total (str):
    """

    currency: str
    bookings: int
    tickets: int
    amount: str
    fees: str
    taxes: str
    total: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        bookings = self.bookings

        tickets = self.tickets

        amount = self.amount

        fees = self.fees

        taxes = self.taxes

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "currency": currency,
                "bookings": bookings,
                "tickets": tickets,
                "amount": amount,
                "fees": fees,
                "taxes": taxes,
                "total": total,
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

        fees = d.pop("fees")

        taxes = d.pop("taxes")

        total = d.pop("total")

        booked_outside_answer = cls(
            currency=currency,
            bookings=bookings,
            tickets=tickets,
            amount=amount,
            fees=fees,
            taxes=taxes,
            total=total,
        )

        booked_outside_answer.additional_properties = d
        return booked_outside_answer

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

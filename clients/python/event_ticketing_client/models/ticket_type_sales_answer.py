from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TicketTypeSalesAnswer")


@_attrs_define
class TicketTypeSalesAnswer:
    """Sales of one ticket type, or of one add-on, in one currency.

    Attributes:
        event_id (int):
        event_title (str):
        ticket_type_id (int):
        name (str):
        admits (bool): False for an add-on; its pieces are counted as `tickets`.
        currency (str):
        tickets (int):
        amount (str):
    """

    event_id: int
    event_title: str
    ticket_type_id: int
    name: str
    admits: bool
    currency: str
    tickets: int
    amount: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        event_title = self.event_title

        ticket_type_id = self.ticket_type_id

        name = self.name

        admits = self.admits

        currency = self.currency

        tickets = self.tickets

        amount = self.amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "event_title": event_title,
                "ticket_type_id": ticket_type_id,
                "name": name,
                "admits": admits,
                "currency": currency,
                "tickets": tickets,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event_id = d.pop("event_id")

        event_title = d.pop("event_title")

        ticket_type_id = d.pop("ticket_type_id")

        name = d.pop("name")

        admits = d.pop("admits")

        currency = d.pop("currency")

        tickets = d.pop("tickets")

        amount = d.pop("amount")

        ticket_type_sales_answer = cls(
            event_id=event_id,
            event_title=event_title,
            ticket_type_id=ticket_type_id,
            name=name,
            admits=admits,
            currency=currency,
            tickets=tickets,
            amount=amount,
        )

        ticket_type_sales_answer.additional_properties = d
        return ticket_type_sales_answer

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

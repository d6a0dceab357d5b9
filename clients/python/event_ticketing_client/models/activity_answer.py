from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.flow_answer import FlowAnswer


T = TypeVar("T", bound="ActivityAnswer")


@_attrs_define
class ActivityAnswer:
    """Activity from `start` to before `end`.

    Attributes:
        start (datetime.datetime):
        end (datetime.datetime):
        bookings (int):
        tickets (int):
        money (list[FlowAnswer]):
    """

    start: datetime.datetime
    end: datetime.datetime
    bookings: int
    tickets: int
    money: list[FlowAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start = self.start.isoformat()

        end = self.end.isoformat()

        bookings = self.bookings

        tickets = self.tickets

        money = []
        for money_item_data in self.money:
            money_item = money_item_data.to_dict()
            money.append(money_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start": start,
                "end": end,
                "bookings": bookings,
                "tickets": tickets,
                "money": money,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flow_answer import FlowAnswer  # noqa: PLC0415

        d = dict(src_dict)
        start = datetime.datetime.fromisoformat(d.pop("start"))

        end = datetime.datetime.fromisoformat(d.pop("end"))

        bookings = d.pop("bookings")

        tickets = d.pop("tickets")

        money = []
        _money = d.pop("money")
        for money_item_data in _money:
            money_item = FlowAnswer.from_dict(money_item_data)

            money.append(money_item)

        activity_answer = cls(
            start=start,
            end=end,
            bookings=bookings,
            tickets=tickets,
            money=money,
        )

        activity_answer.additional_properties = d
        return activity_answer

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

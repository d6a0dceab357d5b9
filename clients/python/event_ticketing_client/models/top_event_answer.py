from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TopEventAnswer")


@_attrs_define
class TopEventAnswer:
    """An event with many tickets sold; `sell_through` is sold / capacity.

    Attributes:
        event_id (int):
        title (str):
        capacity (int):
        tickets_sold (int):
        sell_through (float | None):
    """

    event_id: int
    title: str
    capacity: int
    tickets_sold: int
    sell_through: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        title = self.title

        capacity = self.capacity

        tickets_sold = self.tickets_sold

        sell_through: float | None
        sell_through = self.sell_through

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "title": title,
                "capacity": capacity,
                "tickets_sold": tickets_sold,
                "sell_through": sell_through,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event_id = d.pop("event_id")

        title = d.pop("title")

        capacity = d.pop("capacity")

        tickets_sold = d.pop("tickets_sold")

        def _parse_sell_through(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        sell_through = _parse_sell_through(d.pop("sell_through"))

        top_event_answer = cls(
            event_id=event_id,
            title=title,
            capacity=capacity,
            tickets_sold=tickets_sold,
            sell_through=sell_through,
        )

        top_event_answer.additional_properties = d
        return top_event_answer

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

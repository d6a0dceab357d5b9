from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OfferedEvent")


@_attrs_define
class OfferedEvent:
    """The event of an offered ticket.

    Attributes:
        id (int):
        title (str):
        venue (None | str):
        date_time (datetime.datetime):
        ends_at (datetime.datetime):
        timezone (str):
    """

    id: int
    title: str
    venue: None | str
    date_time: datetime.datetime
    ends_at: datetime.datetime
    timezone: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        venue: None | str
        venue = self.venue

        date_time = self.date_time.isoformat()

        ends_at = self.ends_at.isoformat()

        timezone = self.timezone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "venue": venue,
                "date_time": date_time,
                "ends_at": ends_at,
                "timezone": timezone,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        def _parse_venue(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        venue = _parse_venue(d.pop("venue"))

        date_time = datetime.datetime.fromisoformat(d.pop("date_time"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        timezone = d.pop("timezone")

        offered_event = cls(
            id=id,
            title=title,
            venue=venue,
            date_time=date_time,
            ends_at=ends_at,
            timezone=timezone,
        )

        offered_event.additional_properties = d
        return offered_event

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

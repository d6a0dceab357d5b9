from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.event_status import EventStatus

T = TypeVar("T", bound="DoorEventAnswer")


@_attrs_define
class DoorEventAnswer:
    """What a scanner has to know of the event.

    Attributes:
        id (int):
        title (str):
        status (EventStatus): The status of an event: a `draft` is visible to its managers only; only `active` sells.
        date_time (datetime.datetime):
        ends_at (datetime.datetime):
        timezone (str):
        allows_reentry (bool):
    """

    id: int
    title: str
    status: EventStatus
    date_time: datetime.datetime
    ends_at: datetime.datetime
    timezone: str
    allows_reentry: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        status = self.status.value

        date_time = self.date_time.isoformat()

        ends_at = self.ends_at.isoformat()

        timezone = self.timezone

        allows_reentry = self.allows_reentry

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "status": status,
                "date_time": date_time,
                "ends_at": ends_at,
                "timezone": timezone,
                "allows_reentry": allows_reentry,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        status = EventStatus(d.pop("status"))

        date_time = datetime.datetime.fromisoformat(d.pop("date_time"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        timezone = d.pop("timezone")

        allows_reentry = d.pop("allows_reentry")

        door_event_answer = cls(
            id=id,
            title=title,
            status=status,
            date_time=date_time,
            ends_at=ends_at,
            timezone=timezone,
            allows_reentry=allows_reentry,
        )

        door_event_answer.additional_properties = d
        return door_event_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DuplicateEventBody")


@_attrs_define
class DuplicateEventBody:
    """When the copy takes place. A time without an offset is in the event's time zone.

    Attributes:
        date_time (datetime.datetime): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        title (None | str | Unset): By default the title of the event.
    """

    date_time: datetime.datetime
    title: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        date_time = self.date_time.isoformat()

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "date_time": date_time,
            }
        )
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        date_time = datetime.datetime.fromisoformat(d.pop("date_time"))

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        duplicate_event_body = cls(
            date_time=date_time,
            title=title,
        )

        return duplicate_event_body

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.update_webhook_body_events_item import UpdateWebhookBodyEventsItem
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateWebhookBody")


@_attrs_define
class UpdateWebhookBody:
    """The fields to change; `is_active: true` also starts one again that was disabled.

    Attributes:
        url (str | Unset):
        events (list[UpdateWebhookBodyEventsItem] | Unset): Types of events, such as `booking.confirmed`, or `booking.*`
            for all of them.
        is_active (bool | Unset):
    """

    url: str | Unset = UNSET
    events: list[UpdateWebhookBodyEventsItem] | Unset = UNSET
    is_active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        events: list[str] | Unset = UNSET
        if not isinstance(self.events, Unset):
            events = []
            for events_item_data in self.events:
                events_item = events_item_data.value
                events.append(events_item)

        is_active = self.is_active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if url is not UNSET:
            field_dict["url"] = url
        if events is not UNSET:
            field_dict["events"] = events
        if is_active is not UNSET:
            field_dict["is_active"] = is_active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        url = d.pop("url", UNSET)

        _events = d.pop("events", UNSET)
        events: list[UpdateWebhookBodyEventsItem] | Unset = UNSET
        if _events is not UNSET:
            events = []
            for events_item_data in _events:
                events_item = UpdateWebhookBodyEventsItem(events_item_data)

                events.append(events_item)

        is_active = d.pop("is_active", UNSET)

        update_webhook_body = cls(
            url=url,
            events=events,
            is_active=is_active,
        )

        return update_webhook_body

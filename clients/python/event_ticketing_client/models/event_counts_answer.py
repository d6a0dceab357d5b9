from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="EventCountsAnswer")


@_attrs_define
class EventCountsAnswer:
    """Events by status.

    Attributes:
        draft (int):
        active (int):
        completed (int):
        cancelled (int):
    """

    draft: int
    active: int
    completed: int
    cancelled: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        draft = self.draft

        active = self.active

        completed = self.completed

        cancelled = self.cancelled

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "draft": draft,
                "active": active,
                "completed": completed,
                "cancelled": cancelled,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        draft = d.pop("draft")

        active = d.pop("active")

        completed = d.pop("completed")

        cancelled = d.pop("cancelled")

        event_counts_answer = cls(
            draft=draft,
            active=active,
            completed=completed,
            cancelled=cancelled,
        )

        event_counts_answer.additional_properties = d
        return event_counts_answer

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

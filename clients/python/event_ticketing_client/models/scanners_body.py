from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="ScannersBody")


@_attrs_define
class ScannersBody:
    """All users that are assigned to check in tickets of an event.

    Attributes:
        user_ids (list[int]):
    """

    user_ids: list[int]

    def to_dict(self) -> dict[str, Any]:
        user_ids = self.user_ids

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "user_ids": user_ids,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user_ids = cast(list[int], d.pop("user_ids"))

        scanners_body = cls(
            user_ids=user_ids,
        )

        return scanners_body

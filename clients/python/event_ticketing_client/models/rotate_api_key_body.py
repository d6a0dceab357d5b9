from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RotateApiKeyBody")


@_attrs_define
class RotateApiKeyBody:
    """How long the old secret works beside the new one.

    Attributes:
        grace (str | Unset): At most 30 days; with `PT0M` all earlier secrets end at once. Left out: a day. Default:
            `P1D`.
    """

    grace: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        grace = self.grace

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if grace is not UNSET:
            field_dict["grace"] = grace

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        grace = d.pop("grace", UNSET)

        rotate_api_key_body = cls(
            grace=grace,
        )

        return rotate_api_key_body

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CancellationPolicyBody")


@_attrs_define
class CancellationPolicyBody:
    """Until when buyers may give tickets back, and what the organizer keeps of each ticket.

    Attributes:
        until (str): How long before the start of the event that ends, at most 366 days. `PT0M` is until it starts.
        kept_percent (str | Unset): Per cent of what was paid, fees and taxes included. Default: `0.00`.
        kept_fixed (str | Unset): For each ticket, in the event's currency. Default: `0.00`.
    """

    until: str
    kept_percent: str | Unset = UNSET
    kept_fixed: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        until = self.until

        kept_percent = self.kept_percent

        kept_fixed = self.kept_fixed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "until": until,
            }
        )
        if kept_percent is not UNSET:
            field_dict["kept_percent"] = kept_percent
        if kept_fixed is not UNSET:
            field_dict["kept_fixed"] = kept_fixed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        until = d.pop("until")

        kept_percent = d.pop("kept_percent", UNSET)

        kept_fixed = d.pop("kept_fixed", UNSET)

        cancellation_policy_body = cls(
            until=until,
            kept_percent=kept_percent,
            kept_fixed=kept_fixed,
        )

        return cancellation_policy_body

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.earlier_scan_direction import EarlierScanDirection

T = TypeVar("T", bound="EarlierScan")


@_attrs_define
class EarlierScan:
    """The scan that counts instead: when, where, by which scanner and user.

    Attributes:
        at (datetime.datetime):
        gate (None | str):
        scanner_id (str):
        scan_id (str):
        direction (EarlierScanDirection):
        user_id (int):
    """

    at: datetime.datetime
    gate: None | str
    scanner_id: str
    scan_id: str
    direction: EarlierScanDirection
    user_id: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        gate: None | str
        gate = self.gate

        scanner_id = self.scanner_id

        scan_id = self.scan_id

        direction = self.direction.value

        user_id = self.user_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "gate": gate,
                "scanner_id": scanner_id,
                "scan_id": scan_id,
                "direction": direction,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_gate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        gate = _parse_gate(d.pop("gate"))

        scanner_id = d.pop("scanner_id")

        scan_id = d.pop("scan_id")

        direction = EarlierScanDirection(d.pop("direction"))

        user_id = d.pop("user_id")

        earlier_scan = cls(
            at=at,
            gate=gate,
            scanner_id=scanner_id,
            scan_id=scan_id,
            direction=direction,
            user_id=user_id,
        )

        earlier_scan.additional_properties = d
        return earlier_scan

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

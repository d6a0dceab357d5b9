from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.scan_body import ScanBody


T = TypeVar("T", bound="ScansBody")


@_attrs_define
class ScansBody:
    """What one scanner has scanned.

    Attributes:
        scanner_id (str):
        scans (list[ScanBody]):
    """

    scanner_id: str
    scans: list[ScanBody]

    def to_dict(self) -> dict[str, Any]:
        scanner_id = self.scanner_id

        scans = []
        for scans_item_data in self.scans:
            scans_item = scans_item_data.to_dict()
            scans.append(scans_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "scanner_id": scanner_id,
                "scans": scans,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.scan_body import ScanBody  # noqa: PLC0415

        d = dict(src_dict)
        scanner_id = d.pop("scanner_id")

        scans = []
        _scans = d.pop("scans")
        for scans_item_data in _scans:
            scans_item = ScanBody.from_dict(scans_item_data)

            scans.append(scans_item)

        scans_body = cls(
            scanner_id=scanner_id,
            scans=scans,
        )

        return scans_body

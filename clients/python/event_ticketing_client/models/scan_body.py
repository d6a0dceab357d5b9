from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.scan_body_direction import ScanBodyDirection
from ..types import UNSET, Unset

T = TypeVar("T", bound="ScanBody")


@_attrs_define
class ScanBody:
    """A scan: of a code or token, or of a ticket that was chosen from the door list by name.

    Attributes:
        scan_id (str):
        at (datetime.datetime): In the event's time zone without offset. RFC 3339, with an offset or `Z`, between the
            years 1900 and 9000.
        code (None | str | Unset):
        ticket_id (int | None | Unset): Instead of `code`.
        direction (ScanBodyDirection | Unset): Default: `in`.
        gate (None | str | Unset):
    """

    scan_id: str
    at: datetime.datetime
    code: None | str | Unset = UNSET
    ticket_id: int | None | Unset = UNSET
    direction: ScanBodyDirection | Unset = UNSET
    gate: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        scan_id = self.scan_id

        at = self.at.isoformat()

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

        ticket_id: int | None | Unset
        if isinstance(self.ticket_id, Unset):
            ticket_id = UNSET
        else:
            ticket_id = self.ticket_id

        direction: str | Unset = UNSET
        if not isinstance(self.direction, Unset):
            direction = self.direction.value

        gate: None | str | Unset
        if isinstance(self.gate, Unset):
            gate = UNSET
        else:
            gate = self.gate

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "scan_id": scan_id,
                "at": at,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if ticket_id is not UNSET:
            field_dict["ticket_id"] = ticket_id
        if direction is not UNSET:
            field_dict["direction"] = direction
        if gate is not UNSET:
            field_dict["gate"] = gate

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        scan_id = d.pop("scan_id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        def _parse_ticket_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id", UNSET))

        _direction = d.pop("direction", UNSET)
        direction: ScanBodyDirection | Unset
        if isinstance(_direction, Unset):
            direction = UNSET
        else:
            direction = ScanBodyDirection(_direction)

        def _parse_gate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gate = _parse_gate(d.pop("gate", UNSET))

        scan_body = cls(
            scan_id=scan_id,
            at=at,
            code=code,
            ticket_id=ticket_id,
            direction=direction,
            gate=gate,
        )

        return scan_body

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.check_in_code_body_direction import CheckInCodeBodyDirection
from ..types import UNSET, Unset

T = TypeVar("T", bound="CheckInCodeBody")


@_attrs_define
class CheckInCodeBody:
    """A ticket code, as scanned or typed, or the signed token of a ticket's QR code.

    Attributes:
        code (str):
        gate (None | str | Unset):
        direction (CheckInCodeBodyDirection | Unset): `out` where the event allows re-entry. Default: `in`.
        event_id (int | None | Unset): Whose door it is: others' tickets are refused.
    """

    code: str
    gate: None | str | Unset = UNSET
    direction: CheckInCodeBodyDirection | Unset = UNSET
    event_id: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        gate: None | str | Unset
        if isinstance(self.gate, Unset):
            gate = UNSET
        else:
            gate = self.gate

        direction: str | Unset = UNSET
        if not isinstance(self.direction, Unset):
            direction = self.direction.value

        event_id: int | None | Unset
        if isinstance(self.event_id, Unset):
            event_id = UNSET
        else:
            event_id = self.event_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
            }
        )
        if gate is not UNSET:
            field_dict["gate"] = gate
        if direction is not UNSET:
            field_dict["direction"] = direction
        if event_id is not UNSET:
            field_dict["event_id"] = event_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        def _parse_gate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gate = _parse_gate(d.pop("gate", UNSET))

        _direction = d.pop("direction", UNSET)
        direction: CheckInCodeBodyDirection | Unset
        if isinstance(_direction, Unset):
            direction = UNSET
        else:
            direction = CheckInCodeBodyDirection(_direction)

        def _parse_event_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        event_id = _parse_event_id(d.pop("event_id", UNSET))

        check_in_code_body = cls(
            code=code,
            gate=gate,
            direction=direction,
            event_id=event_id,
        )

        return check_in_code_body

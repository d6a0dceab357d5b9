from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.check_in_body_direction import CheckInBodyDirection
from ..types import UNSET, Unset

T = TypeVar("T", bound="CheckInBody")


@_attrs_define
class CheckInBody:
    """Where the ticket is scanned, as free text unless the event has gates, and which way.

    Attributes:
        gate (None | str | Unset):
        direction (CheckInBodyDirection | Unset): `out` where the event allows re-entry. Default: `in`.
    """

    gate: None | str | Unset = UNSET
    direction: CheckInBodyDirection | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        gate: None | str | Unset
        if isinstance(self.gate, Unset):
            gate = UNSET
        else:
            gate = self.gate

        direction: str | Unset = UNSET
        if not isinstance(self.direction, Unset):
            direction = self.direction.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if gate is not UNSET:
            field_dict["gate"] = gate
        if direction is not UNSET:
            field_dict["direction"] = direction

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_gate(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gate = _parse_gate(d.pop("gate", UNSET))

        _direction = d.pop("direction", UNSET)
        direction: CheckInBodyDirection | Unset
        if isinstance(_direction, Unset):
            direction = UNSET
        else:
            direction = CheckInBodyDirection(_direction)

        check_in_body = cls(
            gate=gate,
            direction=direction,
        )

        return check_in_body

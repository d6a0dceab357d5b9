from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

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
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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
        field_dict.update(self.additional_properties)
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

        check_in_code_body.additional_properties = d
        return check_in_code_body

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

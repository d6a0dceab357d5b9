from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ticket_status import TicketStatus

T = TypeVar("T", bound="AttendeeAnswer")


@_attrs_define
class AttendeeAnswer:
    """A ticket with its holder.

    Attributes:
        ticket_id (int):
        ticket_code (str):
        name (str):
        email (None | str):
        booking_reference (None | str):
        ticket_type_id (int):
        ticket_type (str):
        seat (None | str):
        status (TicketStatus): The status of a ticket; `reserved`, `active` and `used` tickets take stock and are live.
        used_at (datetime.datetime | None):
        gate (None | str):
        is_inside (bool):
        is_complimentary (bool):
        is_disputed (bool): Whether the buyer's bank asks for the money: it keeps nobody out.
    """

    ticket_id: int
    ticket_code: str
    name: str
    email: None | str
    booking_reference: None | str
    ticket_type_id: int
    ticket_type: str
    seat: None | str
    status: TicketStatus
    used_at: datetime.datetime | None
    gate: None | str
    is_inside: bool
    is_complimentary: bool
    is_disputed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ticket_id = self.ticket_id

        ticket_code = self.ticket_code

        name = self.name

        email: None | str
        email = self.email

        booking_reference: None | str
        booking_reference = self.booking_reference

        ticket_type_id = self.ticket_type_id

        ticket_type = self.ticket_type

        seat: None | str
        seat = self.seat

        status = self.status.value

        used_at: None | str
        if isinstance(self.used_at, datetime.datetime):
            used_at = self.used_at.isoformat()
        else:
            used_at = self.used_at

        gate: None | str
        gate = self.gate

        is_inside = self.is_inside

        is_complimentary = self.is_complimentary

        is_disputed = self.is_disputed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_id": ticket_id,
                "ticket_code": ticket_code,
                "name": name,
                "email": email,
                "booking_reference": booking_reference,
                "ticket_type_id": ticket_type_id,
                "ticket_type": ticket_type,
                "seat": seat,
                "status": status,
                "used_at": used_at,
                "gate": gate,
                "is_inside": is_inside,
                "is_complimentary": is_complimentary,
                "is_disputed": is_disputed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_id = d.pop("ticket_id")

        ticket_code = d.pop("ticket_code")

        name = d.pop("name")

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_booking_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        booking_reference = _parse_booking_reference(d.pop("booking_reference"))

        ticket_type_id = d.pop("ticket_type_id")

        ticket_type = d.pop("ticket_type")

        def _parse_seat(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        seat = _parse_seat(d.pop("seat"))

        status = TicketStatus(d.pop("status"))

        def _parse_used_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                used_at_type_0 = datetime.datetime.fromisoformat(data)

                return used_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        used_at = _parse_used_at(d.pop("used_at"))

        def _parse_gate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        gate = _parse_gate(d.pop("gate"))

        is_inside = d.pop("is_inside")

        is_complimentary = d.pop("is_complimentary")

        is_disputed = d.pop("is_disputed")

        attendee_answer = cls(
            ticket_id=ticket_id,
            ticket_code=ticket_code,
            name=name,
            email=email,
            booking_reference=booking_reference,
            ticket_type_id=ticket_type_id,
            ticket_type=ticket_type,
            seat=seat,
            status=status,
            used_at=used_at,
            gate=gate,
            is_inside=is_inside,
            is_complimentary=is_complimentary,
            is_disputed=is_disputed,
        )

        attendee_answer.additional_properties = d
        return attendee_answer

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

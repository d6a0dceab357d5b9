from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ticket_status import TicketStatus

if TYPE_CHECKING:
    from ..models.seat_answer import SeatAnswer


T = TypeVar("T", bound="TicketAnswer")


@_attrs_define
class TicketAnswer:
    """A ticket on its own.

    Attributes:
        id (int):
        ticket_code (None | str): Null until the booking is confirmed, and once the ticket is transferred.
        ticket_type_id (int):
        seat (None | SeatAnswer):
        price (str):
        status (TicketStatus): The status of a ticket; `reserved`, `active` and `used` tickets take stock and are live.
        refunded_amount (None | str): What goes back for it, once it was cancelled or refunded alone.
        kept_amount (None | str): What the organizer keeps of it then, by the cancellation policy.
        booking_id (int):
        event_id (int):
        user_id (int):
        used_at (datetime.datetime | None):
        gate (None | str):
        is_inside (bool):
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    id: int
    ticket_code: None | str
    ticket_type_id: int
    seat: None | SeatAnswer
    price: str
    status: TicketStatus
    refunded_amount: None | str
    kept_amount: None | str
    booking_id: int
    event_id: int
    user_id: int
    used_at: datetime.datetime | None
    gate: None | str
    is_inside: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.seat_answer import SeatAnswer  # noqa: PLC0415

        id = self.id

        ticket_code: None | str
        ticket_code = self.ticket_code

        ticket_type_id = self.ticket_type_id

        seat: dict[str, Any] | None
        if isinstance(self.seat, SeatAnswer):
            seat = self.seat.to_dict()
        else:
            seat = self.seat

        price = self.price

        status = self.status.value

        refunded_amount: None | str
        refunded_amount = self.refunded_amount

        kept_amount: None | str
        kept_amount = self.kept_amount

        booking_id = self.booking_id

        event_id = self.event_id

        user_id = self.user_id

        used_at: None | str
        if isinstance(self.used_at, datetime.datetime):
            used_at = self.used_at.isoformat()
        else:
            used_at = self.used_at

        gate: None | str
        gate = self.gate

        is_inside = self.is_inside

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "ticket_code": ticket_code,
                "ticket_type_id": ticket_type_id,
                "seat": seat,
                "price": price,
                "status": status,
                "refunded_amount": refunded_amount,
                "kept_amount": kept_amount,
                "booking_id": booking_id,
                "event_id": event_id,
                "user_id": user_id,
                "used_at": used_at,
                "gate": gate,
                "is_inside": is_inside,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.seat_answer import SeatAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        def _parse_ticket_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ticket_code = _parse_ticket_code(d.pop("ticket_code"))

        ticket_type_id = d.pop("ticket_type_id")

        def _parse_seat(data: object) -> None | SeatAnswer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                seat_type_0 = SeatAnswer.from_dict(data)

                return seat_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SeatAnswer, data)

        seat = _parse_seat(d.pop("seat"))

        price = d.pop("price")

        status = TicketStatus(d.pop("status"))

        def _parse_refunded_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        refunded_amount = _parse_refunded_amount(d.pop("refunded_amount"))

        def _parse_kept_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kept_amount = _parse_kept_amount(d.pop("kept_amount"))

        booking_id = d.pop("booking_id")

        event_id = d.pop("event_id")

        user_id = d.pop("user_id")

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

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        ticket_answer = cls(
            id=id,
            ticket_code=ticket_code,
            ticket_type_id=ticket_type_id,
            seat=seat,
            price=price,
            status=status,
            refunded_amount=refunded_amount,
            kept_amount=kept_amount,
            booking_id=booking_id,
            event_id=event_id,
            user_id=user_id,
            used_at=used_at,
            gate=gate,
            is_inside=is_inside,
            created_at=created_at,
            updated_at=updated_at,
        )

        ticket_answer.additional_properties = d
        return ticket_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.transfer_status import TransferStatus

if TYPE_CHECKING:
    from ..models.offered_event import OfferedEvent
    from ..models.seat_answer import SeatAnswer


T = TypeVar("T", bound="TransferOfferAnswer")


@_attrs_define
class TransferOfferAnswer:
    """What is offered, as the owner of the token sees it.

    Attributes:
        status (TransferStatus): The status of a transfer; only one that is `offered` is open, and can be accepted.

            `ended` means that its ticket was used, cancelled or reissued in the meantime.
        expires_at (datetime.datetime):
        sender (str):
        event (OfferedEvent): The event of an offered ticket.
        ticket_type (str):
        seat (None | SeatAnswer):
    """

    status: TransferStatus
    expires_at: datetime.datetime
    sender: str
    event: OfferedEvent
    ticket_type: str
    seat: None | SeatAnswer
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.seat_answer import SeatAnswer  # noqa: PLC0415

        status = self.status.value

        expires_at = self.expires_at.isoformat()

        sender = self.sender

        event = self.event.to_dict()

        ticket_type = self.ticket_type

        seat: dict[str, Any] | None
        if isinstance(self.seat, SeatAnswer):
            seat = self.seat.to_dict()
        else:
            seat = self.seat

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "expires_at": expires_at,
                "sender": sender,
                "event": event,
                "ticket_type": ticket_type,
                "seat": seat,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.offered_event import OfferedEvent  # noqa: PLC0415
        from ..models.seat_answer import SeatAnswer  # noqa: PLC0415

        d = dict(src_dict)
        status = TransferStatus(d.pop("status"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        sender = d.pop("sender")

        event = OfferedEvent.from_dict(d.pop("event"))

        ticket_type = d.pop("ticket_type")

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

        transfer_offer_answer = cls(
            status=status,
            expires_at=expires_at,
            sender=sender,
            event=event,
            ticket_type=ticket_type,
            seat=seat,
        )

        transfer_offer_answer.additional_properties = d
        return transfer_offer_answer

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

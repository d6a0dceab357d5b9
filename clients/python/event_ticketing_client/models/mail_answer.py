from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.mail_kind import MailKind
from ..models.mail_status import MailStatus

T = TypeVar("T", bound="MailAnswer")


@_attrs_define
class MailAnswer:
    """A mail: to whom, about what, and what became of it. Its text and address are not kept.

    Attributes:
        id (int):
        kind (MailKind): What a mail says; its template has this name.
        user_id (int | None):
        event_id (int | None):
        booking_id (int | None):
        order_id (int | None):
        ticket_id (int | None):
        transaction_id (int | None):
        status (MailStatus): `waiting` and `sending` come before the end; a person may have any of the others sent
            again.

            `unknown` is a mail that may have arrived: who sent it stopped before the answer.
        attempts (int):
        last_error (None | str):
        next_at (datetime.datetime | None):
        created_at (datetime.datetime):
        sent_at (datetime.datetime | None):
    """

    id: int
    kind: MailKind
    user_id: int | None
    event_id: int | None
    booking_id: int | None
    order_id: int | None
    ticket_id: int | None
    transaction_id: int | None
    status: MailStatus
    attempts: int
    last_error: None | str
    next_at: datetime.datetime | None
    created_at: datetime.datetime
    sent_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind = self.kind.value

        user_id: int | None
        user_id = self.user_id

        event_id: int | None
        event_id = self.event_id

        booking_id: int | None
        booking_id = self.booking_id

        order_id: int | None
        order_id = self.order_id

        ticket_id: int | None
        ticket_id = self.ticket_id

        transaction_id: int | None
        transaction_id = self.transaction_id

        status = self.status.value

        attempts = self.attempts

        last_error: None | str
        last_error = self.last_error

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        created_at = self.created_at.isoformat()

        sent_at: None | str
        if isinstance(self.sent_at, datetime.datetime):
            sent_at = self.sent_at.isoformat()
        else:
            sent_at = self.sent_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "user_id": user_id,
                "event_id": event_id,
                "booking_id": booking_id,
                "order_id": order_id,
                "ticket_id": ticket_id,
                "transaction_id": transaction_id,
                "status": status,
                "attempts": attempts,
                "last_error": last_error,
                "next_at": next_at,
                "created_at": created_at,
                "sent_at": sent_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = MailKind(d.pop("kind"))

        def _parse_user_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        user_id = _parse_user_id(d.pop("user_id"))

        def _parse_event_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_booking_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        booking_id = _parse_booking_id(d.pop("booking_id"))

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))

        def _parse_ticket_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        ticket_id = _parse_ticket_id(d.pop("ticket_id"))

        def _parse_transaction_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        transaction_id = _parse_transaction_id(d.pop("transaction_id"))

        status = MailStatus(d.pop("status"))

        attempts = d.pop("attempts")

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_sent_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sent_at_type_0 = datetime.datetime.fromisoformat(data)

                return sent_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        sent_at = _parse_sent_at(d.pop("sent_at"))

        mail_answer = cls(
            id=id,
            kind=kind,
            user_id=user_id,
            event_id=event_id,
            booking_id=booking_id,
            order_id=order_id,
            ticket_id=ticket_id,
            transaction_id=transaction_id,
            status=status,
            attempts=attempts,
            last_error=last_error,
            next_at=next_at,
            created_at=created_at,
            sent_at=sent_at,
        )

        mail_answer.additional_properties = d
        return mail_answer

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

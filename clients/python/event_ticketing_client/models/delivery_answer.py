from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_answer_type import DeliveryAnswerType
from ..models.delivery_status import DeliveryStatus

T = TypeVar("T", bound="DeliveryAnswer")


@_attrs_define
class DeliveryAnswer:
    """What a webhook was sent, or is to be sent, and what became of the last attempt.

    Attributes:
        id (int):
        webhook_id (str): The header `webhook-id` of every attempt.
        type_ (DeliveryAnswerType):
        sequence (int):
        object_ (str):
        object_id (int):
        event_id (int | None):
        occurred_at (datetime.datetime):
        status (DeliveryStatus): `pending` is sent, now or later; `failed` was given up, and can be replayed.
        attempts (int): Since it was planned, or last replayed.
        next_attempt_at (datetime.datetime | None):
        last_attempt_at (datetime.datetime | None):
        response_status (int | None): Null if there was no answer.
        error (None | str):
        duration_ms (int | None):
    """

    id: int
    webhook_id: str
    type_: DeliveryAnswerType
    sequence: int
    object_: str
    object_id: int
    event_id: int | None
    occurred_at: datetime.datetime
    status: DeliveryStatus
    attempts: int
    next_attempt_at: datetime.datetime | None
    last_attempt_at: datetime.datetime | None
    response_status: int | None
    error: None | str
    duration_ms: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        webhook_id = self.webhook_id

        type_ = self.type_.value

        sequence = self.sequence

        object_ = self.object_

        object_id = self.object_id

        event_id: int | None
        event_id = self.event_id

        occurred_at = self.occurred_at.isoformat()

        status = self.status.value

        attempts = self.attempts

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        last_attempt_at: None | str
        if isinstance(self.last_attempt_at, datetime.datetime):
            last_attempt_at = self.last_attempt_at.isoformat()
        else:
            last_attempt_at = self.last_attempt_at

        response_status: int | None
        response_status = self.response_status

        error: None | str
        error = self.error

        duration_ms: int | None
        duration_ms = self.duration_ms

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "webhook_id": webhook_id,
                "type": type_,
                "sequence": sequence,
                "object": object_,
                "object_id": object_id,
                "event_id": event_id,
                "occurred_at": occurred_at,
                "status": status,
                "attempts": attempts,
                "next_attempt_at": next_attempt_at,
                "last_attempt_at": last_attempt_at,
                "response_status": response_status,
                "error": error,
                "duration_ms": duration_ms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        webhook_id = d.pop("webhook_id")

        type_ = DeliveryAnswerType(d.pop("type"))

        sequence = d.pop("sequence")

        object_ = d.pop("object")

        object_id = d.pop("object_id")

        def _parse_event_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_id = _parse_event_id(d.pop("event_id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        status = DeliveryStatus(d.pop("status"))

        attempts = d.pop("attempts")

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        def _parse_last_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_attempt_at = _parse_last_attempt_at(d.pop("last_attempt_at"))

        def _parse_response_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        response_status = _parse_response_status(d.pop("response_status"))

        def _parse_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error = _parse_error(d.pop("error"))

        def _parse_duration_ms(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        duration_ms = _parse_duration_ms(d.pop("duration_ms"))

        delivery_answer = cls(
            id=id,
            webhook_id=webhook_id,
            type_=type_,
            sequence=sequence,
            object_=object_,
            object_id=object_id,
            event_id=event_id,
            occurred_at=occurred_at,
            status=status,
            attempts=attempts,
            next_attempt_at=next_attempt_at,
            last_attempt_at=last_attempt_at,
            response_status=response_status,
            error=error,
            duration_ms=duration_ms,
        )

        delivery_answer.additional_properties = d
        return delivery_answer

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

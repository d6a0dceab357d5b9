from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RefundProgressAnswer")


@_attrs_define
class RefundProgressAnswer:
    """Refund progress of an event.

    `to_begin` bookings wait for the background job, `pending` refunds for the provider, and
    `failed` ones, of `amount_owed` in all, for a person. A refund of an order over several events
    counts for each of them.

        Attributes:
            event_id (int):
            to_begin (int):
            pending (int):
            done (int):
            failed (int):
            amount_refunded (str):
            amount_owed (str):
            currency (None | str):
    """

    event_id: int
    to_begin: int
    pending: int
    done: int
    failed: int
    amount_refunded: str
    amount_owed: str
    currency: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        to_begin = self.to_begin

        pending = self.pending

        done = self.done

        failed = self.failed

        amount_refunded = self.amount_refunded

        amount_owed = self.amount_owed

        currency: None | str
        currency = self.currency

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "to_begin": to_begin,
                "pending": pending,
                "done": done,
                "failed": failed,
                "amount_refunded": amount_refunded,
                "amount_owed": amount_owed,
                "currency": currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event_id = d.pop("event_id")

        to_begin = d.pop("to_begin")

        pending = d.pop("pending")

        done = d.pop("done")

        failed = d.pop("failed")

        amount_refunded = d.pop("amount_refunded")

        amount_owed = d.pop("amount_owed")

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        refund_progress_answer = cls(
            event_id=event_id,
            to_begin=to_begin,
            pending=pending,
            done=done,
            failed=failed,
            amount_refunded=amount_refunded,
            amount_owed=amount_owed,
            currency=currency,
        )

        refund_progress_answer.additional_properties = d
        return refund_progress_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.return_answer import ReturnAnswer


T = TypeVar("T", bound="RefundQuoteAnswer")


@_attrs_define
class RefundQuoteAnswer:
    """What refunding tickets of a booking would give back and keep now.

    Attributes:
        booking_id (int):
        currency (str):
        until (datetime.datetime | None): Until when the buyer may; null for staff.
        refunded_amount (str):
        kept_amount (str):
        tickets (list[ReturnAnswer]):
    """

    booking_id: int
    currency: str
    until: datetime.datetime | None
    refunded_amount: str
    kept_amount: str
    tickets: list[ReturnAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        booking_id = self.booking_id

        currency = self.currency

        until: None | str
        if isinstance(self.until, datetime.datetime):
            until = self.until.isoformat()
        else:
            until = self.until

        refunded_amount = self.refunded_amount

        kept_amount = self.kept_amount

        tickets = []
        for tickets_item_data in self.tickets:
            tickets_item = tickets_item_data.to_dict()
            tickets.append(tickets_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "booking_id": booking_id,
                "currency": currency,
                "until": until,
                "refunded_amount": refunded_amount,
                "kept_amount": kept_amount,
                "tickets": tickets,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.return_answer import ReturnAnswer  # noqa: PLC0415

        d = dict(src_dict)
        booking_id = d.pop("booking_id")

        currency = d.pop("currency")

        def _parse_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.datetime.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        until = _parse_until(d.pop("until"))

        refunded_amount = d.pop("refunded_amount")

        kept_amount = d.pop("kept_amount")

        tickets = []
        _tickets = d.pop("tickets")
        for tickets_item_data in _tickets:
            tickets_item = ReturnAnswer.from_dict(tickets_item_data)

            tickets.append(tickets_item)

        refund_quote_answer = cls(
            booking_id=booking_id,
            currency=currency,
            until=until,
            refunded_amount=refunded_amount,
            kept_amount=kept_amount,
            tickets=tickets,
        )

        refund_quote_answer.additional_properties = d
        return refund_quote_answer

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

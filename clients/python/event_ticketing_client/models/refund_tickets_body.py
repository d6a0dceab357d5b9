from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RefundTicketsBody")


@_attrs_define
class RefundTicketsBody:
    """Which tickets of the booking are refunded, and why.

    Attributes:
        ticket_ids (list[int]): The ids of the tickets, as the booking has them.
        reason (None | str | Unset): Shown with the refund.
        expected_amount (None | str | Unset): Refuse it unless exactly this goes back, as the quote said.
    """

    ticket_ids: list[int]
    reason: None | str | Unset = UNSET
    expected_amount: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ticket_ids = self.ticket_ids

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        expected_amount: None | str | Unset
        if isinstance(self.expected_amount, Unset):
            expected_amount = UNSET
        else:
            expected_amount = self.expected_amount

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ticket_ids": ticket_ids,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason
        if expected_amount is not UNSET:
            field_dict["expected_amount"] = expected_amount

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_ids = cast(list[int], d.pop("ticket_ids"))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_expected_amount(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        expected_amount = _parse_expected_amount(d.pop("expected_amount", UNSET))

        refund_tickets_body = cls(
            ticket_ids=ticket_ids,
            reason=reason,
            expected_amount=expected_amount,
        )

        return refund_tickets_body

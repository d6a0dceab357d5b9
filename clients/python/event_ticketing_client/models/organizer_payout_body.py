from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrganizerPayoutBody")


@_attrs_define
class OrganizerPayoutBody:
    """What was paid to whom, when, and what the bank calls it.

    Attributes:
        organizer_id (int):
        currency (str):
        amount (str):
        paid_on (datetime.date):
        reference (str): What the bank calls the payment.
        note (None | str | Unset):
        is_advance (bool | Unset): Whether it may be more than what is payable. Default: `False`.
    """

    organizer_id: int
    currency: str
    amount: str
    paid_on: datetime.date
    reference: str
    note: None | str | Unset = UNSET
    is_advance: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        organizer_id = self.organizer_id

        currency = self.currency

        amount = self.amount

        paid_on = self.paid_on.isoformat()

        reference = self.reference

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        is_advance = self.is_advance

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organizer_id": organizer_id,
                "currency": currency,
                "amount": amount,
                "paid_on": paid_on,
                "reference": reference,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note
        if is_advance is not UNSET:
            field_dict["is_advance"] = is_advance

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        organizer_id = d.pop("organizer_id")

        currency = d.pop("currency")

        amount = d.pop("amount")

        paid_on = datetime.date.fromisoformat(d.pop("paid_on"))

        reference = d.pop("reference")

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        is_advance = d.pop("is_advance", UNSET)

        organizer_payout_body = cls(
            organizer_id=organizer_id,
            currency=currency,
            amount=amount,
            paid_on=paid_on,
            reference=reference,
            note=note,
            is_advance=is_advance,
        )

        return organizer_payout_body

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OrganizerPayoutAnswer")


@_attrs_define
class OrganizerPayoutAnswer:
    """A payout; a counter entry is negative, and `reverses_id` is the payout it takes back.

    Attributes:
        id (int):
        organizer_id (int):
        currency (str):
        amount (str):
        paid_on (datetime.date):
        reference (str):
        note (None | str):
        is_advance (bool):
        reverses_id (int | None):
        recorded_at (datetime.datetime):
    """

    id: int
    organizer_id: int
    currency: str
    amount: str
    paid_on: datetime.date
    reference: str
    note: None | str
    is_advance: bool
    reverses_id: int | None
    recorded_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        organizer_id = self.organizer_id

        currency = self.currency

        amount = self.amount

        paid_on = self.paid_on.isoformat()

        reference = self.reference

        note: None | str
        note = self.note

        is_advance = self.is_advance

        reverses_id: int | None
        reverses_id = self.reverses_id

        recorded_at = self.recorded_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "organizer_id": organizer_id,
                "currency": currency,
                "amount": amount,
                "paid_on": paid_on,
                "reference": reference,
                "note": note,
                "is_advance": is_advance,
                "reverses_id": reverses_id,
                "recorded_at": recorded_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        organizer_id = d.pop("organizer_id")

        currency = d.pop("currency")

        amount = d.pop("amount")

        paid_on = datetime.date.fromisoformat(d.pop("paid_on"))

        reference = d.pop("reference")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        is_advance = d.pop("is_advance")

        def _parse_reverses_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        reverses_id = _parse_reverses_id(d.pop("reverses_id"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        organizer_payout_answer = cls(
            id=id,
            organizer_id=organizer_id,
            currency=currency,
            amount=amount,
            paid_on=paid_on,
            reference=reference,
            note=note,
            is_advance=is_advance,
            reverses_id=reverses_id,
            recorded_at=recorded_at,
        )

        organizer_payout_answer.additional_properties = d
        return organizer_payout_answer

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

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PaidOutBody")


@_attrs_define
class PaidOutBody:
    """How a failed refund was paid out, and how much of it, by default all that is owed.

    Attributes:
        note (str):
        amount (None | str | Unset):
    """

    note: str
    amount: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        note = self.note

        amount: None | str | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "note": note,
            }
        )
        if amount is not UNSET:
            field_dict["amount"] = amount

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        note = d.pop("note")

        def _parse_amount(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        paid_out_body = cls(
            note=note,
            amount=amount,
        )

        return paid_out_body

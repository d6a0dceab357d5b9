from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="BankAmountBody")


@_attrs_define
class BankAmountBody:
    """What the bank statement says of the payout; null takes the note back.

    Attributes:
        bank_amount (None | str):
    """

    bank_amount: None | str

    def to_dict(self) -> dict[str, Any]:
        bank_amount: None | str
        bank_amount = self.bank_amount

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bank_amount": bank_amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_bank_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_amount = _parse_bank_amount(d.pop("bank_amount"))

        bank_amount_body = cls(
            bank_amount=bank_amount,
        )

        return bank_amount_body

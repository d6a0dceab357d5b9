from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BankAccountBody")


@_attrs_define
class BankAccountBody:
    """Where an organizer is paid: all of it, in place of what was said before.

    Attributes:
        holder (str):
        iban (None | str | Unset):
        other (None | str | Unset):
    """

    holder: str
    iban: None | str | Unset = UNSET
    other: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        holder = self.holder

        iban: None | str | Unset
        if isinstance(self.iban, Unset):
            iban = UNSET
        else:
            iban = self.iban

        other: None | str | Unset
        if isinstance(self.other, Unset):
            other = UNSET
        else:
            other = self.other

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "holder": holder,
            }
        )
        if iban is not UNSET:
            field_dict["iban"] = iban
        if other is not UNSET:
            field_dict["other"] = other

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        holder = d.pop("holder")

        def _parse_iban(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        iban = _parse_iban(d.pop("iban", UNSET))

        def _parse_other(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other = _parse_other(d.pop("other", UNSET))

        bank_account_body = cls(
            holder=holder,
            iban=iban,
            other=other,
        )

        return bank_account_body

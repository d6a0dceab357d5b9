from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BalanceAnswer")


@_attrs_define
class BalanceAnswer:
    """What an organizer is owed now; negative if they owe the platform.

    Attributes:
        organizer_id (int):
        organizer (str):
        currency (str):
        earned (str):
        paid_out (str):
        owed (str):
        held_back (str):
        disputed (str):
        payable (str):
    """

    organizer_id: int
    organizer: str
    currency: str
    earned: str
    paid_out: str
    owed: str
    held_back: str
    disputed: str
    payable: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        organizer_id = self.organizer_id

        organizer = self.organizer

        currency = self.currency

        earned = self.earned

        paid_out = self.paid_out

        owed = self.owed

        held_back = self.held_back

        disputed = self.disputed

        payable = self.payable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "organizer_id": organizer_id,
                "organizer": organizer,
                "currency": currency,
                "earned": earned,
                "paid_out": paid_out,
                "owed": owed,
                "held_back": held_back,
                "disputed": disputed,
                "payable": payable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        organizer_id = d.pop("organizer_id")

        organizer = d.pop("organizer")

        currency = d.pop("currency")

        earned = d.pop("earned")

        paid_out = d.pop("paid_out")

        owed = d.pop("owed")

        held_back = d.pop("held_back")

        disputed = d.pop("disputed")

        payable = d.pop("payable")

        balance_answer = cls(
            organizer_id=organizer_id,
            organizer=organizer,
            currency=currency,
            earned=earned,
            paid_out=paid_out,
            owed=owed,
            held_back=held_back,
            disputed=disputed,
            payable=payable,
        )

        balance_answer.additional_properties = d
        return balance_answer

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

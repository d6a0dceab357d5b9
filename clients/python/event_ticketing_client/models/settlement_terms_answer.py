from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SettlementTermsAnswer")


@_attrs_define
class SettlementTermsAnswer:
    """What the platform keeps of an organizer's sales in a currency, from `valid_from` on.

    Attributes:
        id (int):
        organizer_id (int):
        currency (str):
        valid_from (datetime.datetime):
        keeps_fees (bool):
        commission_percent (str):
        commission_per_ticket (str):
        receives_manual (bool):
        hold_back_days (int):
        created_at (datetime.datetime):
    """

    id: int
    organizer_id: int
    currency: str
    valid_from: datetime.datetime
    keeps_fees: bool
    commission_percent: str
    commission_per_ticket: str
    receives_manual: bool
    hold_back_days: int
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        organizer_id = self.organizer_id

        currency = self.currency

        valid_from = self.valid_from.isoformat()

        keeps_fees = self.keeps_fees

        commission_percent = self.commission_percent

        commission_per_ticket = self.commission_per_ticket

        receives_manual = self.receives_manual

        hold_back_days = self.hold_back_days

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "organizer_id": organizer_id,
                "currency": currency,
                "valid_from": valid_from,
                "keeps_fees": keeps_fees,
                "commission_percent": commission_percent,
                "commission_per_ticket": commission_per_ticket,
                "receives_manual": receives_manual,
                "hold_back_days": hold_back_days,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        organizer_id = d.pop("organizer_id")

        currency = d.pop("currency")

        valid_from = datetime.datetime.fromisoformat(d.pop("valid_from"))

        keeps_fees = d.pop("keeps_fees")

        commission_percent = d.pop("commission_percent")

        commission_per_ticket = d.pop("commission_per_ticket")

        receives_manual = d.pop("receives_manual")

        hold_back_days = d.pop("hold_back_days")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        settlement_terms_answer = cls(
            id=id,
            organizer_id=organizer_id,
            currency=currency,
            valid_from=valid_from,
            keeps_fees=keeps_fees,
            commission_percent=commission_percent,
            commission_per_ticket=commission_per_ticket,
            receives_manual=receives_manual,
            hold_back_days=hold_back_days,
            created_at=created_at,
        )

        settlement_terms_answer.additional_properties = d
        return settlement_terms_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ProviderBalanceAnswer")


@_attrs_define
class ProviderBalanceAnswer:
    """What a payment provider held in a currency when it was last asked.

    `opening` was there before the first movement that is known, `moved` is the sum of those that
    are, less the fees, and `difference` is what these leave unexplained. `fees` are all that the
    provider has taken.

        Attributes:
            provider (str):
            currency (str):
            balance (str):
            opening (str):
            moved (str):
            difference (str):
            fees (str):
            since (datetime.datetime):
            read_at (datetime.datetime):
    """

    provider: str
    currency: str
    balance: str
    opening: str
    moved: str
    difference: str
    fees: str
    since: datetime.datetime
    read_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        provider = self.provider

        currency = self.currency

        balance = self.balance

        opening = self.opening

        moved = self.moved

        difference = self.difference

        fees = self.fees

        since = self.since.isoformat()

        read_at = self.read_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "provider": provider,
                "currency": currency,
                "balance": balance,
                "opening": opening,
                "moved": moved,
                "difference": difference,
                "fees": fees,
                "since": since,
                "read_at": read_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        provider = d.pop("provider")

        currency = d.pop("currency")

        balance = d.pop("balance")

        opening = d.pop("opening")

        moved = d.pop("moved")

        difference = d.pop("difference")

        fees = d.pop("fees")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        read_at = datetime.datetime.fromisoformat(d.pop("read_at"))

        provider_balance_answer = cls(
            provider=provider,
            currency=currency,
            balance=balance,
            opening=opening,
            moved=moved,
            difference=difference,
            fees=fees,
            since=since,
            read_at=read_at,
        )

        provider_balance_answer.additional_properties = d
        return provider_balance_answer

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

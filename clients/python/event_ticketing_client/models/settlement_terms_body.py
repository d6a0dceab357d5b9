from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SettlementTermsBody")


@_attrs_define
class SettlementTermsBody:
    """What the platform keeps; `valid_from` is now unless it is given.

    Attributes:
        currency (str):
        valid_from (datetime.datetime | None | Unset): UTC without offset; now or later. RFC 3339, with an offset or
            `Z`, between the years 1900 and 9000.
        keeps_fees (bool | Unset): Whether service fees are the platform's. Default: `False`.
        commission_percent (str | Unset): Of the price of tickets. Default: `0`.
        commission_per_ticket (str | Unset): Of each ticket that is paid, at most its price. Default: `0`.
        receives_manual (bool | Unset): Whether manual payments come to the platform. Default: `False`.
        hold_back_days (int | Unset): How many days after its end the money of an event can be paid out. Default: `0`.
    """

    currency: str
    valid_from: datetime.datetime | None | Unset = UNSET
    keeps_fees: bool | Unset = UNSET
    commission_percent: str | Unset = UNSET
    commission_per_ticket: str | Unset = UNSET
    receives_manual: bool | Unset = UNSET
    hold_back_days: int | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        currency = self.currency

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.datetime):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        keeps_fees = self.keeps_fees

        commission_percent = self.commission_percent

        commission_per_ticket = self.commission_per_ticket

        receives_manual = self.receives_manual

        hold_back_days = self.hold_back_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
            }
        )
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if keeps_fees is not UNSET:
            field_dict["keeps_fees"] = keeps_fees
        if commission_percent is not UNSET:
            field_dict["commission_percent"] = commission_percent
        if commission_per_ticket is not UNSET:
            field_dict["commission_per_ticket"] = commission_per_ticket
        if receives_manual is not UNSET:
            field_dict["receives_manual"] = receives_manual
        if hold_back_days is not UNSET:
            field_dict["hold_back_days"] = hold_back_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = d.pop("currency")

        def _parse_valid_from(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.datetime.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        valid_from = _parse_valid_from(d.pop("valid_from", UNSET))

        keeps_fees = d.pop("keeps_fees", UNSET)

        commission_percent = d.pop("commission_percent", UNSET)

        commission_per_ticket = d.pop("commission_per_ticket", UNSET)

        receives_manual = d.pop("receives_manual", UNSET)

        hold_back_days = d.pop("hold_back_days", UNSET)

        settlement_terms_body = cls(
            currency=currency,
            valid_from=valid_from,
            keeps_fees=keeps_fees,
            commission_percent=commission_percent,
            commission_per_ticket=commission_per_ticket,
            receives_manual=receives_manual,
            hold_back_days=hold_back_days,
        )

        return settlement_terms_body

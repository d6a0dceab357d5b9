from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateDiscountBody")


@_attrs_define
class UpdateDiscountBody:
    """The fields to change.

    Attributes:
        code (str | Unset):
        value (str | Unset):
        valid_from (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        valid_until (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and
            9000.
        max_uses (int | None | Unset):
        max_uses_per_user (int | None | Unset):
        max_tickets (int | None | Unset):
        min_spend (None | str | Unset): What the tickets that it covers have to cost in an order, before the discount.
        max_discount (None | str | Unset): The most that a percentage takes off an order.
        currency (str | Unset):
    """

    code: str | Unset = UNSET
    value: str | Unset = UNSET
    valid_from: datetime.datetime | None | Unset = UNSET
    valid_until: datetime.datetime | None | Unset = UNSET
    max_uses: int | None | Unset = UNSET
    max_uses_per_user: int | None | Unset = UNSET
    max_tickets: int | None | Unset = UNSET
    min_spend: None | str | Unset = UNSET
    max_discount: None | str | Unset = UNSET
    currency: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        value = self.value

        valid_from: None | str | Unset
        if isinstance(self.valid_from, Unset):
            valid_from = UNSET
        elif isinstance(self.valid_from, datetime.datetime):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str | Unset
        if isinstance(self.valid_until, Unset):
            valid_until = UNSET
        elif isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        max_uses: int | None | Unset
        if isinstance(self.max_uses, Unset):
            max_uses = UNSET
        else:
            max_uses = self.max_uses

        max_uses_per_user: int | None | Unset
        if isinstance(self.max_uses_per_user, Unset):
            max_uses_per_user = UNSET
        else:
            max_uses_per_user = self.max_uses_per_user

        max_tickets: int | None | Unset
        if isinstance(self.max_tickets, Unset):
            max_tickets = UNSET
        else:
            max_tickets = self.max_tickets

        min_spend: None | str | Unset
        if isinstance(self.min_spend, Unset):
            min_spend = UNSET
        else:
            min_spend = self.min_spend

        max_discount: None | str | Unset
        if isinstance(self.max_discount, Unset):
            max_discount = UNSET
        else:
            max_discount = self.max_discount

        currency = self.currency

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if value is not UNSET:
            field_dict["value"] = value
        if valid_from is not UNSET:
            field_dict["valid_from"] = valid_from
        if valid_until is not UNSET:
            field_dict["valid_until"] = valid_until
        if max_uses is not UNSET:
            field_dict["max_uses"] = max_uses
        if max_uses_per_user is not UNSET:
            field_dict["max_uses_per_user"] = max_uses_per_user
        if max_tickets is not UNSET:
            field_dict["max_tickets"] = max_tickets
        if min_spend is not UNSET:
            field_dict["min_spend"] = min_spend
        if max_discount is not UNSET:
            field_dict["max_discount"] = max_discount
        if currency is not UNSET:
            field_dict["currency"] = currency

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code", UNSET)

        value = d.pop("value", UNSET)

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

        def _parse_valid_until(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        valid_until = _parse_valid_until(d.pop("valid_until", UNSET))

        def _parse_max_uses(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_uses = _parse_max_uses(d.pop("max_uses", UNSET))

        def _parse_max_uses_per_user(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_uses_per_user = _parse_max_uses_per_user(d.pop("max_uses_per_user", UNSET))

        def _parse_max_tickets(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_tickets = _parse_max_tickets(d.pop("max_tickets", UNSET))

        def _parse_min_spend(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        min_spend = _parse_min_spend(d.pop("min_spend", UNSET))

        def _parse_max_discount(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        max_discount = _parse_max_discount(d.pop("max_discount", UNSET))

        currency = d.pop("currency", UNSET)

        update_discount_body = cls(
            code=code,
            value=value,
            valid_from=valid_from,
            valid_until=valid_until,
            max_uses=max_uses,
            max_uses_per_user=max_uses_per_user,
            max_tickets=max_tickets,
            min_spend=min_spend,
            max_discount=max_discount,
            currency=currency,
        )

        return update_discount_body

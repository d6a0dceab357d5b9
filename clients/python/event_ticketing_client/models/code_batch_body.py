from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.discount_kind import DiscountKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="CodeBatchBody")


@_attrs_define
class CodeBatchBody:
    """Many codes of the same terms: a `number` of random ones, or `codes` of one's own.

    Attributes:
        kind (DiscountKind): A `percent` off every covered line, or a `fixed` amount off all of them together.
        value (str): Per cent, or an amount of money; `0` only opens the ticket type that it names.
        number (int | None | Unset): How many to make up.
        prefix (str | Unset): What each of them begins with. Default: ``.
        length (int | Unset): How many random characters follow the prefix. Default: `10`.
        codes (list[str] | Unset): A list of one's own. Default: an empty list.
        currency (None | str | Unset):
        event_id (int | None | Unset):
        ticket_type_id (int | None | Unset):
        valid_from (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and 9000.
        valid_until (datetime.datetime | None | Unset): RFC 3339, with an offset or `Z`, between the years 1900 and
            9000.
        max_uses (int | None | Unset): Of each code; null for any number of orders. Default: `1`.
        max_uses_per_user (int | None | Unset):
        max_tickets (int | None | Unset): Of each code, over all orders.
        min_spend (None | str | Unset): What the tickets that it covers have to cost in an order, before the discount.
        max_discount (None | str | Unset): The most that a percentage takes off an order.
    """

    kind: DiscountKind
    value: str
    number: int | None | Unset = UNSET
    prefix: str | Unset = UNSET
    length: int | Unset = UNSET
    codes: list[str] | Unset = UNSET
    currency: None | str | Unset = UNSET
    event_id: int | None | Unset = UNSET
    ticket_type_id: int | None | Unset = UNSET
    valid_from: datetime.datetime | None | Unset = UNSET
    valid_until: datetime.datetime | None | Unset = UNSET
    max_uses: int | None | Unset = UNSET
    max_uses_per_user: int | None | Unset = UNSET
    max_tickets: int | None | Unset = UNSET
    min_spend: None | str | Unset = UNSET
    max_discount: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        value = self.value

        number: int | None | Unset
        if isinstance(self.number, Unset):
            number = UNSET
        else:
            number = self.number

        prefix = self.prefix

        length = self.length

        codes: list[str] | Unset = UNSET
        if not isinstance(self.codes, Unset):
            codes = self.codes

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        event_id: int | None | Unset
        if isinstance(self.event_id, Unset):
            event_id = UNSET
        else:
            event_id = self.event_id

        ticket_type_id: int | None | Unset
        if isinstance(self.ticket_type_id, Unset):
            ticket_type_id = UNSET
        else:
            ticket_type_id = self.ticket_type_id

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "value": value,
            }
        )
        if number is not UNSET:
            field_dict["number"] = number
        if prefix is not UNSET:
            field_dict["prefix"] = prefix
        if length is not UNSET:
            field_dict["length"] = length
        if codes is not UNSET:
            field_dict["codes"] = codes
        if currency is not UNSET:
            field_dict["currency"] = currency
        if event_id is not UNSET:
            field_dict["event_id"] = event_id
        if ticket_type_id is not UNSET:
            field_dict["ticket_type_id"] = ticket_type_id
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = DiscountKind(d.pop("kind"))

        value = d.pop("value")

        def _parse_number(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        number = _parse_number(d.pop("number", UNSET))

        prefix = d.pop("prefix", UNSET)

        length = d.pop("length", UNSET)

        codes = cast(list[str], d.pop("codes", UNSET))

        def _parse_currency(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        currency = _parse_currency(d.pop("currency", UNSET))

        def _parse_event_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        event_id = _parse_event_id(d.pop("event_id", UNSET))

        def _parse_ticket_type_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        ticket_type_id = _parse_ticket_type_id(d.pop("ticket_type_id", UNSET))

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

        code_batch_body = cls(
            kind=kind,
            value=value,
            number=number,
            prefix=prefix,
            length=length,
            codes=codes,
            currency=currency,
            event_id=event_id,
            ticket_type_id=ticket_type_id,
            valid_from=valid_from,
            valid_until=valid_until,
            max_uses=max_uses,
            max_uses_per_user=max_uses_per_user,
            max_tickets=max_tickets,
            min_spend=min_spend,
            max_discount=max_discount,
        )

        return code_batch_body

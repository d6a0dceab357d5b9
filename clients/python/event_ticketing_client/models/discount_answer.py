from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.discount_kind import DiscountKind

T = TypeVar("T", bound="DiscountAnswer")


@_attrs_define
class DiscountAnswer:
    """A discount code for its ticket type, else its event, else all events of its owner.

    Attributes:
        id (int):
        code (str):
        owner_id (int | None): Null for a code that applies to all organizers.
        kind (DiscountKind): A `percent` off every covered line, or a `fixed` amount off all of them together.
        value (str):
        currency (None | str):
        event_id (int | None):
        ticket_type_id (int | None):
        valid_from (datetime.datetime | None):
        valid_until (datetime.datetime | None):
        max_uses (int | None):
        max_uses_per_user (int | None):
        max_tickets (int | None):
        min_spend (None | str):
        max_discount (None | str):
        used (int): Orders with this code that are not cancelled or expired. Those that were not paid in time count
            until somebody else uses the code.
        used_tickets (int): The tickets that it covers in these orders.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
    """

    id: int
    code: str
    owner_id: int | None
    kind: DiscountKind
    value: str
    currency: None | str
    event_id: int | None
    ticket_type_id: int | None
    valid_from: datetime.datetime | None
    valid_until: datetime.datetime | None
    max_uses: int | None
    max_uses_per_user: int | None
    max_tickets: int | None
    min_spend: None | str
    max_discount: None | str
    used: int
    used_tickets: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        code = self.code

        owner_id: int | None
        owner_id = self.owner_id

        kind = self.kind.value

        value = self.value

        currency: None | str
        currency = self.currency

        event_id: int | None
        event_id = self.event_id

        ticket_type_id: int | None
        ticket_type_id = self.ticket_type_id

        valid_from: None | str
        if isinstance(self.valid_from, datetime.datetime):
            valid_from = self.valid_from.isoformat()
        else:
            valid_from = self.valid_from

        valid_until: None | str
        if isinstance(self.valid_until, datetime.datetime):
            valid_until = self.valid_until.isoformat()
        else:
            valid_until = self.valid_until

        max_uses: int | None
        max_uses = self.max_uses

        max_uses_per_user: int | None
        max_uses_per_user = self.max_uses_per_user

        max_tickets: int | None
        max_tickets = self.max_tickets

        min_spend: None | str
        min_spend = self.min_spend

        max_discount: None | str
        max_discount = self.max_discount

        used = self.used

        used_tickets = self.used_tickets

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "code": code,
                "owner_id": owner_id,
                "kind": kind,
                "value": value,
                "currency": currency,
                "event_id": event_id,
                "ticket_type_id": ticket_type_id,
                "valid_from": valid_from,
                "valid_until": valid_until,
                "max_uses": max_uses,
                "max_uses_per_user": max_uses_per_user,
                "max_tickets": max_tickets,
                "min_spend": min_spend,
                "max_discount": max_discount,
                "used": used,
                "used_tickets": used_tickets,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        def _parse_owner_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        owner_id = _parse_owner_id(d.pop("owner_id"))

        kind = DiscountKind(d.pop("kind"))

        value = d.pop("value")

        def _parse_currency(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        currency = _parse_currency(d.pop("currency"))

        def _parse_event_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_ticket_type_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        ticket_type_id = _parse_ticket_type_id(d.pop("ticket_type_id"))

        def _parse_valid_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_from_type_0 = datetime.datetime.fromisoformat(data)

                return valid_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valid_from = _parse_valid_from(d.pop("valid_from"))

        def _parse_valid_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_until_type_0 = datetime.datetime.fromisoformat(data)

                return valid_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        valid_until = _parse_valid_until(d.pop("valid_until"))

        def _parse_max_uses(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_uses = _parse_max_uses(d.pop("max_uses"))

        def _parse_max_uses_per_user(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_uses_per_user = _parse_max_uses_per_user(d.pop("max_uses_per_user"))

        def _parse_max_tickets(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        max_tickets = _parse_max_tickets(d.pop("max_tickets"))

        def _parse_min_spend(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        min_spend = _parse_min_spend(d.pop("min_spend"))

        def _parse_max_discount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        max_discount = _parse_max_discount(d.pop("max_discount"))

        used = d.pop("used")

        used_tickets = d.pop("used_tickets")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        discount_answer = cls(
            id=id,
            code=code,
            owner_id=owner_id,
            kind=kind,
            value=value,
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
            used=used,
            used_tickets=used_tickets,
            created_at=created_at,
            updated_at=updated_at,
        )

        discount_answer.additional_properties = d
        return discount_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_account import LedgerAccount
from ..models.transaction_kind import TransactionKind

T = TypeVar("T", bound="MovementAnswer")


@_attrs_define
class MovementAnswer:
    """An entry of the ledger, which never changes: money in is positive, money out negative.

    `account` says what the money is for, or `unapplied` if it bought nothing; then it is for no
    event. `provider_reference` is what the provider calls the payment or refund.

        Attributes:
            id (int):
            at (datetime.datetime):
            kind (TransactionKind): Money that comes in, that is sent back, or that a bank takes back for the buyer.
            account (LedgerAccount): The purpose of money; `unapplied` bought nothing, `disputed` is held by the buyer's
                bank.
            amount (str):
            currency (str):
            transaction_id (int):
            provider (None | str):
            provider_reference (None | str):
            order_id (int):
            order_reference (None | str):
            event_id (int | None):
            event_title (None | str):
            booking_id (int | None):
            booking_reference (None | str):
            ticket_type_id (int | None):
            ticket_type (None | str):
    """

    id: int
    at: datetime.datetime
    kind: TransactionKind
    account: LedgerAccount
    amount: str
    currency: str
    transaction_id: int
    provider: None | str
    provider_reference: None | str
    order_id: int
    order_reference: None | str
    event_id: int | None
    event_title: None | str
    booking_id: int | None
    booking_reference: None | str
    ticket_type_id: int | None
    ticket_type: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        at = self.at.isoformat()

        kind = self.kind.value

        account = self.account.value

        amount = self.amount

        currency = self.currency

        transaction_id = self.transaction_id

        provider: None | str
        provider = self.provider

        provider_reference: None | str
        provider_reference = self.provider_reference

        order_id = self.order_id

        order_reference: None | str
        order_reference = self.order_reference

        event_id: int | None
        event_id = self.event_id

        event_title: None | str
        event_title = self.event_title

        booking_id: int | None
        booking_id = self.booking_id

        booking_reference: None | str
        booking_reference = self.booking_reference

        ticket_type_id: int | None
        ticket_type_id = self.ticket_type_id

        ticket_type: None | str
        ticket_type = self.ticket_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "kind": kind,
                "account": account,
                "amount": amount,
                "currency": currency,
                "transaction_id": transaction_id,
                "provider": provider,
                "provider_reference": provider_reference,
                "order_id": order_id,
                "order_reference": order_reference,
                "event_id": event_id,
                "event_title": event_title,
                "booking_id": booking_id,
                "booking_reference": booking_reference,
                "ticket_type_id": ticket_type_id,
                "ticket_type": ticket_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        kind = TransactionKind(d.pop("kind"))

        account = LedgerAccount(d.pop("account"))

        amount = d.pop("amount")

        currency = d.pop("currency")

        transaction_id = d.pop("transaction_id")

        def _parse_provider(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        provider = _parse_provider(d.pop("provider"))

        def _parse_provider_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        provider_reference = _parse_provider_reference(d.pop("provider_reference"))

        order_id = d.pop("order_id")

        def _parse_order_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        order_reference = _parse_order_reference(d.pop("order_reference"))

        def _parse_event_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_event_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        event_title = _parse_event_title(d.pop("event_title"))

        def _parse_booking_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        booking_id = _parse_booking_id(d.pop("booking_id"))

        def _parse_booking_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        booking_reference = _parse_booking_reference(d.pop("booking_reference"))

        def _parse_ticket_type_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        ticket_type_id = _parse_ticket_type_id(d.pop("ticket_type_id"))

        def _parse_ticket_type(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ticket_type = _parse_ticket_type(d.pop("ticket_type"))

        movement_answer = cls(
            id=id,
            at=at,
            kind=kind,
            account=account,
            amount=amount,
            currency=currency,
            transaction_id=transaction_id,
            provider=provider,
            provider_reference=provider_reference,
            order_id=order_id,
            order_reference=order_reference,
            event_id=event_id,
            event_title=event_title,
            booking_id=booking_id,
            booking_reference=booking_reference,
            ticket_type_id=ticket_type_id,
            ticket_type=ticket_type,
        )

        movement_answer.additional_properties = d
        return movement_answer

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

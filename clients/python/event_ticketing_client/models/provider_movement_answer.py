from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.movement_kind import MovementKind

T = TypeVar("T", bound="ProviderMovementAnswer")


@_attrs_define
class ProviderMovementAnswer:
    """A movement of the account at a payment provider, which never changes.

    Money in is positive; `net` is what is left of it after the `fee`. The buyer's side is
    `paid_amount`, in another currency where the provider exchanged it. `word` is the provider's
    for what it is. It can be paid out from `available_on`, and is a part of the payout `payout_id`.

        Attributes:
            id (int):
            provider (str):
            reference (str):
            kind (MovementKind): What a movement of a provider's account was for.

                The fee of a payment or dispute is in its own movement; a `fee` is one that stands alone. A
                `payout` takes money out, or brings back one that failed.
            word (str):
            amount (str):
            fee (str):
            net (str):
            currency (str):
            source_reference (None | str):
            paid_amount (str):
            paid_currency (str):
            exchange_rate (None | str):
            moved_at (datetime.datetime):
            available_on (datetime.datetime):
            transaction_id (int | None):
            order_id (int | None):
            order_reference (None | str):
            payout_id (int | None):
    """

    id: int
    provider: str
    reference: str
    kind: MovementKind
    word: str
    amount: str
    fee: str
    net: str
    currency: str
    source_reference: None | str
    paid_amount: str
    paid_currency: str
    exchange_rate: None | str
    moved_at: datetime.datetime
    available_on: datetime.datetime
    transaction_id: int | None
    order_id: int | None
    order_reference: None | str
    payout_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        provider = self.provider

        reference = self.reference

        kind = self.kind.value

        word = self.word

        amount = self.amount

        fee = self.fee

        net = self.net

        currency = self.currency

        source_reference: None | str
        source_reference = self.source_reference

        paid_amount = self.paid_amount

        paid_currency = self.paid_currency

        exchange_rate: None | str
        exchange_rate = self.exchange_rate

        moved_at = self.moved_at.isoformat()

        available_on = self.available_on.isoformat()

        transaction_id: int | None
        transaction_id = self.transaction_id

        order_id: int | None
        order_id = self.order_id

        order_reference: None | str
        order_reference = self.order_reference

        payout_id: int | None
        payout_id = self.payout_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "provider": provider,
                "reference": reference,
                "kind": kind,
                "word": word,
                "amount": amount,
                "fee": fee,
                "net": net,
                "currency": currency,
                "source_reference": source_reference,
                "paid_amount": paid_amount,
                "paid_currency": paid_currency,
                "exchange_rate": exchange_rate,
                "moved_at": moved_at,
                "available_on": available_on,
                "transaction_id": transaction_id,
                "order_id": order_id,
                "order_reference": order_reference,
                "payout_id": payout_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        provider = d.pop("provider")

        reference = d.pop("reference")

        kind = MovementKind(d.pop("kind"))

        word = d.pop("word")

        amount = d.pop("amount")

        fee = d.pop("fee")

        net = d.pop("net")

        currency = d.pop("currency")

        def _parse_source_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        source_reference = _parse_source_reference(d.pop("source_reference"))

        paid_amount = d.pop("paid_amount")

        paid_currency = d.pop("paid_currency")

        def _parse_exchange_rate(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        exchange_rate = _parse_exchange_rate(d.pop("exchange_rate"))

        moved_at = datetime.datetime.fromisoformat(d.pop("moved_at"))

        available_on = datetime.datetime.fromisoformat(d.pop("available_on"))

        def _parse_transaction_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        transaction_id = _parse_transaction_id(d.pop("transaction_id"))

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))

        def _parse_order_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        order_reference = _parse_order_reference(d.pop("order_reference"))

        def _parse_payout_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        payout_id = _parse_payout_id(d.pop("payout_id"))

        provider_movement_answer = cls(
            id=id,
            provider=provider,
            reference=reference,
            kind=kind,
            word=word,
            amount=amount,
            fee=fee,
            net=net,
            currency=currency,
            source_reference=source_reference,
            paid_amount=paid_amount,
            paid_currency=paid_currency,
            exchange_rate=exchange_rate,
            moved_at=moved_at,
            available_on=available_on,
            transaction_id=transaction_id,
            order_id=order_id,
            order_reference=order_reference,
            payout_id=payout_id,
        )

        provider_movement_answer.additional_properties = d
        return provider_movement_answer

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

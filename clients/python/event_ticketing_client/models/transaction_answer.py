from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.transaction_kind import TransactionKind
from ..models.transaction_status import TransactionStatus

T = TypeVar("T", bound="TransactionAnswer")


@_attrs_define
class TransactionAnswer:
    """A payment, refund or dispute of an order. `failure` is a sentence that says why it failed.

    `refunded_amount` of a payment includes refunds in progress. `owed_amount` of a failed refund
    is what has not gone back otherwise since; `replaces_id` is the failed refund that a refund
    repeats, or pays out another way.
    Where something else came than was asked for, `amount` and `currency` are what came.
    `given_up` is a payment that failed because its buyer wanted to pay another way.
    A dispute is `pending` while the bank holds the money, `success` once the buyer has it, and
    `failed` when it came back; `GET /disputes` has more of it.

        Attributes:
            id (int):
            order_id (int):
            kind (TransactionKind): Money that comes in, that is sent back, or that a bank takes back for the buyer.
            status (TransactionStatus): `refunded` is a payment that was refunded in full; after a partial refund it is
                `success`.

                A dispute is `pending` while the bank holds the money, `success` once the buyer has it, and
                `failed` when it came back.
            provider (str):
            payment_method (None | str):
            amount (str):
            currency (str):
            refunded_amount (str):
            disputed_amount (str): What banks have taken back of a payment, for disputes open or lost.
            lost_amount (str): What of that buyers have for good.
            provider_reference (None | str):
            client_secret (None | str):
            redirect_url (None | str):
            parent_id (int | None):
            replaces_id (int | None):
            owed_amount (str):
            event_id (int | None):
            booking_id (int | None):
            reason (None | str):
            failure (None | str):
            note (None | str):
            settled_at (datetime.datetime | None):
            requested_amount (None | str): What was asked for in the order's currency, if something else came.
            due_at (datetime.datetime | None): Until when tickets wait for this payment, if its money takes days.
            given_up (bool):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
    """

    id: int
    order_id: int
    kind: TransactionKind
    status: TransactionStatus
    provider: str
    payment_method: None | str
    amount: str
    currency: str
    refunded_amount: str
    disputed_amount: str
    lost_amount: str
    provider_reference: None | str
    client_secret: None | str
    redirect_url: None | str
    parent_id: int | None
    replaces_id: int | None
    owed_amount: str
    event_id: int | None
    booking_id: int | None
    reason: None | str
    failure: None | str
    note: None | str
    settled_at: datetime.datetime | None
    requested_amount: None | str
    due_at: datetime.datetime | None
    given_up: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        order_id = self.order_id

        kind = self.kind.value

        status = self.status.value

        provider = self.provider

        payment_method: None | str
        payment_method = self.payment_method

        amount = self.amount

        currency = self.currency

        refunded_amount = self.refunded_amount

        disputed_amount = self.disputed_amount

        lost_amount = self.lost_amount

        provider_reference: None | str
        provider_reference = self.provider_reference

        client_secret: None | str
        client_secret = self.client_secret

        redirect_url: None | str
        redirect_url = self.redirect_url

        parent_id: int | None
        parent_id = self.parent_id

        replaces_id: int | None
        replaces_id = self.replaces_id

        owed_amount = self.owed_amount

        event_id: int | None
        event_id = self.event_id

        booking_id: int | None
        booking_id = self.booking_id

        reason: None | str
        reason = self.reason

        failure: None | str
        failure = self.failure

        note: None | str
        note = self.note

        settled_at: None | str
        if isinstance(self.settled_at, datetime.datetime):
            settled_at = self.settled_at.isoformat()
        else:
            settled_at = self.settled_at

        requested_amount: None | str
        requested_amount = self.requested_amount

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        given_up = self.given_up

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "order_id": order_id,
                "kind": kind,
                "status": status,
                "provider": provider,
                "payment_method": payment_method,
                "amount": amount,
                "currency": currency,
                "refunded_amount": refunded_amount,
                "disputed_amount": disputed_amount,
                "lost_amount": lost_amount,
                "provider_reference": provider_reference,
                "client_secret": client_secret,
                "redirect_url": redirect_url,
                "parent_id": parent_id,
                "replaces_id": replaces_id,
                "owed_amount": owed_amount,
                "event_id": event_id,
                "booking_id": booking_id,
                "reason": reason,
                "failure": failure,
                "note": note,
                "settled_at": settled_at,
                "requested_amount": requested_amount,
                "due_at": due_at,
                "given_up": given_up,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        order_id = d.pop("order_id")

        kind = TransactionKind(d.pop("kind"))

        status = TransactionStatus(d.pop("status"))

        provider = d.pop("provider")

        def _parse_payment_method(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        payment_method = _parse_payment_method(d.pop("payment_method"))

        amount = d.pop("amount")

        currency = d.pop("currency")

        refunded_amount = d.pop("refunded_amount")

        disputed_amount = d.pop("disputed_amount")

        lost_amount = d.pop("lost_amount")

        def _parse_provider_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        provider_reference = _parse_provider_reference(d.pop("provider_reference"))

        def _parse_client_secret(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        client_secret = _parse_client_secret(d.pop("client_secret"))

        def _parse_redirect_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        redirect_url = _parse_redirect_url(d.pop("redirect_url"))

        def _parse_parent_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        parent_id = _parse_parent_id(d.pop("parent_id"))

        def _parse_replaces_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        replaces_id = _parse_replaces_id(d.pop("replaces_id"))

        owed_amount = d.pop("owed_amount")

        def _parse_event_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_booking_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        booking_id = _parse_booking_id(d.pop("booking_id"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_settled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_at_type_0 = datetime.datetime.fromisoformat(data)

                return settled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        settled_at = _parse_settled_at(d.pop("settled_at"))

        def _parse_requested_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        requested_amount = _parse_requested_amount(d.pop("requested_amount"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        given_up = d.pop("given_up")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        transaction_answer = cls(
            id=id,
            order_id=order_id,
            kind=kind,
            status=status,
            provider=provider,
            payment_method=payment_method,
            amount=amount,
            currency=currency,
            refunded_amount=refunded_amount,
            disputed_amount=disputed_amount,
            lost_amount=lost_amount,
            provider_reference=provider_reference,
            client_secret=client_secret,
            redirect_url=redirect_url,
            parent_id=parent_id,
            replaces_id=replaces_id,
            owed_amount=owed_amount,
            event_id=event_id,
            booking_id=booking_id,
            reason=reason,
            failure=failure,
            note=note,
            settled_at=settled_at,
            requested_amount=requested_amount,
            due_at=due_at,
            given_up=given_up,
            created_at=created_at,
            updated_at=updated_at,
        )

        transaction_answer.additional_properties = d
        return transaction_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.dispute_status import DisputeStatus

T = TypeVar("T", bound="DisputeAnswer")


@_attrs_define
class DisputeAnswer:
    """A payment that its buyer disputes at the bank.

    A `warning` is an inquiry, for which no money is taken. `is_taken` while the bank has the money;
    `transaction_id` is its movement. `reason` is the provider's word for what the buyer says.

        Attributes:
            id (int):
            order_id (int):
            order_reference (str):
            payment_id (int):
            transaction_id (int | None):
            provider (str):
            provider_reference (str):
            status (DisputeStatus): `warning` is an inquiry, for which no money is taken yet; `closed` one that came to
                nothing.

                Until `evidence_due_by` somebody answers a dispute that `needs_response`; the bank decides.
            reason (str):
            amount (str):
            currency (str):
            is_part (bool): Whether others sold a part of the order: `amount` is then the reader's part.
            is_taken (bool):
            has_valid_tickets (bool):
            owed_amount (str): Of an order that was cancelled meanwhile: what its buyer is to have back, now that the
                dispute is won. Refund the payment.
            paid_twice_amount (str): What of it was refunded as well: the buyer has it twice if the dispute is lost, until
                an administrator notes at its transaction what came of that.
            evidence_due_by (datetime.datetime | None):
            opened_at (datetime.datetime):
            closed_at (datetime.datetime | None):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
    """

    id: int
    order_id: int
    order_reference: str
    payment_id: int
    transaction_id: int | None
    provider: str
    provider_reference: str
    status: DisputeStatus
    reason: str
    amount: str
    currency: str
    is_part: bool
    is_taken: bool
    has_valid_tickets: bool
    owed_amount: str
    paid_twice_amount: str
    evidence_due_by: datetime.datetime | None
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        order_id = self.order_id

        order_reference = self.order_reference

        payment_id = self.payment_id

        transaction_id: int | None
        transaction_id = self.transaction_id

        provider = self.provider

        provider_reference = self.provider_reference

        status = self.status.value

        reason = self.reason

        amount = self.amount

        currency = self.currency

        is_part = self.is_part

        is_taken = self.is_taken

        has_valid_tickets = self.has_valid_tickets

        owed_amount = self.owed_amount

        paid_twice_amount = self.paid_twice_amount

        evidence_due_by: None | str
        if isinstance(self.evidence_due_by, datetime.datetime):
            evidence_due_by = self.evidence_due_by.isoformat()
        else:
            evidence_due_by = self.evidence_due_by

        opened_at = self.opened_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "order_id": order_id,
                "order_reference": order_reference,
                "payment_id": payment_id,
                "transaction_id": transaction_id,
                "provider": provider,
                "provider_reference": provider_reference,
                "status": status,
                "reason": reason,
                "amount": amount,
                "currency": currency,
                "is_part": is_part,
                "is_taken": is_taken,
                "has_valid_tickets": has_valid_tickets,
                "owed_amount": owed_amount,
                "paid_twice_amount": paid_twice_amount,
                "evidence_due_by": evidence_due_by,
                "opened_at": opened_at,
                "closed_at": closed_at,
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

        order_reference = d.pop("order_reference")

        payment_id = d.pop("payment_id")

        def _parse_transaction_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        transaction_id = _parse_transaction_id(d.pop("transaction_id"))

        provider = d.pop("provider")

        provider_reference = d.pop("provider_reference")

        status = DisputeStatus(d.pop("status"))

        reason = d.pop("reason")

        amount = d.pop("amount")

        currency = d.pop("currency")

        is_part = d.pop("is_part")

        is_taken = d.pop("is_taken")

        has_valid_tickets = d.pop("has_valid_tickets")

        owed_amount = d.pop("owed_amount")

        paid_twice_amount = d.pop("paid_twice_amount")

        def _parse_evidence_due_by(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                evidence_due_by_type_0 = datetime.datetime.fromisoformat(data)

                return evidence_due_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        evidence_due_by = _parse_evidence_due_by(d.pop("evidence_due_by"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        dispute_answer = cls(
            id=id,
            order_id=order_id,
            order_reference=order_reference,
            payment_id=payment_id,
            transaction_id=transaction_id,
            provider=provider,
            provider_reference=provider_reference,
            status=status,
            reason=reason,
            amount=amount,
            currency=currency,
            is_part=is_part,
            is_taken=is_taken,
            has_valid_tickets=has_valid_tickets,
            owed_amount=owed_amount,
            paid_twice_amount=paid_twice_amount,
            evidence_due_by=evidence_due_by,
            opened_at=opened_at,
            closed_at=closed_at,
            created_at=created_at,
            updated_at=updated_at,
        )

        dispute_answer.additional_properties = d
        return dispute_answer

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

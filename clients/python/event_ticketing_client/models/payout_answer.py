from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payout_status import PayoutStatus

T = TypeVar("T", bound="PayoutAnswer")


@_attrs_define
class PayoutAnswer:
    """What a payment provider has sent to the bank, and the sums of what it is made of.

    `moved` is all of these together: `amount`, where `is_itemized`. `fees` are negative.
    `adjustments` is all else, such as an earlier payout that came back. `bank_amount` is what
    the bank statement says, as somebody noted it.

        Attributes:
            id (int):
            provider (str):
            provider_reference (str):
            status (PayoutStatus): As the provider says; one that is `paid` can still come back from the bank (`failed`).
            amount (str):
            currency (str):
            made_at (datetime.datetime):
            arrives_on (datetime.date):
            is_automatic (bool):
            is_itemized (bool):
            failure (None | str):
            bank_amount (None | str):
            payments (str):
            refunds (str):
            disputes (str):
            fees (str):
            adjustments (str):
            moved (str):
            created_at (datetime.datetime):
            updated_at (datetime.datetime):
    """

    id: int
    provider: str
    provider_reference: str
    status: PayoutStatus
    amount: str
    currency: str
    made_at: datetime.datetime
    arrives_on: datetime.date
    is_automatic: bool
    is_itemized: bool
    failure: None | str
    bank_amount: None | str
    payments: str
    refunds: str
    disputes: str
    fees: str
    adjustments: str
    moved: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        provider = self.provider

        provider_reference = self.provider_reference

        status = self.status.value

        amount = self.amount

        currency = self.currency

        made_at = self.made_at.isoformat()

        arrives_on = self.arrives_on.isoformat()

        is_automatic = self.is_automatic

        is_itemized = self.is_itemized

        failure: None | str
        failure = self.failure

        bank_amount: None | str
        bank_amount = self.bank_amount

        payments = self.payments

        refunds = self.refunds

        disputes = self.disputes

        fees = self.fees

        adjustments = self.adjustments

        moved = self.moved

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "provider": provider,
                "provider_reference": provider_reference,
                "status": status,
                "amount": amount,
                "currency": currency,
                "made_at": made_at,
                "arrives_on": arrives_on,
                "is_automatic": is_automatic,
                "is_itemized": is_itemized,
                "failure": failure,
                "bank_amount": bank_amount,
                "payments": payments,
                "refunds": refunds,
                "disputes": disputes,
                "fees": fees,
                "adjustments": adjustments,
                "moved": moved,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        provider = d.pop("provider")

        provider_reference = d.pop("provider_reference")

        status = PayoutStatus(d.pop("status"))

        amount = d.pop("amount")

        currency = d.pop("currency")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        arrives_on = datetime.date.fromisoformat(d.pop("arrives_on"))

        is_automatic = d.pop("is_automatic")

        is_itemized = d.pop("is_itemized")

        def _parse_failure(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        failure = _parse_failure(d.pop("failure"))

        def _parse_bank_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_amount = _parse_bank_amount(d.pop("bank_amount"))

        payments = d.pop("payments")

        refunds = d.pop("refunds")

        disputes = d.pop("disputes")

        fees = d.pop("fees")

        adjustments = d.pop("adjustments")

        moved = d.pop("moved")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        payout_answer = cls(
            id=id,
            provider=provider,
            provider_reference=provider_reference,
            status=status,
            amount=amount,
            currency=currency,
            made_at=made_at,
            arrives_on=arrives_on,
            is_automatic=is_automatic,
            is_itemized=is_itemized,
            failure=failure,
            bank_amount=bank_amount,
            payments=payments,
            refunds=refunds,
            disputes=disputes,
            fees=fees,
            adjustments=adjustments,
            moved=moved,
            created_at=created_at,
            updated_at=updated_at,
        )

        payout_answer.additional_properties = d
        return payout_answer

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

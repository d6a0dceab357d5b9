from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.transaction_status import TransactionStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="TransactionStatusBody")


@_attrs_define
class TransactionStatusBody:
    """The outcome: `success` or `failed`.

    Attributes:
        status (TransactionStatus): `refunded` is a payment that was refunded in full; after a partial refund it is
            `success`.

            A dispute is `pending` while the bank holds the money, `success` once the buyer has it, and
            `failed` when it came back.
        amount_received (None | str | Unset): What came, by default what was asked for.
    """

    status: TransactionStatus
    amount_received: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        amount_received: None | str | Unset
        if isinstance(self.amount_received, Unset):
            amount_received = UNSET
        else:
            amount_received = self.amount_received

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
            }
        )
        if amount_received is not UNSET:
            field_dict["amount_received"] = amount_received

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = TransactionStatus(d.pop("status"))

        def _parse_amount_received(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        amount_received = _parse_amount_received(d.pop("amount_received", UNSET))

        transaction_status_body = cls(
            status=status,
            amount_received=amount_received,
        )

        return transaction_status_body

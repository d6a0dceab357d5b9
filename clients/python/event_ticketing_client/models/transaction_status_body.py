from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.transaction_status import TransactionStatus

T = TypeVar("T", bound="TransactionStatusBody")


@_attrs_define
class TransactionStatusBody:
    """The outcome: `success` or `failed`.

    Attributes:
        status (TransactionStatus): `refunded` is a payment that was refunded in full; after a partial refund it is
            `success`.
    """

    status: TransactionStatus

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = TransactionStatus(d.pop("status"))

        transaction_status_body = cls(
            status=status,
        )

        return transaction_status_body

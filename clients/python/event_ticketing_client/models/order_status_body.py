from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.order_status import OrderStatus

T = TypeVar("T", bound="OrderStatusBody")


@_attrs_define
class OrderStatusBody:
    """The new status: `confirmed` or `cancelled`.

    Attributes:
        status (OrderStatus): The status of an order; `pending` waits for a payment until a deadline.
    """

    status: OrderStatus

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
        status = OrderStatus(d.pop("status"))

        order_status_body = cls(
            status=status,
        )

        return order_status_body

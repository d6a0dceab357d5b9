from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.booking_status import BookingStatus

T = TypeVar("T", bound="BookingStatusBody")


@_attrs_define
class BookingStatusBody:
    """The new status: `confirmed`, `cancelled` or `refunded`.

    Attributes:
        status (BookingStatus): The status of a booking: `pending` is a hold with a deadline; the last three are final.
    """

    status: BookingStatus

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
        status = BookingStatus(d.pop("status"))

        booking_status_body = cls(
            status=status,
        )

        return booking_status_body

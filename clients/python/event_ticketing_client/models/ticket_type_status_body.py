from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.ticket_type_status import TicketTypeStatus

T = TypeVar("T", bound="TicketTypeStatusBody")


@_attrs_define
class TicketTypeStatusBody:
    """The new status, which decides whether tickets are on sale.

    Attributes:
        status (TicketTypeStatus): The status of a ticket type: only `available` sells; `paused` is temporary, `closed`
            not.
    """

    status: TicketTypeStatus

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
        status = TicketTypeStatus(d.pop("status"))

        ticket_type_status_body = cls(
            status=status,
        )

        return ticket_type_status_body

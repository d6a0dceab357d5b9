from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.ticket_counts_answer import TicketCountsAnswer
    from ..models.ticket_type_counts_answer import TicketTypeCountsAnswer


T = TypeVar("T", bound="TicketsReportAnswer")


@_attrs_define
class TicketsReportAnswer:
    """Ticket statistics.

    Attributes:
        by_status (TicketCountsAnswer): Tickets by status; those that were given away are active or used as well.
        check_in_rate (float | None):
        capacity (int):
        taken (int):
        capacity_used (float | None):
        by_ticket_type (list[TicketTypeCountsAnswer]):
    """

    by_status: TicketCountsAnswer
    check_in_rate: float | None
    capacity: int
    taken: int
    capacity_used: float | None
    by_ticket_type: list[TicketTypeCountsAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by_status = self.by_status.to_dict()

        check_in_rate: float | None
        check_in_rate = self.check_in_rate

        capacity = self.capacity

        taken = self.taken

        capacity_used: float | None
        capacity_used = self.capacity_used

        by_ticket_type = []
        for by_ticket_type_item_data in self.by_ticket_type:
            by_ticket_type_item = by_ticket_type_item_data.to_dict()
            by_ticket_type.append(by_ticket_type_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by_status": by_status,
                "check_in_rate": check_in_rate,
                "capacity": capacity,
                "taken": taken,
                "capacity_used": capacity_used,
                "by_ticket_type": by_ticket_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ticket_counts_answer import TicketCountsAnswer  # noqa: PLC0415
        from ..models.ticket_type_counts_answer import TicketTypeCountsAnswer  # noqa: PLC0415

        d = dict(src_dict)
        by_status = TicketCountsAnswer.from_dict(d.pop("by_status"))

        def _parse_check_in_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        check_in_rate = _parse_check_in_rate(d.pop("check_in_rate"))

        capacity = d.pop("capacity")

        taken = d.pop("taken")

        def _parse_capacity_used(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        capacity_used = _parse_capacity_used(d.pop("capacity_used"))

        by_ticket_type = []
        _by_ticket_type = d.pop("by_ticket_type")
        for by_ticket_type_item_data in _by_ticket_type:
            by_ticket_type_item = TicketTypeCountsAnswer.from_dict(by_ticket_type_item_data)

            by_ticket_type.append(by_ticket_type_item)

        tickets_report_answer = cls(
            by_status=by_status,
            check_in_rate=check_in_rate,
            capacity=capacity,
            taken=taken,
            capacity_used=capacity_used,
            by_ticket_type=by_ticket_type,
        )

        tickets_report_answer.additional_properties = d
        return tickets_report_answer

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

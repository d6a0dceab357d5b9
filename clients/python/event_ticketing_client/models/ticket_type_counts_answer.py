from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.ticket_counts_answer import TicketCountsAnswer


T = TypeVar("T", bound="TicketTypeCountsAnswer")


@_attrs_define
class TicketTypeCountsAnswer:
    """The tickets of one type.

    Attributes:
        event_id (int):
        event_title (str):
        ticket_type_id (int):
        name (str):
        capacity (int):
        by_status (TicketCountsAnswer): Tickets by status; those that were given away are active or used as well.
        check_in_rate (float | None):
        capacity_used (float | None):
    """

    event_id: int
    event_title: str
    ticket_type_id: int
    name: str
    capacity: int
    by_status: TicketCountsAnswer
    check_in_rate: float | None
    capacity_used: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        event_title = self.event_title

        ticket_type_id = self.ticket_type_id

        name = self.name

        capacity = self.capacity

        by_status = self.by_status.to_dict()

        check_in_rate: float | None
        check_in_rate = self.check_in_rate

        capacity_used: float | None
        capacity_used = self.capacity_used

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "event_title": event_title,
                "ticket_type_id": ticket_type_id,
                "name": name,
                "capacity": capacity,
                "by_status": by_status,
                "check_in_rate": check_in_rate,
                "capacity_used": capacity_used,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ticket_counts_answer import TicketCountsAnswer  # noqa: PLC0415

        d = dict(src_dict)
        event_id = d.pop("event_id")

        event_title = d.pop("event_title")

        ticket_type_id = d.pop("ticket_type_id")

        name = d.pop("name")

        capacity = d.pop("capacity")

        by_status = TicketCountsAnswer.from_dict(d.pop("by_status"))

        def _parse_check_in_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        check_in_rate = _parse_check_in_rate(d.pop("check_in_rate"))

        def _parse_capacity_used(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        capacity_used = _parse_capacity_used(d.pop("capacity_used"))

        ticket_type_counts_answer = cls(
            event_id=event_id,
            event_title=event_title,
            ticket_type_id=ticket_type_id,
            name=name,
            capacity=capacity,
            by_status=by_status,
            check_in_rate=check_in_rate,
            capacity_used=capacity_used,
        )

        ticket_type_counts_answer.additional_properties = d
        return ticket_type_counts_answer

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

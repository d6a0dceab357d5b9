from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.type_availability import TypeAvailability


T = TypeVar("T", bound="AvailabilityAnswer")


@_attrs_define
class AvailabilityAnswer:
    """Tickets left of an event, of each of its ticket types and of its add-ons.

    Attributes:
        event_id (int):
        tickets_available (int):
        ticket_types (list[TypeAvailability]):
    """

    event_id: int
    tickets_available: int
    ticket_types: list[TypeAvailability]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        tickets_available = self.tickets_available

        ticket_types = []
        for ticket_types_item_data in self.ticket_types:
            ticket_types_item = ticket_types_item_data.to_dict()
            ticket_types.append(ticket_types_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "tickets_available": tickets_available,
                "ticket_types": ticket_types,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.type_availability import TypeAvailability  # noqa: PLC0415

        d = dict(src_dict)
        event_id = d.pop("event_id")

        tickets_available = d.pop("tickets_available")

        ticket_types = []
        _ticket_types = d.pop("ticket_types")
        for ticket_types_item_data in _ticket_types:
            ticket_types_item = TypeAvailability.from_dict(ticket_types_item_data)

            ticket_types.append(ticket_types_item)

        availability_answer = cls(
            event_id=event_id,
            tickets_available=tickets_available,
            ticket_types=ticket_types,
        )

        availability_answer.additional_properties = d
        return availability_answer

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

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.booking_answer import BookingAnswer
    from ..models.event_answer import EventAnswer


T = TypeVar("T", bound="EventBookingsAnswer")


@_attrs_define
class EventBookingsAnswer:
    """A user's bookings of one event.

    Attributes:
        event (EventAnswer): An event with its statistics, which database triggers maintain.
        bookings (list[BookingAnswer]):
    """

    event: EventAnswer
    bookings: list[BookingAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event = self.event.to_dict()

        bookings = []
        for bookings_item_data in self.bookings:
            bookings_item = bookings_item_data.to_dict()
            bookings.append(bookings_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event": event,
                "bookings": bookings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booking_answer import BookingAnswer  # noqa: PLC0415
        from ..models.event_answer import EventAnswer  # noqa: PLC0415

        d = dict(src_dict)
        event = EventAnswer.from_dict(d.pop("event"))

        bookings = []
        _bookings = d.pop("bookings")
        for bookings_item_data in _bookings:
            bookings_item = BookingAnswer.from_dict(bookings_item_data)

            bookings.append(bookings_item)

        event_bookings_answer = cls(
            event=event,
            bookings=bookings,
        )

        event_bookings_answer.additional_properties = d
        return event_bookings_answer

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

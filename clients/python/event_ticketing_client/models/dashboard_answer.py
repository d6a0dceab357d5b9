from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.activity_answer import ActivityAnswer
    from ..models.booked_amount_answer import BookedAmountAnswer
    from ..models.event_counts_answer import EventCountsAnswer
    from ..models.top_event_answer import TopEventAnswer


T = TypeVar("T", bound="DashboardAnswer")


@_attrs_define
class DashboardAnswer:
    """The present state, and recent activity.

    Attributes:
        events (EventCountsAnswer): Events by status.
        tickets_sold (int):
        tickets_held (int):
        confirmed_bookings (int):
        booked (list[BookedAmountAnswer]):
        orders_pending (int):
        today (ActivityAnswer): Activity from `start` to before `end`.
        yesterday (ActivityAnswer): Activity from `start` to before `end`.
        period (ActivityAnswer): Activity from `start` to before `end`.
        top_events (list[TopEventAnswer]):
    """

    events: EventCountsAnswer
    tickets_sold: int
    tickets_held: int
    confirmed_bookings: int
    booked: list[BookedAmountAnswer]
    orders_pending: int
    today: ActivityAnswer
    yesterday: ActivityAnswer
    period: ActivityAnswer
    top_events: list[TopEventAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        events = self.events.to_dict()

        tickets_sold = self.tickets_sold

        tickets_held = self.tickets_held

        confirmed_bookings = self.confirmed_bookings

        booked = []
        for booked_item_data in self.booked:
            booked_item = booked_item_data.to_dict()
            booked.append(booked_item)

        orders_pending = self.orders_pending

        today = self.today.to_dict()

        yesterday = self.yesterday.to_dict()

        period = self.period.to_dict()

        top_events = []
        for top_events_item_data in self.top_events:
            top_events_item = top_events_item_data.to_dict()
            top_events.append(top_events_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "events": events,
                "tickets_sold": tickets_sold,
                "tickets_held": tickets_held,
                "confirmed_bookings": confirmed_bookings,
                "booked": booked,
                "orders_pending": orders_pending,
                "today": today,
                "yesterday": yesterday,
                "period": period,
                "top_events": top_events,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.activity_answer import ActivityAnswer  # noqa: PLC0415
        from ..models.booked_amount_answer import BookedAmountAnswer  # noqa: PLC0415
        from ..models.event_counts_answer import EventCountsAnswer  # noqa: PLC0415
        from ..models.top_event_answer import TopEventAnswer  # noqa: PLC0415

        d = dict(src_dict)
        events = EventCountsAnswer.from_dict(d.pop("events"))

        tickets_sold = d.pop("tickets_sold")

        tickets_held = d.pop("tickets_held")

        confirmed_bookings = d.pop("confirmed_bookings")

        booked = []
        _booked = d.pop("booked")
        for booked_item_data in _booked:
            booked_item = BookedAmountAnswer.from_dict(booked_item_data)

            booked.append(booked_item)

        orders_pending = d.pop("orders_pending")

        today = ActivityAnswer.from_dict(d.pop("today"))

        yesterday = ActivityAnswer.from_dict(d.pop("yesterday"))

        period = ActivityAnswer.from_dict(d.pop("period"))

        top_events = []
        _top_events = d.pop("top_events")
        for top_events_item_data in _top_events:
            top_events_item = TopEventAnswer.from_dict(top_events_item_data)

            top_events.append(top_events_item)

        dashboard_answer = cls(
            events=events,
            tickets_sold=tickets_sold,
            tickets_held=tickets_held,
            confirmed_bookings=confirmed_bookings,
            booked=booked,
            orders_pending=orders_pending,
            today=today,
            yesterday=yesterday,
            period=period,
            top_events=top_events,
        )

        dashboard_answer.additional_properties = d
        return dashboard_answer

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

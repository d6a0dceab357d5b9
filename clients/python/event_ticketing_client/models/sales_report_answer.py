from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.event_sales_answer import EventSalesAnswer
    from ..models.sales_answer import SalesAnswer
    from ..models.sales_bucket_answer import SalesBucketAnswer
    from ..models.ticket_type_sales_answer import TicketTypeSalesAnswer


T = TypeVar("T", bound="SalesReportAnswer")


@_attrs_define
class SalesReportAnswer:
    """Sales statistics.

    Attributes:
        totals (list[SalesAnswer]):
        over_time (list[SalesBucketAnswer]):
        by_event (list[EventSalesAnswer]):
        by_ticket_type (list[TicketTypeSalesAnswer]):
    """

    totals: list[SalesAnswer]
    over_time: list[SalesBucketAnswer]
    by_event: list[EventSalesAnswer]
    by_ticket_type: list[TicketTypeSalesAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        totals = []
        for totals_item_data in self.totals:
            totals_item = totals_item_data.to_dict()
            totals.append(totals_item)

        over_time = []
        for over_time_item_data in self.over_time:
            over_time_item = over_time_item_data.to_dict()
            over_time.append(over_time_item)

        by_event = []
        for by_event_item_data in self.by_event:
            by_event_item = by_event_item_data.to_dict()
            by_event.append(by_event_item)

        by_ticket_type = []
        for by_ticket_type_item_data in self.by_ticket_type:
            by_ticket_type_item = by_ticket_type_item_data.to_dict()
            by_ticket_type.append(by_ticket_type_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "totals": totals,
                "over_time": over_time,
                "by_event": by_event,
                "by_ticket_type": by_ticket_type,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.event_sales_answer import EventSalesAnswer  # noqa: PLC0415
        from ..models.sales_answer import SalesAnswer  # noqa: PLC0415
        from ..models.sales_bucket_answer import SalesBucketAnswer  # noqa: PLC0415
        from ..models.ticket_type_sales_answer import TicketTypeSalesAnswer  # noqa: PLC0415

        d = dict(src_dict)
        totals = []
        _totals = d.pop("totals")
        for totals_item_data in _totals:
            totals_item = SalesAnswer.from_dict(totals_item_data)

            totals.append(totals_item)

        over_time = []
        _over_time = d.pop("over_time")
        for over_time_item_data in _over_time:
            over_time_item = SalesBucketAnswer.from_dict(over_time_item_data)

            over_time.append(over_time_item)

        by_event = []
        _by_event = d.pop("by_event")
        for by_event_item_data in _by_event:
            by_event_item = EventSalesAnswer.from_dict(by_event_item_data)

            by_event.append(by_event_item)

        by_ticket_type = []
        _by_ticket_type = d.pop("by_ticket_type")
        for by_ticket_type_item_data in _by_ticket_type:
            by_ticket_type_item = TicketTypeSalesAnswer.from_dict(by_ticket_type_item_data)

            by_ticket_type.append(by_ticket_type_item)

        sales_report_answer = cls(
            totals=totals,
            over_time=over_time,
            by_event=by_event,
            by_ticket_type=by_ticket_type,
        )

        sales_report_answer.additional_properties = d
        return sales_report_answer

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

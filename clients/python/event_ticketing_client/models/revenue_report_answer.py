from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.account_flow_answer import AccountFlowAnswer
    from ..models.booked_outside_answer import BookedOutsideAnswer
    from ..models.flow_answer import FlowAnswer
    from ..models.revenue_bucket_answer import RevenueBucketAnswer


T = TypeVar("T", bound="RevenueReportAnswer")


@_attrs_define
class RevenueReportAnswer:
    """Payments and refunds; `booked_outside` is not part of the other sums.

    Attributes:
        totals (list[FlowAnswer]):
        over_time (list[RevenueBucketAnswer]):
        by_account (list[AccountFlowAnswer]):
        booked_outside (list[BookedOutsideAnswer]):
    """

    totals: list[FlowAnswer]
    over_time: list[RevenueBucketAnswer]
    by_account: list[AccountFlowAnswer]
    booked_outside: list[BookedOutsideAnswer]
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

        by_account = []
        for by_account_item_data in self.by_account:
            by_account_item = by_account_item_data.to_dict()
            by_account.append(by_account_item)

        booked_outside = []
        for booked_outside_item_data in self.booked_outside:
            booked_outside_item = booked_outside_item_data.to_dict()
            booked_outside.append(booked_outside_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "totals": totals,
                "over_time": over_time,
                "by_account": by_account,
                "booked_outside": booked_outside,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.account_flow_answer import AccountFlowAnswer  # noqa: PLC0415
        from ..models.booked_outside_answer import BookedOutsideAnswer  # noqa: PLC0415
        from ..models.flow_answer import FlowAnswer  # noqa: PLC0415
        from ..models.revenue_bucket_answer import RevenueBucketAnswer  # noqa: PLC0415

        d = dict(src_dict)
        totals = []
        _totals = d.pop("totals")
        for totals_item_data in _totals:
            totals_item = FlowAnswer.from_dict(totals_item_data)

            totals.append(totals_item)

        over_time = []
        _over_time = d.pop("over_time")
        for over_time_item_data in _over_time:
            over_time_item = RevenueBucketAnswer.from_dict(over_time_item_data)

            over_time.append(over_time_item)

        by_account = []
        _by_account = d.pop("by_account")
        for by_account_item_data in _by_account:
            by_account_item = AccountFlowAnswer.from_dict(by_account_item_data)

            by_account.append(by_account_item)

        booked_outside = []
        _booked_outside = d.pop("booked_outside")
        for booked_outside_item_data in _booked_outside:
            booked_outside_item = BookedOutsideAnswer.from_dict(booked_outside_item_data)

            booked_outside.append(booked_outside_item)

        revenue_report_answer = cls(
            totals=totals,
            over_time=over_time,
            by_account=by_account,
            booked_outside=booked_outside,
        )

        revenue_report_answer.additional_properties = d
        return revenue_report_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.flow_answer import FlowAnswer


T = TypeVar("T", bound="RevenueBucketAnswer")


@_attrs_define
class RevenueBucketAnswer:
    """Payments and refunds of one interval, in every currency of the report.

    Attributes:
        start (datetime.datetime):
        by_currency (list[FlowAnswer]):
    """

    start: datetime.datetime
    by_currency: list[FlowAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start = self.start.isoformat()

        by_currency = []
        for by_currency_item_data in self.by_currency:
            by_currency_item = by_currency_item_data.to_dict()
            by_currency.append(by_currency_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start": start,
                "by_currency": by_currency,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flow_answer import FlowAnswer  # noqa: PLC0415

        d = dict(src_dict)
        start = datetime.datetime.fromisoformat(d.pop("start"))

        by_currency = []
        _by_currency = d.pop("by_currency")
        for by_currency_item_data in _by_currency:
            by_currency_item = FlowAnswer.from_dict(by_currency_item_data)

            by_currency.append(by_currency_item)

        revenue_bucket_answer = cls(
            start=start,
            by_currency=by_currency,
        )

        revenue_bucket_answer.additional_properties = d
        return revenue_bucket_answer

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.country_tax_flow_answer import CountryTaxFlowAnswer
    from ..models.tax_flow_answer import TaxFlowAnswer


T = TypeVar("T", bound="TaxBucketAnswer")


@_attrs_define
class TaxBucketAnswer:
    """The rates at which money moved in one interval.

    Attributes:
        start (datetime.datetime):
        by_rate (list[TaxFlowAnswer]):
        by_country (list[CountryTaxFlowAnswer]):
    """

    start: datetime.datetime
    by_rate: list[TaxFlowAnswer]
    by_country: list[CountryTaxFlowAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start = self.start.isoformat()

        by_rate = []
        for by_rate_item_data in self.by_rate:
            by_rate_item = by_rate_item_data.to_dict()
            by_rate.append(by_rate_item)

        by_country = []
        for by_country_item_data in self.by_country:
            by_country_item = by_country_item_data.to_dict()
            by_country.append(by_country_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start": start,
                "by_rate": by_rate,
                "by_country": by_country,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.country_tax_flow_answer import CountryTaxFlowAnswer  # noqa: PLC0415
        from ..models.tax_flow_answer import TaxFlowAnswer  # noqa: PLC0415

        d = dict(src_dict)
        start = datetime.datetime.fromisoformat(d.pop("start"))

        by_rate = []
        _by_rate = d.pop("by_rate")
        for by_rate_item_data in _by_rate:
            by_rate_item = TaxFlowAnswer.from_dict(by_rate_item_data)

            by_rate.append(by_rate_item)

        by_country = []
        _by_country = d.pop("by_country")
        for by_country_item_data in _by_country:
            by_country_item = CountryTaxFlowAnswer.from_dict(by_country_item_data)

            by_country.append(by_country_item)

        tax_bucket_answer = cls(
            start=start,
            by_rate=by_rate,
            by_country=by_country,
        )

        tax_bucket_answer.additional_properties = d
        return tax_bucket_answer

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

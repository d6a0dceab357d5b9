from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.country_tax_flow_answer import CountryTaxFlowAnswer
    from ..models.tax_bucket_answer import TaxBucketAnswer
    from ..models.tax_flow_answer import TaxFlowAnswer


T = TypeVar("T", bound="TaxReportAnswer")


@_attrs_define
class TaxReportAnswer:
    """Taxes by rate, and the same by country of the events and rate.

    Attributes:
        by_rate (list[TaxFlowAnswer]):
        by_country (list[CountryTaxFlowAnswer]):
        over_time (list[TaxBucketAnswer]):
    """

    by_rate: list[TaxFlowAnswer]
    by_country: list[CountryTaxFlowAnswer]
    over_time: list[TaxBucketAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by_rate = []
        for by_rate_item_data in self.by_rate:
            by_rate_item = by_rate_item_data.to_dict()
            by_rate.append(by_rate_item)

        by_country = []
        for by_country_item_data in self.by_country:
            by_country_item = by_country_item_data.to_dict()
            by_country.append(by_country_item)

        over_time = []
        for over_time_item_data in self.over_time:
            over_time_item = over_time_item_data.to_dict()
            over_time.append(over_time_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by_rate": by_rate,
                "by_country": by_country,
                "over_time": over_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.country_tax_flow_answer import CountryTaxFlowAnswer  # noqa: PLC0415
        from ..models.tax_bucket_answer import TaxBucketAnswer  # noqa: PLC0415
        from ..models.tax_flow_answer import TaxFlowAnswer  # noqa: PLC0415

        d = dict(src_dict)
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

        over_time = []
        _over_time = d.pop("over_time")
        for over_time_item_data in _over_time:
            over_time_item = TaxBucketAnswer.from_dict(over_time_item_data)

            over_time.append(over_time_item)

        tax_report_answer = cls(
            by_rate=by_rate,
            by_country=by_country,
            over_time=over_time,
        )

        tax_report_answer.additional_properties = d
        return tax_report_answer

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

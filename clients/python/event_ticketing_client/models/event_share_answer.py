from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.parts_answer import PartsAnswer


T = TypeVar("T", bound="EventShareAnswer")


@_attrs_define
class EventShareAnswer:
    """What moved for an event. `change` is what is owed for it more than before.

    Attributes:
        event_id (int):
        event_title (str):
        sales (PartsAnswer): Money by what it is for: prices, service fees, and taxes that were added to them.
        refunds (PartsAnswer): Money by what it is for: prices, service fees, and taxes that were added to them.
        disputes (PartsAnswer): Money by what it is for: prices, service fees, and taxes that were added to them.
        commission (str):
        kept_fees (str):
        change (str):
    """

    event_id: int
    event_title: str
    sales: PartsAnswer
    refunds: PartsAnswer
    disputes: PartsAnswer
    commission: str
    kept_fees: str
    change: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = self.event_id

        event_title = self.event_title

        sales = self.sales.to_dict()

        refunds = self.refunds.to_dict()

        disputes = self.disputes.to_dict()

        commission = self.commission

        kept_fees = self.kept_fees

        change = self.change

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "event_title": event_title,
                "sales": sales,
                "refunds": refunds,
                "disputes": disputes,
                "commission": commission,
                "kept_fees": kept_fees,
                "change": change,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.parts_answer import PartsAnswer  # noqa: PLC0415

        d = dict(src_dict)
        event_id = d.pop("event_id")

        event_title = d.pop("event_title")

        sales = PartsAnswer.from_dict(d.pop("sales"))

        refunds = PartsAnswer.from_dict(d.pop("refunds"))

        disputes = PartsAnswer.from_dict(d.pop("disputes"))

        commission = d.pop("commission")

        kept_fees = d.pop("kept_fees")

        change = d.pop("change")

        event_share_answer = cls(
            event_id=event_id,
            event_title=event_title,
            sales=sales,
            refunds=refunds,
            disputes=disputes,
            commission=commission,
            kept_fees=kept_fees,
            change=change,
        )

        event_share_answer.additional_properties = d
        return event_share_answer

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

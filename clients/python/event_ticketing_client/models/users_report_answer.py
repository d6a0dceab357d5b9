from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.spender_answer import SpenderAnswer
    from ..models.users_bucket_answer import UsersBucketAnswer


T = TypeVar("T", bound="UsersReportAnswer")


@_attrs_define
class UsersReportAnswer:
    """New users, buyers and repeat buyers.

    Attributes:
        new_users (int):
        active_buyers (int):
        repeat_buyers (int):
        over_time (list[UsersBucketAnswer]):
        top_spenders (list[SpenderAnswer]):
    """

    new_users: int
    active_buyers: int
    repeat_buyers: int
    over_time: list[UsersBucketAnswer]
    top_spenders: list[SpenderAnswer]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        new_users = self.new_users

        active_buyers = self.active_buyers

        repeat_buyers = self.repeat_buyers

        over_time = []
        for over_time_item_data in self.over_time:
            over_time_item = over_time_item_data.to_dict()
            over_time.append(over_time_item)

        top_spenders = []
        for top_spenders_item_data in self.top_spenders:
            top_spenders_item = top_spenders_item_data.to_dict()
            top_spenders.append(top_spenders_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "new_users": new_users,
                "active_buyers": active_buyers,
                "repeat_buyers": repeat_buyers,
                "over_time": over_time,
                "top_spenders": top_spenders,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.spender_answer import SpenderAnswer  # noqa: PLC0415
        from ..models.users_bucket_answer import UsersBucketAnswer  # noqa: PLC0415

        d = dict(src_dict)
        new_users = d.pop("new_users")

        active_buyers = d.pop("active_buyers")

        repeat_buyers = d.pop("repeat_buyers")

        over_time = []
        _over_time = d.pop("over_time")
        for over_time_item_data in _over_time:
            over_time_item = UsersBucketAnswer.from_dict(over_time_item_data)

            over_time.append(over_time_item)

        top_spenders = []
        _top_spenders = d.pop("top_spenders")
        for top_spenders_item_data in _top_spenders:
            top_spenders_item = SpenderAnswer.from_dict(top_spenders_item_data)

            top_spenders.append(top_spenders_item)

        users_report_answer = cls(
            new_users=new_users,
            active_buyers=active_buyers,
            repeat_buyers=repeat_buyers,
            over_time=over_time,
            top_spenders=top_spenders,
        )

        users_report_answer.additional_properties = d
        return users_report_answer

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

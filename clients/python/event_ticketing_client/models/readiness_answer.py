from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.readiness_answer_status import ReadinessAnswerStatus

T = TypeVar("T", bound="ReadinessAnswer")


@_attrs_define
class ReadinessAnswer:
    """
    Attributes:
        status (ReadinessAnswerStatus):
        detail (str):
        timezone_data (str): The release of IANA's time zones in use.
    """

    status: ReadinessAnswerStatus
    detail: str
    timezone_data: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        detail = self.detail

        timezone_data = self.timezone_data

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "detail": detail,
                "timezone_data": timezone_data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = ReadinessAnswerStatus(d.pop("status"))

        detail = d.pop("detail")

        timezone_data = d.pop("timezone_data")

        readiness_answer = cls(
            status=status,
            detail=detail,
            timezone_data=timezone_data,
        )

        readiness_answer.additional_properties = d
        return readiness_answer

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

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.success_answer_data_type_0 import SuccessAnswerDataType0


T = TypeVar("T", bound="SuccessAnswer")


@_attrs_define
class SuccessAnswer:
    """The response to a DELETE.

    Attributes:
        success (bool):  Default: True.
        message (str):
        data (None | SuccessAnswerDataType0):
    """

    message: str
    data: None | SuccessAnswerDataType0
    success: bool = True
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.success_answer_data_type_0 import SuccessAnswerDataType0  # noqa: PLC0415

        success = self.success

        message = self.message

        data: dict[str, Any] | None
        if isinstance(self.data, SuccessAnswerDataType0):
            data = self.data.to_dict()
        else:
            data = self.data

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "success": success,
                "message": message,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.success_answer_data_type_0 import SuccessAnswerDataType0  # noqa: PLC0415

        d = dict(src_dict)
        success = d.pop("success")

        message = d.pop("message")

        def _parse_data(data: object) -> None | SuccessAnswerDataType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = SuccessAnswerDataType0.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SuccessAnswerDataType0, data)

        data = _parse_data(d.pop("data"))

        success_answer = cls(
            success=success,
            message=message,
            data=data,
        )

        success_answer.additional_properties = d
        return success_answer

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

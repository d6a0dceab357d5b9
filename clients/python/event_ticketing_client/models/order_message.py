from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_message_type import OrderMessageType

if TYPE_CHECKING:
    from ..models.order_answer import OrderAnswer


T = TypeVar("T", bound="OrderMessage")


@_attrs_define
class OrderMessage:
    """Something that happened, and the order as it is when this is sent.

    Attributes:
        type_ (OrderMessageType):
        version (Literal[1]): Of this shape. Fields are added without a new version; none is removed. Default: 1.
        timestamp (datetime.datetime): When it happened.
        sequence (int): Larger for what happened to the same object later: ignore a message whose sequence is smaller
            than the largest you have seen of this object.
        object_ (Literal['order']):
        object_id (int):
        data (None | OrderAnswer): As the API answers it; null if it no longer exists.
    """

    type_: OrderMessageType
    timestamp: datetime.datetime
    sequence: int
    object_: Literal["order"]
    object_id: int
    data: None | OrderAnswer
    version: Literal[1] = 1
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.order_answer import OrderAnswer  # noqa: PLC0415

        type_ = self.type_.value

        version = self.version

        timestamp = self.timestamp.isoformat()

        sequence = self.sequence

        object_ = self.object_

        object_id = self.object_id

        data: dict[str, Any] | None
        if isinstance(self.data, OrderAnswer):
            data = self.data.to_dict()
        else:
            data = self.data

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "type": type_,
                "version": version,
                "timestamp": timestamp,
                "sequence": sequence,
                "object": object_,
                "object_id": object_id,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_answer import OrderAnswer  # noqa: PLC0415

        d = dict(src_dict)
        type_ = OrderMessageType(d.pop("type"))

        version = cast(Literal[1], d.pop("version"))
        if version != 1:
            raise ValueError(f"version must match const 1, got '{version}'")

        timestamp = datetime.datetime.fromisoformat(d.pop("timestamp"))

        sequence = d.pop("sequence")

        object_ = cast(Literal["order"], d.pop("object"))
        if object_ != "order":
            raise ValueError(f"object must match const 'order', got '{object_}'")

        object_id = d.pop("object_id")

        def _parse_data(data: object) -> None | OrderAnswer:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = OrderAnswer.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderAnswer, data)

        data = _parse_data(d.pop("data"))

        order_message = cls(
            type_=type_,
            version=version,
            timestamp=timestamp,
            sequence=sequence,
            object_=object_,
            object_id=object_id,
            data=data,
        )

        order_message.additional_properties = d
        return order_message

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

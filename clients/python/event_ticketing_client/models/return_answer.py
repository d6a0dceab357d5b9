from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReturnAnswer")


@_attrs_define
class ReturnAnswer:
    """What goes back and what is kept of a ticket.

    Attributes:
        ticket_id (int):
        refunded_amount (str):
        kept_amount (str):
    """

    ticket_id: int
    refunded_amount: str
    kept_amount: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ticket_id = self.ticket_id

        refunded_amount = self.refunded_amount

        kept_amount = self.kept_amount

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ticket_id": ticket_id,
                "refunded_amount": refunded_amount,
                "kept_amount": kept_amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ticket_id = d.pop("ticket_id")

        refunded_amount = d.pop("refunded_amount")

        kept_amount = d.pop("kept_amount")

        return_answer = cls(
            ticket_id=ticket_id,
            refunded_amount=refunded_amount,
            kept_amount=kept_amount,
        )

        return_answer.additional_properties = d
        return return_answer

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

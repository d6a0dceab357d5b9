from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FindingAnswer")


@_attrs_define
class FindingAnswer:
    """A discrepancy, and whether it is repaired (`is_healed`).

    Attributes:
        subject (str):
        subject_id (int):
        problem (str):
        is_healed (bool):
    """

    subject: str
    subject_id: int
    problem: str
    is_healed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        subject = self.subject

        subject_id = self.subject_id

        problem = self.problem

        is_healed = self.is_healed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "subject": subject,
                "subject_id": subject_id,
                "problem": problem,
                "is_healed": is_healed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        subject = d.pop("subject")

        subject_id = d.pop("subject_id")

        problem = d.pop("problem")

        is_healed = d.pop("is_healed")

        finding_answer = cls(
            subject=subject,
            subject_id=subject_id,
            problem=problem,
            is_healed=is_healed,
        )

        finding_answer.additional_properties = d
        return finding_answer

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

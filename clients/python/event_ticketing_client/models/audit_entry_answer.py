from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.audit_entry_answer_after_type_0 import AuditEntryAnswerAfterType0
    from ..models.audit_entry_answer_before_type_0 import AuditEntryAnswerBeforeType0


T = TypeVar("T", bound="AuditEntryAnswer")


@_attrs_define
class AuditEntryAnswer:
    """A change: who made it, what it changed, and the values before and after.

    Attributes:
        id (int):
        at (datetime.datetime):
        actor_id (int | None):
        actor (None | str):
        action (str):
        subject (str):
        subject_id (int):
        event_id (int | None):
        before (AuditEntryAnswerBeforeType0 | None):
        after (AuditEntryAnswerAfterType0 | None):
        correlation_id (None | str):
        api_key_id (int | None): The API key that it was done with.
    """

    id: int
    at: datetime.datetime
    actor_id: int | None
    actor: None | str
    action: str
    subject: str
    subject_id: int
    event_id: int | None
    before: AuditEntryAnswerBeforeType0 | None
    after: AuditEntryAnswerAfterType0 | None
    correlation_id: None | str
    api_key_id: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_entry_answer_after_type_0 import AuditEntryAnswerAfterType0  # noqa: PLC0415
        from ..models.audit_entry_answer_before_type_0 import AuditEntryAnswerBeforeType0  # noqa: PLC0415

        id = self.id

        at = self.at.isoformat()

        actor_id: int | None
        actor_id = self.actor_id

        actor: None | str
        actor = self.actor

        action = self.action

        subject = self.subject

        subject_id = self.subject_id

        event_id: int | None
        event_id = self.event_id

        before: dict[str, Any] | None
        if isinstance(self.before, AuditEntryAnswerBeforeType0):
            before = self.before.to_dict()
        else:
            before = self.before

        after: dict[str, Any] | None
        if isinstance(self.after, AuditEntryAnswerAfterType0):
            after = self.after.to_dict()
        else:
            after = self.after

        correlation_id: None | str
        correlation_id = self.correlation_id

        api_key_id: int | None
        api_key_id = self.api_key_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "actor_id": actor_id,
                "actor": actor,
                "action": action,
                "subject": subject,
                "subject_id": subject_id,
                "event_id": event_id,
                "before": before,
                "after": after,
                "correlation_id": correlation_id,
                "api_key_id": api_key_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_entry_answer_after_type_0 import AuditEntryAnswerAfterType0  # noqa: PLC0415
        from ..models.audit_entry_answer_before_type_0 import AuditEntryAnswerBeforeType0  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_actor_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        actor_id = _parse_actor_id(d.pop("actor_id"))

        def _parse_actor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor = _parse_actor(d.pop("actor"))

        action = d.pop("action")

        subject = d.pop("subject")

        subject_id = d.pop("subject_id")

        def _parse_event_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        event_id = _parse_event_id(d.pop("event_id"))

        def _parse_before(data: object) -> AuditEntryAnswerBeforeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = AuditEntryAnswerBeforeType0.from_dict(data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditEntryAnswerBeforeType0 | None, data)

        before = _parse_before(d.pop("before"))

        def _parse_after(data: object) -> AuditEntryAnswerAfterType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                after_type_0 = AuditEntryAnswerAfterType0.from_dict(data)

                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditEntryAnswerAfterType0 | None, data)

        after = _parse_after(d.pop("after"))

        def _parse_correlation_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        correlation_id = _parse_correlation_id(d.pop("correlation_id"))

        def _parse_api_key_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        api_key_id = _parse_api_key_id(d.pop("api_key_id"))

        audit_entry_answer = cls(
            id=id,
            at=at,
            actor_id=actor_id,
            actor=actor,
            action=action,
            subject=subject,
            subject_id=subject_id,
            event_id=event_id,
            before=before,
            after=after,
            correlation_id=correlation_id,
            api_key_id=api_key_id,
        )

        audit_entry_answer.additional_properties = d
        return audit_entry_answer

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

"""Response bodies of the audit log."""

from typing import Any

from pydantic import Field

from src.presentation.schemas.fields import Answer, Moment, with_example


class AuditEntryAnswer(Answer):
    """A change: who made it, what it changed, and the values before and after."""

    model_config = with_example(
        {
            "id": 12,
            "at": "2026-11-20T12:00:00Z",
            "actor_id": 2,
            "actor": "Ada",
            "action": "event.updated",
            "subject": "event",
            "subject_id": 1,
            "event_id": 1,
            "before": {"title": "Concert"},
            "after": {"title": "Rock concert"},
            "correlation_id": "5f0c7c2e",
            "api_key_id": None,
        }
    )

    id: int
    at: Moment
    actor_id: int | None
    actor: str | None
    action: str
    subject: str
    subject_id: int
    event_id: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    correlation_id: str | None
    api_key_id: int | None = Field(description="The API key that it was done with.")

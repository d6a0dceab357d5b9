"""The audit entry of a change of an API key."""

from src.application.ports.database import AuditEntry
from src.domain.entities.api_key import ApiKey
from src.domain.entities.user import Actor


def api_key_entry(action: str, key: ApiKey, actor: Actor) -> AuditEntry:
    """What the audit log records: neither the secret nor the name, which a person chose."""
    return AuditEntry(
        f"api_key.{action}",
        subject="api_key",
        subject_id=key.id,
        after={
            "user_id": key.user_id,
            "scopes": list(key.scopes),
            "expires_at": key.expires_at,
            "previous_secret_until": key.previous_secret_until,
        },
        by=actor,
    )

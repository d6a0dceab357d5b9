"""The append-only audit log in PostgreSQL."""

import json
from collections.abc import Mapping, Sequence

import structlog

from src.application.ports import AuditEntry
from src.domain.entities.user import Actor
from src.infrastructure.database.orm import current_connection

INSERT = """
INSERT INTO audit_log (actor_id, correlation_id, action, subject, subject_id, event_id,
    before, after)
SELECT $1, $2, action, subject, subject_id, event_id, before::jsonb, after::jsonb
FROM unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[])
    AS new (action, subject, subject_id, event_id, before, after)
"""


class TortoiseAuditLog:
    """Implements `AuditLog`; the correlation id comes from the request's log context."""

    async def record(self, actor: Actor | None, entries: Sequence[AuditEntry]) -> None:
        if not entries:
            return
        correlation_id = structlog.contextvars.get_contextvars().get("correlation_id")
        await current_connection().execute_query_dict(
            INSERT,
            [
                actor.id if actor else None,
                correlation_id,
                [entry.action for entry in entries],
                [entry.subject for entry in entries],
                [entry.subject_id for entry in entries],
                [entry.event_id for entry in entries],
                [_json(entry.before) for entry in entries],
                [_json(entry.after) for entry in entries],
            ],
        )


def _json(values: Mapping[str, object] | None) -> str | None:
    return None if values is None else json.dumps(values, default=str)

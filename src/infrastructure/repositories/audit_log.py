"""The append-only audit log in PostgreSQL."""

import json
from collections.abc import Mapping, Sequence

import structlog

from src.application.ports.database import AuditEntry
from src.infrastructure.database.lost_commits import TransactionMark
from src.infrastructure.database.orm import current_connection

# Also returns what identifies the transaction if its connection is lost during the commit.
INSERT = """
WITH entries AS (
INSERT INTO audit_log (actor_id, correlation_id, action, subject, subject_id, event_id,
    before, after, api_key_id)
SELECT actor_id, correlation_id, action, subject, subject_id, event_id, before::jsonb,
    after::jsonb, api_key_id
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[],
    $7::text[], $8::text[], $10::bigint[])
    AS new (actor_id, correlation_id, action, subject, subject_id, event_id, before, after,
        api_key_id)
RETURNING id, at, action, subject, subject_id, event_id
), messages AS (
INSERT INTO outbox (id, at, action, subject, subject_id, event_id)
SELECT id, at, action, subject, subject_id, event_id FROM entries WHERE subject = ANY($9)
)
SELECT pg_current_xact_id()::text AS number, id AS entry_id, at FROM entries LIMIT 1
"""

RELAYED = [
    *("booking", "event", "order", "organizer_payout", "ticket", "transaction", "transfer", "user"),
    "webhook",
]
"""Subjects whose changes concern others: the outbox gets a message for each entry."""


class TortoiseAuditLog:
    """Implements `AuditLog`, and writes the messages of the outbox.

    `mark` identifies the transaction, once there is an entry in it; `recorded` are its entries.
    """

    def __init__(self) -> None:
        self.mark: TransactionMark | None = None
        self.recorded: list[AuditEntry] = []

    async def record(self, entries: Sequence[AuditEntry]) -> None:
        if not entries:
            return
        actors = [entry.by for entry in entries]
        # A request without a logged-in user has no actor, but a correlation id.
        request = structlog.contextvars.get_contextvars().get("correlation_id")
        (row,) = await current_connection().execute_query_dict(
            INSERT,
            [
                [actor.id if actor else None for actor in actors],
                [_request(entry) or request for entry in entries],
                [entry.action for entry in entries],
                [entry.subject for entry in entries],
                [entry.subject_id for entry in entries],
                [entry.event_id for entry in entries],
                [_json(entry.before) for entry in entries],
                [_json(entry.after) for entry in entries],
                RELAYED,
                [actor.api_key_id if actor else None for actor in actors],
            ],
        )
        self.mark = TransactionMark(row["number"], row["entry_id"], row["at"])
        self.recorded += entries


def _request(entry: AuditEntry) -> str | None:
    return entry.by.correlation_id if entry.by else entry.correlation_id


def _json(values: Mapping[str, object] | None) -> str | None:
    return None if values is None else json.dumps(values, default=str)

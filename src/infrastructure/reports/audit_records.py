"""The audit log in PostgreSQL, as it is read."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from src.application.dtos.audit import AuditRecord, AuditSearch
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.matching import containing
from src.infrastructure.database.orm import current_connection
from src.infrastructure.reports.reading import reading

COLUMNS = """
SELECT entry.id, entry.at, entry.actor_id, actor.name AS actor, entry.action, entry.subject,
    entry.subject_id, entry.event_id, entry.before, entry.after, entry.correlation_id,
    entry.api_key_id
FROM audit_log AS entry LEFT JOIN users AS actor ON actor.id = entry.actor_id
"""

PAGE = f"""{COLUMNS}
WHERE ($1::bigint IS NULL OR entry.id < $1)
    AND ($2::text IS NULL OR entry.subject = $2)
    AND ($3::bigint IS NULL OR entry.subject_id = $3)
    AND ($4::bigint IS NULL OR entry.actor_id = $4)
    AND ($5::text IS NULL OR entry.action = $5)
    AND ($6::timestamptz IS NULL OR entry.at >= $6)
    AND ($7::timestamptz IS NULL OR entry.at < $7)
    AND ($8::text IS NULL OR entry.action LIKE $8 OR fold(entry.before::text) LIKE $8
        OR fold(entry.after::text) LIKE $8 OR entry.correlation_id = $9)
ORDER BY entry.id DESC LIMIT $10
"""

OF_SUBJECTS = f"""
SELECT id, at, actor_id, actor, action, subject, subject_id, event_id, before, after,
    correlation_id, api_key_id
FROM ({COLUMNS}
WHERE (entry.subject, entry.subject_id) IN (
    SELECT subject, subject_id FROM unnest($1::text[], $2::bigint[]) AS asked (subject, subject_id)
)
ORDER BY entry.id DESC LIMIT $3) AS newest
ORDER BY id
"""  # noqa: S608 - constants


class PostgresAuditReader:
    """Implements `AuditReader`."""

    async def search(self, wanted: AuditSearch, page: PageRequest) -> Page[AuditRecord]:
        values = [
            page.last_id,
            wanted.subject,
            wanted.subject_id,
            wanted.actor_id,
            wanted.action,
            wanted.date_from,
            wanted.date_to,
            await containing(wanted.q),
            wanted.q,
            # One more than requested shows whether there is a next page.
            page.limit + 1,
        ]
        async with reading() as connection:
            rows = await connection.execute_query_dict(PAGE, values)
        items = [_record(row) for row in rows[: page.limit]]
        if len(rows) <= page.limit:
            return Page(items)
        return Page(items, Cursor(page.sort, str(items[-1].id), items[-1].id))

    async def of_subjects(
        self, subjects: Collection[tuple[str, int]], *, limit: int
    ) -> Sequence[AuditRecord]:
        names, ids = [name for name, _ in subjects], [number for _, number in subjects]
        rows = await current_connection().execute_query_dict(OF_SUBJECTS, [names, ids, limit])
        return [_record(row) for row in rows]


def _record(row: Mapping[str, Any]) -> AuditRecord:
    return AuditRecord(**{**row, "before": _values(row["before"]), "after": _values(row["after"])})


def _values(stored: str | None) -> Mapping[str, object] | None:
    return None if stored is None else json.loads(stored)

"""The outbox in PostgreSQL. The audit log writes its rows."""

from collections.abc import Collection

from src.domain.repositories.outbox import OutboxMessage
from src.infrastructure.database.orm import current_connection

WAITING = "SELECT id FROM outbox WHERE id > $1 ORDER BY id LIMIT $2"

TAKE = """
SELECT id, at, action, subject, subject_id, event_id FROM outbox
WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED
"""

REMOVE = "DELETE FROM outbox WHERE id = ANY($1)"


class TortoiseOutboxRepository:
    """Implements `OutboxRepository`."""

    async def waiting(self, after: int, *, limit: int) -> list[int]:
        rows = await current_connection().execute_query_dict(WAITING, [after, limit])
        return [row["id"] for row in rows]

    async def take(self, message_ids: Collection[int]) -> list[OutboxMessage]:
        rows = await current_connection().execute_query_dict(TAKE, [list(message_ids)])
        return [OutboxMessage(**row) for row in rows]

    async def remove(self, message_ids: Collection[int]) -> None:
        await current_connection().execute_query(REMOVE, [list(message_ids)])

"""The sessions of browsers in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

from src.domain.entities.web_session import WebSession
from src.infrastructure.database.models import WebSessionModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

COLUMNS = ("user_id", "secret_hash", "device", "last_seen_at", "expires_at")

END = "DELETE FROM web_sessions WHERE secret_hash = $1 RETURNING user_id"

FORGET_EXPIRED = """DELETE FROM web_sessions WHERE id = ANY(ARRAY(
    SELECT id FROM web_sessions WHERE expires_at < $1
    ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))"""


class TortoiseWebSessionRepository:
    """Implements `WebSessionRepository`."""

    async def add(self, session: WebSession) -> None:
        row = await WebSessionModel.create(**mapping.to_row(session, COLUMNS))
        session.id, session.created_at = row.id, row.created_at

    async def end(self, secret_hash: bytes) -> int | None:
        rows = await current_connection().execute_query_dict(END, [secret_hash])
        return rows[0]["user_id"] if rows else None

    async def of_user(self, user_id: int, now: datetime) -> list[WebSession]:
        rows = await WebSessionModel.filter(user_id=user_id, expires_at__gt=now).order_by(
            "-last_seen_at", "-id"
        )
        return [mapping.to_entity(WebSession, row) for row in rows]

    async def end_one(self, user_id: int, session_id: int) -> bool:
        return bool(await WebSessionModel.filter(user_id=user_id, id=session_id).delete())

    async def end_others(self, user_id: int, session_id: int) -> None:
        await WebSessionModel.filter(user_id=user_id).exclude(id=session_id).delete()

    async def end_all_of(self, user_id: int) -> None:
        await WebSessionModel.filter(user_id=user_id).delete()

    async def see(self, session_ids: Collection[int], *, now: datetime, until: datetime) -> None:
        await WebSessionModel.filter(id__in=list(session_ids)).update(
            last_seen_at=now, expires_at=until
        )

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(FORGET_EXPIRED, [before, limit])
        return count

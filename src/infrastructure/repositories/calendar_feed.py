"""Calendar feeds in PostgreSQL."""

from datetime import datetime

from src.infrastructure.database.models import CalendarFeedModel
from src.infrastructure.database.orm import current_connection

FIND_USER = """SELECT f.user_id FROM calendar_feeds f JOIN users u ON u.id = f.user_id
WHERE f.secret_hash = $1 AND u.is_active AND u.deleted_at IS NULL"""

REPLACE = """INSERT INTO calendar_feeds (user_id, secret_hash) VALUES ($1, $2)
ON CONFLICT (user_id) DO UPDATE
SET secret_hash = excluded.secret_hash, created_at = excluded.created_at"""


class TortoiseCalendarFeedRepository:
    """Implements `CalendarFeedRepository`."""

    async def find_user(self, secret_hash: bytes) -> int | None:
        rows = await current_connection().execute_query_dict(FIND_USER, [secret_hash])
        return rows[0]["user_id"] if rows else None

    async def made_at(self, user_id: int) -> datetime | None:
        row = await CalendarFeedModel.get_or_none(user_id=user_id)
        return row.created_at if row is not None else None

    async def replace(self, user_id: int, secret_hash: bytes) -> None:
        await current_connection().execute_query(REPLACE, [user_id, secret_hash])

    async def remove(self, user_id: int) -> bool:
        return bool(await CalendarFeedModel.filter(user_id=user_id).delete())

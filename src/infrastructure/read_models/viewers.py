"""Who looks at pages: one query for all requests that wait for it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from src.application.dtos.viewer import Viewer
from src.domain.entities.user import Role
from src.domain.shared.language import Language
from src.infrastructure.database.orm import current_connection

VIEWERS = """
SELECT s.secret_hash, s.id AS session_id, s.last_seen_at,
    u.id, u.role, u.name, u.email, u.language, u.is_guest, u.is_active
FROM web_sessions s JOIN users u ON u.id = s.user_id
WHERE s.secret_hash = ANY($1) AND s.expires_at > $2 AND u.deleted_at IS NULL
"""


async def read_viewers(hashes: Collection[bytes], now: datetime) -> dict[bytes, Viewer]:
    """The viewer of each session that has not expired, by the hash of its secret."""
    rows = await current_connection().execute_query_dict(VIEWERS, [list(hashes), now])
    return {bytes(row["secret_hash"]): _viewer(row) for row in map(dict, rows)}


def _viewer(row: dict[str, Any]) -> Viewer:
    values = {name: value for name, value in row.items() if name != "secret_hash"}
    values["role"] = Role(row["role"])
    values["language"] = Language(row["language"]) if row["language"] else None
    return Viewer(**values)

"""Who sends requests with API keys: one query for all requests that wait for it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from src.application.dtos.api_key import KeyAccount
from src.domain.entities.user import Actor, Role
from src.domain.shared.scopes import Scope
from src.infrastructure.database.orm import current_connection

# By each of the two hashes, whose indexes differ.
OF_HASH = """
SELECT k.{column} AS hash, k.id AS api_key_id, k.scopes, k.expires_at, k.last_used_at,
    u.id, u.role, u.is_active
FROM api_keys k JOIN users u ON u.id = k.user_id
WHERE k.{column} = ANY(ARRAY(SELECT unnest($1::bytea[]))) AND u.deleted_at IS NULL
"""
KEY_ACCOUNTS = f"""{OF_HASH.format(column="secret_hash")}
UNION ALL
{OF_HASH.format(column="previous_secret_hash")} AND k.previous_secret_until > $2
"""


async def read_key_accounts(hashes: Collection[bytes], now: datetime) -> dict[bytes, KeyAccount]:
    """The account of each key, by the hash of its secret; of the one before, while that lasts."""
    rows = await current_connection().execute_query_dict(KEY_ACCOUNTS, [list(hashes), now])
    return {bytes(row["hash"]): _account(row) for row in rows}


def _account(row: Mapping[str, Any]) -> KeyAccount:
    actor = Actor(
        row["id"],
        Role(row["role"]),
        api_key_id=row["api_key_id"],
        scopes=frozenset(map(Scope, row["scopes"])),
    )
    return KeyAccount(actor, row["is_active"], row["expires_at"], row["last_used_at"])

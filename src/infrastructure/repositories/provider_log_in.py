"""Log-ins that have begun at the outside identity provider, in PostgreSQL."""

from datetime import datetime

from src.domain.entities.provider_log_in import ProviderLogIn
from src.infrastructure.database.orm import current_connection

INSERT = """INSERT INTO provider_log_ins
(state_hash, browser_hash, nonce, verifier, next_path, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)"""

TAKE = """DELETE FROM provider_log_ins
WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
RETURNING state_hash, browser_hash, nonce, verifier, next_path, expires_at"""

FORGET_EXPIRED = """DELETE FROM provider_log_ins WHERE state_hash = ANY(ARRAY(
    SELECT state_hash FROM provider_log_ins WHERE expires_at < $1
    ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))"""


class PostgresProviderLogInRepository:
    """Implements `ProviderLogInRepository`."""

    async def add(self, log_in: ProviderLogIn) -> None:
        await current_connection().execute_query(
            INSERT,
            [
                log_in.state_hash,
                log_in.browser_hash,
                log_in.nonce,
                log_in.verifier,
                log_in.next_path,
                log_in.expires_at,
            ],
        )

    async def take(
        self, state_hash: bytes, browser_hash: bytes, now: datetime
    ) -> ProviderLogIn | None:
        rows = await current_connection().execute_query_dict(TAKE, [state_hash, browser_hash, now])
        return ProviderLogIn(**rows[0]) if rows else None

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(FORGET_EXPIRED, [before, limit])
        return count

"""Refresh tokens in PostgreSQL."""

from datetime import datetime
from uuid import UUID

from tortoise.queryset import QuerySet

from src.domain.entities.session import RefreshToken
from src.infrastructure.database.models import RefreshTokenModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping

COLUMNS = ("user_id", "family_id", "token_hash", "expires_at", "used_at", "revoked_at")

FORGET_EXPIRED = """DELETE FROM refresh_tokens WHERE id = ANY(ARRAY(
    SELECT id FROM refresh_tokens WHERE expires_at < $1
    ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))"""


class TortoiseSessionRepository:
    """Implements `SessionRepository`."""

    async def add(self, token: RefreshToken) -> None:
        row = await RefreshTokenModel.create(**mapping.to_row(token, COLUMNS))
        token.id = row.id

    async def lock(self, token_hash: bytes) -> RefreshToken | None:
        row = await RefreshTokenModel.filter(token_hash=token_hash).select_for_update().first()
        return None if row is None else mapping.to_entity(RefreshToken, row)

    async def save(self, token: RefreshToken) -> None:
        values = mapping.to_row(token, ("used_at", "revoked_at"))
        await RefreshTokenModel.filter(id=token.id).update(**values)

    async def revoke_family(self, family_id: UUID, now: datetime) -> None:
        await _revoke(RefreshTokenModel.filter(family_id=family_id, revoked_at__isnull=True), now)

    async def revoke_all_of(self, user_id: int, now: datetime) -> None:
        await _revoke(RefreshTokenModel.filter(user_id=user_id, revoked_at__isnull=True), now)

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        count, _ = await current_connection().execute_query(FORGET_EXPIRED, [before, limit])
        return count


async def _revoke(tokens: QuerySet[RefreshTokenModel], now: datetime) -> None:
    # Repeated, since a statement that waited for a refresh does not see the token it added.
    while await tokens.update(revoked_at=now):
        pass

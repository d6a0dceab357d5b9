"""The repository of refresh tokens."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from src.domain.entities.session import RefreshToken


class SessionRepository(Protocol):
    """Refresh tokens, by hash and by family."""

    async def add(self, token: RefreshToken) -> None: ...

    async def lock(self, token_hash: bytes) -> RefreshToken | None:
        """Return the token, locked until the transaction ends."""

    async def save(self, token: RefreshToken) -> None: ...

    async def revoke_family(self, family_id: UUID, now: datetime) -> None: ...

    async def revoke_all_of(self, user_id: int, now: datetime) -> None: ...

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        """Delete tokens that expired before `before`, except locked ones; the number deleted."""

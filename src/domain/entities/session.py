"""A session: the chain of refresh tokens that one log-in started."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from src.domain.errors import NotAuthenticated, TokenExpired


@dataclass(kw_only=True, slots=True)
class RefreshToken:
    """One link of the chain. Only the hash is kept; `family_id` names the chain."""

    id: int = 0
    user_id: int
    family_id: UUID
    token_hash: bytes
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def is_spent(self) -> bool:
        """Used or revoked: it is worth nothing any more."""
        return self.used_at is not None or self.revoked_at is not None

    def use(self, now: datetime) -> None:
        """Spend it for a new one. Raises NotAuthenticated when spent, TokenExpired when old."""
        if self.is_spent:
            raise NotAuthenticated("This refresh token is no longer valid. Log in again.")
        if self.expires_at <= now:
            raise TokenExpired()
        self.used_at = now

"""A session: the chain of refresh tokens that starts with a log-in."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from src.domain.errors import NotAuthenticated, TokenExpired


@dataclass(kw_only=True, slots=True)
class RefreshToken:
    """A refresh token, stored as a hash; `family_id` identifies its session."""

    id: int = 0
    user_id: int
    family_id: UUID
    token_hash: bytes
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def is_spent(self) -> bool:
        """Whether it was used or revoked, and is no longer valid."""
        return self.used_at is not None or self.revoked_at is not None

    def use(self, now: datetime) -> None:
        """Mark the token as used. Raises NotAuthenticated if it is spent, TokenExpired."""
        if self.is_spent:
            raise NotAuthenticated("This refresh token is no longer valid. Log in again.")
        if self.expires_at <= now:
            raise TokenExpired()
        self.used_at = now

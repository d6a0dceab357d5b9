"""Shared by sign-up, log-in and refresh: issue a pair of tokens."""

from datetime import datetime, timedelta
from uuid import UUID

from src.application.dtos.session import Session
from src.application.ports.database import UnitOfWork
from src.application.ports.security import AccessTokens
from src.domain.entities.session import RefreshToken
from src.domain.entities.user import User


class OpenSession:
    """Issues an access token, and stores the refresh token that belongs to it."""

    def __init__(self, access_tokens: AccessTokens, refresh_token_lifetime: timedelta) -> None:
        self._access_tokens = access_tokens
        self._refresh_token_lifetime = refresh_token_lifetime

    async def execute(
        self, uow: UnitOfWork, user: User, *, family_id: UUID, now: datetime
    ) -> Session:
        """Issue the next tokens of the family, in the caller's transaction."""
        secret = self._access_tokens.new_refresh_token()
        token = RefreshToken(
            user_id=user.id,
            family_id=family_id,
            token_hash=self._access_tokens.hash_refresh_token(secret),
            expires_at=now + self._refresh_token_lifetime,
        )
        await uow.sessions.add(token)
        return Session(user, self._access_tokens.issue(user), secret)

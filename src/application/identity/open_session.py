"""Shared by sign-up, log-in and refresh: issue a pair of tokens."""

from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID, uuid4

from src.application.dtos.session import Session
from src.application.ports.database import UnitOfWork
from src.application.ports.security import AccessTokens
from src.domain.entities.session import RefreshToken
from src.domain.entities.user import User

Opened_co = TypeVar("Opened_co", covariant=True)


class SessionOpener(Protocol[Opened_co]):
    """Opens a session of some kind: with tokens for the API, or with a cookie for the pages."""

    async def execute(
        self,
        uow: UnitOfWork,
        user: User,
        *,
        now: datetime,
        device: str | None = None,
        former: str | None = None,
    ) -> Opened_co:
        """Open a session for the user, in the caller's transaction.

        `former` is the secret of the session that it replaces.
        """


class OpenSession:
    """Issues an access token, and stores the refresh token that belongs to it."""

    def __init__(self, access_tokens: AccessTokens, refresh_token_lifetime: timedelta) -> None:
        self._access_tokens = access_tokens
        self._refresh_token_lifetime = refresh_token_lifetime

    async def execute(
        self,
        uow: UnitOfWork,
        user: User,
        *,
        now: datetime,
        device: str | None = None,
        former: str | None = None,
        family_id: UUID | None = None,
    ) -> Session:
        """Issue the next tokens of the family, by default a new one, in the caller's transaction.

        What the device is called is not kept, and it replaces no other session.
        """
        secret = self._access_tokens.new_refresh_token()
        token = RefreshToken(
            user_id=user.id,
            family_id=family_id or uuid4(),
            token_hash=self._access_tokens.hash_refresh_token(secret),
            expires_at=now + self._refresh_token_lifetime,
        )
        await uow.sessions.add(token)
        return Session(user, self._access_tokens.issue(user), secret)

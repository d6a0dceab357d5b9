"""Refresh a session."""

from datetime import datetime

from src.application.dtos.session import Session
from src.application.identity.open_session import OpenSession
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import AccessTokens
from src.domain.entities.session import RefreshToken
from src.domain.errors import NotAuthenticated


class RefreshSession:
    """Exchange a refresh token for a new access token and a new refresh token.

    Authorization: a valid refresh token, which works once. Refused with `not_authenticated`,
    `token_expired` or `account_inactive`. The reuse of a refresh token indicates theft and ends
    the whole session and all access tokens of the user (RFC 9700, section 4.14.2).
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        access_tokens: AccessTokens,
        open_session: OpenSession,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._access_tokens = access_tokens
        self._open_session = open_session
        self._clock = clock

    async def execute(self, refresh_token: str) -> Session:
        now = self._clock()
        async with self._unit_of_work() as uow:
            token = await uow.sessions.lock(self._access_tokens.hash_refresh_token(refresh_token))
            if token is None:
                raise NotAuthenticated("This refresh token is not valid. Log in again.")
            if token.used_at is None:
                return await self._exchange(uow, token, now)
        # In a separate transaction, which is committed although the request is refused, and which
        # locks the user before the tokens, as everywhere.
        await self._end_stolen_session(token, now)
        raise NotAuthenticated("This refresh token is no longer valid. Log in again.")

    async def _exchange(self, uow: UnitOfWork, token: RefreshToken, now: datetime) -> Session:
        token.use(now)
        user = await uow.users.get(token.user_id)
        user.require_active()
        await uow.sessions.save(token)
        session = await self._open_session.execute(uow, user, family_id=token.family_id, now=now)
        await uow.commit()
        return session

    async def _end_stolen_session(self, token: RefreshToken, now: datetime) -> None:
        async with self._unit_of_work() as uow:
            await uow.users.end_tokens(token.user_id, now)
            await uow.sessions.revoke_family(token.family_id, now)
            entry = AuditEntry(
                "session.reuse_detected", subject="user", subject_id=token.user_id, by=None
            )
            await uow.audit.record([entry])
            await uow.commit()

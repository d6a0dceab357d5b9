"""Log out."""

from src.application.identity.end_sessions import end_all_sessions
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.security import AccessTokens
from src.domain.entities.user import Actor


class LogOut:
    """End the session of a refresh token, or all sessions of the caller if none is given.

    Authorization: any user, for their own sessions; an unknown refresh token is ignored. All
    access tokens of the caller are refused from then on with `token_expired`; sessions that
    continue refresh them.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, access_tokens: AccessTokens, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._access_tokens = access_tokens
        self._clock = clock

    async def execute(self, actor: Actor, refresh_token: str | None) -> None:
        async with self._unit_of_work() as uow:
            now = self._clock()
            if refresh_token is None:
                await end_all_sessions(uow, actor.id, now)
            else:
                await uow.users.end_tokens(actor.id, now)
                token_hash = self._access_tokens.hash_refresh_token(refresh_token)
                token = await uow.sessions.lock(token_hash)
                if token is not None and token.user_id == actor.id:
                    await uow.sessions.revoke_family(token.family_id, now)
            await uow.commit()

"""Find out who a bearer token belongs to."""

from src.application.identity.load_actors import ActorLanes, CallerToken, ExternalToken
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import AccessTokens, ExternalIdentity, IdentityProvider
from src.domain.entities.user import Actor, User
from src.domain.errors import Duplicate
from src.domain.repositories.user import UserRepository


class Authenticate:
    """Turn a token, ours or of the outside identity provider, into an actor.

    The account is read each time, so that a deactivation, a new role or the end of all sessions
    counts at once; those who come together share the reading.
    Raises NotAuthenticated, TokenExpired, AccountInactive, Unavailable.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        users: UserRepository,
        access_tokens: AccessTokens,
        identity_provider: IdentityProvider,
        actor_lanes: ActorLanes,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._users = users
        self._access_tokens = access_tokens
        self._identity_provider = identity_provider
        self._actor_lanes = actor_lanes

    async def execute(self, token: str) -> Actor:
        verified: CallerToken
        if self._access_tokens.is_ours(token):
            verified = self._access_tokens.verify(token)
        else:
            identity = await self._identity_provider.verify(token)
            user = await self._find_or_add(identity)
            verified = ExternalToken(user.id, identity.issued_at)
        return await self._actor_lanes.submit(None, verified)

    async def _find_or_add(self, identity: ExternalIdentity) -> User:
        known = await self._users.find_external(identity.issuer, identity.external_id)
        if known is not None:
            return known
        try:
            return await self._add(identity, email=identity.email)
        except Duplicate as refusal:
            # Somebody else has the address here, or a request beside this one was faster.
            # An address proves nothing about who owns the account, so it is left out.
            faster = await self._users.find_external(identity.issuer, identity.external_id)
            if faster is not None:
                return faster
            if refusal.facts["field"] != "email":
                raise
            return await self._add(identity, email=None)

    async def _add(self, identity: ExternalIdentity, *, email: str | None) -> User:
        user = User(
            name=identity.name or "New user",
            email=email,
            external_issuer=identity.issuer,
            external_id=identity.external_id,
        )
        async with self._unit_of_work() as uow:
            await uow.users.add(user)
            entry = AuditEntry("user.first_seen", "user", user.id, after={"role": user.role})
            await uow.audit.record(None, [entry])
            await uow.commit()
        return user

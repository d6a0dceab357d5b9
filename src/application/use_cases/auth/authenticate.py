"""Authenticate a request by its bearer token."""

from src.application.identity.load_actors import ActorLanes, CallerToken, ExternalToken
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import AccessTokens, ExternalIdentity, IdentityProvider
from src.domain.entities.user import Actor, User
from src.domain.errors import Duplicate
from src.domain.repositories.user import UserRepository


class Authenticate:
    """Authenticate a token of this service or of the external identity provider.

    The account is read each time, so that a deactivation, a new role or the end of all sessions
    applies immediately; concurrent requests share the query.
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
            # Another account has the address, or a concurrent request added this user.
            # An address does not prove the ownership of an account, so it is left out.
            added = await self._users.find_external(identity.issuer, identity.external_id)
            if added is not None:
                return added
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
            entry = AuditEntry(
                "user.first_seen",
                subject="user",
                subject_id=user.id,
                after={"role": user.role},
                by=None,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return user

"""Find out who a bearer token belongs to."""

from collections.abc import Sequence

from src.application.lanes import Lanes
from src.application.ports import (
    AccessTokens,
    AuditEntry,
    ExternalIdentity,
    IdentityProvider,
    UnitOfWorkFactory,
)
from src.domain.entities.user import Actor, User
from src.domain.errors import Duplicate, NotAuthenticated
from src.domain.repositories.user import UserRepository

ActorLanes = Lanes[None, int, Actor]


class LoadActors:
    """What the one lane of log-in checks runs: a single query for all who wait for theirs."""

    def __init__(self, users: UserRepository) -> None:
        self._users = users

    async def execute(self, _: None, user_ids: Sequence[int]) -> list[Actor | Exception]:
        """The actor of each id; AccountInactive, or NotAuthenticated for a deleted account."""
        actors = await self._users.actors(set(user_ids))
        gone = NotAuthenticated("The account of this token no longer exists.")
        return [actors.get(user_id, gone) for user_id in user_ids]


class Authenticate:
    """Turn a token, ours or of the outside identity provider, into an actor.

    The account is read each time, so that a deactivation or a new role counts at once; those
    who come together share the reading.
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
        if self._access_tokens.is_ours(token):
            user_id = self._access_tokens.verify(token)
        else:
            identity = await self._identity_provider.verify(token)
            user_id = (await self._find_or_add(identity)).id
        return await self._actor_lanes.submit(None, user_id)

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

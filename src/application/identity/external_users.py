"""The users behind identities of the outside identity provider."""

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import ExternalIdentity
from src.domain.entities.user import User
from src.domain.errors import Duplicate
from src.domain.repositories.user import UserRepository


class ExternalUsers:
    """Finds the user of an identity by issuer and subject, and adds one who is first seen."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, users: UserRepository) -> None:
        self._unit_of_work = unit_of_work
        self._users = users

    async def find_or_add(self, identity: ExternalIdentity) -> User:
        """Return the user; the account can be deactivated."""
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

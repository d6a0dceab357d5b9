"""Edit a user."""

from dataclasses import dataclass

from src.application.access import require_same_user
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher
from src.domain.entities.user import Actor, User, UserChanges
from src.domain.errors import InvalidCredentials
from src.domain.shared.versions import require_version


@dataclass(frozen=True, slots=True)
class UpdateUserCommand:
    """The changes to a user; `current_password` is required to change one's own password."""

    user_id: int
    changes: UserChanges
    password: str | None = None
    current_password: str | None = None
    expected_version: int | None = None


class UpdateUser:
    """Edit a user; omitted fields keep their values.

    Authorization: the user and admins; only admins may change a role. Refused with `duplicate` if
    phone, e-mail or username is in use, `invalid_credentials` if `current_password` is wrong,
    `stale_version` if `If-Match` is not the stored version. A new password ends all sessions of
    the user; changing one's own requires `current_password`.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, password_hasher: PasswordHasher, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._password_hasher = password_hasher
        self._clock = clock

    async def execute(self, actor: Actor, command: UpdateUserCommand) -> User:
        require_same_user(actor, command.user_id)
        new_hash = await self._password_hasher.hash(command.password) if command.password else None
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(command.user_id)
            require_version(user.version, command.expected_version)
            before = user.role
            user.edit(command.changes, actor=actor)
            if new_hash is not None:
                await self._change_password(uow, actor, user, new_hash, command)
            await uow.users.save(user)
            fields = [*command.changes, *(["password"] if new_hash else [])]
            # Field names only: personal data in the audit log would outlive a deletion.
            entry = AuditEntry(
                "user.updated",
                subject="user",
                subject_id=user.id,
                before={"role": before},
                after={"role": user.role, "fields": fields},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return user

    async def _change_password(
        self, uow: UnitOfWork, actor: Actor, user: User, new_hash: str, command: UpdateUserCommand
    ) -> None:
        if actor.id == user.id and user.password_hash is not None:
            current = command.current_password or ""
            if not await self._password_hasher.verify(user.password_hash, current):
                message = "Your current password is wrong or missing (`current_password`)."
                raise InvalidCredentials(message)
        user.password_hash = new_hash
        await uow.sessions.revoke_all_of(user.id, self._clock())

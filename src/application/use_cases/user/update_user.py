"""Edit a user."""

from dataclasses import dataclass, replace

from src.application.access import require_same_user
from src.application.identity.end_sessions import end_all_sessions
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher, PasswordPolicy
from src.domain.entities.user import Actor, User, UserChanges
from src.domain.errors import InvalidCredentials
from src.domain.repositories.user import UserRepository
from src.domain.shared.transitions import require_version

WRONG_PASSWORD = "Your current password is wrong or missing (`current_password`)."  # noqa: S105

NO_KEY = "An API key changes no password, e-mail address or role. Log in for that."


@dataclass(frozen=True, slots=True)
class UpdateUserCommand:
    """The changes to a user.

    `current_password` is required to change one's own password or e-mail address.
    """

    user_id: int
    changes: UserChanges
    password: str | None = None
    current_password: str | None = None
    expected_version: int | None = None


class UpdateUser:
    """Edit a user; omitted fields keep their values.

    Authorization: the user and admins; only admins may change a role. Refused with `duplicate` if
    phone, e-mail or username is in use, `invalid_credentials` if `current_password` is wrong,
    `validation_failed` if the new password is easy to guess, `stale_version` if `If-Match` is not
    the stored version. A new password ends all sessions of the user. Changing one's own password
    or e-mail address requires `current_password`; users of an external identity provider, who have
    none, ask an admin (`forbidden`). An API key changes neither password, e-mail address nor role.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        users: UserRepository,
        password_hasher: PasswordHasher,
        password_policy: PasswordPolicy,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._users = users
        self._password_hasher = password_hasher
        self._password_policy = password_policy
        self._clock = clock

    async def execute(self, actor: Actor, command: UpdateUserCommand) -> User:
        require_same_user(actor, command.user_id)
        if command.password is not None or {"email", "role"} & command.changes.keys():
            actor.require_person(NO_KEY)
        # Hashing takes longer than anything else here: not in the transaction, and under no lock.
        proven_hash = await self._prove(actor, command)
        new_hash = await self._hash_new(command)
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(command.user_id)
            require_version(user.version, command.expected_version)
            if _needs_proof(actor, user, command) and user.password_hash != proven_hash:
                # Changed while the old one was being verified: it proves nothing any more.
                raise InvalidCredentials(WRONG_PASSWORD)
            before = user.role
            user.edit(command.changes, actor=actor)
            if new_hash is not None:
                user.password_hash = new_hash
                await end_all_sessions(uow, user.id, self._clock())
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

    async def _hash_new(self, command: UpdateUserCommand) -> str | None:
        if command.password is None:
            return None
        user = replace(await self._users.get(command.user_id), **command.changes)
        self._password_policy.require_hard_to_guess(command.password, user)
        return await self._password_hasher.hash(command.password)

    async def _prove(self, actor: Actor, command: UpdateUserCommand) -> str | None:
        """The hash that the current password belongs to, where one is needed."""
        user = await self._users.get(command.user_id)
        if not _needs_proof(actor, user, command):
            return None
        user.require_password()
        current = command.current_password or ""
        if not await self._password_hasher.verify(user.password_hash, current):
            raise InvalidCredentials(WRONG_PASSWORD)
        return user.password_hash


def _needs_proof(actor: Actor, user: User, command: UpdateUserCommand) -> bool:
    """Whether the change would give the account to anyone who has a token of it."""
    has_new_email = command.changes.get("email", user.email) != user.email
    return actor.id == user.id and (command.password is not None or has_new_email)

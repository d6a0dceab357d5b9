"""Create a user."""

from dataclasses import dataclass

from src.application.access import require_admin
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher, PasswordPolicy
from src.domain.entities.user import Actor, Role, User


@dataclass(frozen=True, slots=True)
class CreateUserCommand:
    name: str
    phone: str | None = None
    email: str | None = None
    username: str | None = None
    full_name: str | None = None
    role: Role = Role.CUSTOMER
    password: str | None = None


class CreateUser:
    """Create a user with any role.

    Authorization: admins. Refused with `duplicate` if phone, e-mail or username is in use,
    `validation_failed` if the password is easy to guess. Without a `password` the user cannot log
    in here. An API key makes no administrators.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        password_hasher: PasswordHasher,
        password_policy: PasswordPolicy,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._password_hasher = password_hasher
        self._password_policy = password_policy

    async def execute(self, actor: Actor, command: CreateUserCommand) -> User:
        require_admin(actor)
        if command.role is Role.ADMIN:
            # Who logs in as one may do more than the key.
            actor.require_person("An API key makes no administrators. Log in for that.")
        user = User(
            name=command.name,
            phone=command.phone,
            email=command.email,
            username=command.username,
            full_name=command.full_name,
            role=command.role,
        )
        if command.password is not None:
            self._password_policy.require_hard_to_guess(command.password, user)
            user.password_hash = await self._password_hasher.hash(command.password)
        async with self._unit_of_work() as uow:
            await uow.users.add(user)
            entry = AuditEntry(
                "user.created",
                subject="user",
                subject_id=user.id,
                after={"role": user.role},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return user

"""Create a user."""

from dataclasses import dataclass

from src.application.access import require_admin
from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher
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

    Authorization: admins. Refused with `duplicate` if phone, e-mail or username is in use. Without
    a `password` the user cannot log in here.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, password_hasher: PasswordHasher) -> None:
        self._unit_of_work = unit_of_work
        self._password_hasher = password_hasher

    async def execute(self, actor: Actor, command: CreateUserCommand) -> User:
        require_admin(actor)
        password = command.password
        user = User(
            name=command.name,
            phone=command.phone,
            email=command.email,
            username=command.username,
            full_name=command.full_name,
            role=command.role,
            password_hash=await self._password_hasher.hash(password) if password else None,
        )
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

"""Sign up."""

from dataclasses import dataclass
from uuid import uuid4

from src.application.dtos.session import Session
from src.application.identity.open_session import OpenSession
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher, PasswordPolicy
from src.domain.entities.user import User


@dataclass(frozen=True, slots=True)
class SignUpCommand:
    email: str
    password: str
    name: str | None = None
    phone: str | None = None


class SignUp:
    """Create an account and log in to it.

    Authorization: none. The new user is a customer; `name` defaults to the local part of the
    e-mail address. Refused with `duplicate` if e-mail or phone is in use, `validation_failed` if
    the password is easy to guess.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        password_hasher: PasswordHasher,
        password_policy: PasswordPolicy,
        open_session: OpenSession,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._password_hasher = password_hasher
        self._password_policy = password_policy
        self._open_session = open_session
        self._clock = clock

    async def execute(self, command: SignUpCommand) -> Session:
        user = User(
            name=command.name or command.email.partition("@")[0],
            email=command.email,
            phone=command.phone,
        )
        self._password_policy.require_hard_to_guess(command.password, user)
        user.password_hash = await self._password_hasher.hash(command.password)
        async with self._unit_of_work() as uow:
            await uow.users.add(user)
            entry = AuditEntry(
                "user.signed_up",
                subject="user",
                subject_id=user.id,
                after={"role": user.role},
                by=None,
            )
            await uow.audit.record([entry])
            session = await self._open_session.execute(
                uow, user, family_id=uuid4(), now=self._clock()
            )
            await uow.commit()
        return session

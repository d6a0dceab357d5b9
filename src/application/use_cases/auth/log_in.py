"""Log in with e-mail and password."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from src.application.identity.open_session import SessionOpener
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher
from src.domain.errors import InvalidCredentials
from src.domain.repositories.user import UserRepository

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class LogInCommand:
    """`device` is what the browser calls itself, for the list of a user's sessions.

    `former` is the secret of the session that the browser had until now.
    """

    email: str
    password: str
    device: str | None = None
    former: str | None = None


class LogIn(Generic[Opened]):
    """Log in with e-mail and password.

    Authorization: none. Refused with `invalid_credentials`, which does not disclose whether the
    address is known, with `account_inactive` for a deactivated account, and with
    `email_not_verified` if the e-mail address has to be confirmed first.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        users: UserRepository,
        password_hasher: PasswordHasher,
        open_session: SessionOpener[Opened],
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._users = users
        self._password_hasher = password_hasher
        self._open_session = open_session
        self._clock = clock

    async def execute(self, command: LogInCommand) -> Opened:
        # Outside the transaction, because hashing is slow.
        user = await self._users.find_by_email(command.email)
        password_hash = user.password_hash if user else None
        is_right = await self._password_hasher.verify(password_hash, command.password)
        if user is None or not is_right:
            raise InvalidCredentials()
        async with self._unit_of_work() as uow:
            user = await uow.users.lock(user.id)
            if user.password_hash != password_hash:
                # Changed while the old one was being verified: it opens no session any more.
                raise InvalidCredentials()
            user.require_active()
            user.require_verified()
            session = await self._open_session.execute(
                uow, user, now=self._clock(), device=command.device, former=command.former
            )
            await uow.commit()
        return session

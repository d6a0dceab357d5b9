"""Sign up."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from src.application.identity.open_session import SessionOpener
from src.application.identity.plan_verification import plan_verification
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher, PasswordPolicy
from src.domain.entities.user import User
from src.domain.shared.language import Language

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class SignUpCommand:
    """The new account, and the language of its mails.

    `device` is what the browser calls itself, `former` the secret of the session that it had.
    """

    email: str
    password: str
    name: str | None = None
    phone: str | None = None
    device: str | None = None
    former: str | None = None
    language: Language | None = None


class SignUp(Generic[Opened]):
    """Create an account and log in to it.

    Authorization: none. The new user is a customer; `name` defaults to the local part of the
    e-mail address. Refused with `duplicate` if e-mail or phone is in use, `validation_failed` if
    the password is easy to guess. If the service requires the e-mail address to be confirmed, it
    responds with 202 and sends a mail, and the user can log in once it is confirmed; signing up
    again until then replaces the account.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        password_hasher: PasswordHasher,
        password_policy: PasswordPolicy,
        open_session: SessionOpener[Opened],
        clock: Clock,
        *,
        requires_verification: bool,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._password_hasher = password_hasher
        self._password_policy = password_policy
        self._open_session = open_session
        self._clock = clock
        self.requires_verification = requires_verification

    async def execute(self, command: SignUpCommand) -> Opened | None:
        """Return the session, or None if the e-mail address has to be confirmed first."""
        user = User(
            name=command.name or command.email.partition("@")[0],
            email=command.email,
            phone=command.phone,
            awaits_verification=self.requires_verification,
            language=command.language,
        )
        self._password_policy.require_hard_to_guess(command.password, user)
        user.password_hash = await self._password_hasher.hash(command.password)
        async with self._unit_of_work() as uow:
            user = await self._store(uow, user)
            entry = AuditEntry(
                "user.signed_up",
                subject="user",
                subject_id=user.id,
                after={"role": user.role},
                by=None,
            )
            await uow.audit.record([entry])
            session: Opened | None = None
            if self.requires_verification:
                await plan_verification(uow, user)
            else:
                session = await self._open_session.execute(
                    uow, user, now=self._clock(), device=command.device, former=command.former
                )
            await uow.commit()
        return session

    async def _store(self, uow: UnitOfWork, user: User) -> User:
        """Add the user, or replace one of this address who never confirmed it."""
        assert user.email is not None
        known = await uow.users.find_by_email(user.email)
        if known is not None and known.awaits_verification:
            # Otherwise the first to sign up could keep an address that is not theirs.
            known = await uow.users.lock(known.id)
        if known is None or not known.awaits_verification:
            await uow.users.add(user)
            return user
        known.name, known.phone, known.password_hash = user.name, user.phone, user.password_hash
        known.language = user.language
        await uow.users.save(known)
        return known

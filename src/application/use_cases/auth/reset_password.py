"""Choose a new password with the token of a mail."""

from src.application.identity.end_sessions import end_all_sessions
from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.application.ports.security import PasswordHasher, PasswordPolicy, ResetTokens
from src.domain.errors import NotAuthenticated, NotFound
from src.domain.repositories.user import UserRepository


class ResetPassword:
    """Choose a new password with the token that was sent to the e-mail address.

    Authorization: the token, which works once, for an hour. Refused with `not_authenticated` if
    it is invalid, was used, or the password or address changed since, `token_expired` if it is
    too old, `validation_failed` if the password is easy to guess. Ends all sessions of the user,
    and confirms the e-mail address, to which the token was sent.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        users: UserRepository,
        tokens: ResetTokens,
        password_hasher: PasswordHasher,
        password_policy: PasswordPolicy,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._users = users
        self._tokens = tokens
        self._password_hasher = password_hasher
        self._password_policy = password_policy
        self._clock = clock

    async def execute(self, token: str, password: str) -> None:
        claims = self._tokens.read(token)
        outdated = NotAuthenticated("This link was used, or is no longer valid. Ask for another.")
        try:
            # Looked at first, so that a token that is worth nothing costs no hashing.
            known = await self._users.get(claims.user_id)
        except NotFound:
            raise outdated from None
        if claims.fingerprint != self._tokens.fingerprint(known):
            raise outdated
        self._password_policy.require_hard_to_guess(password, known)
        password_hash = await self._password_hasher.hash(password)
        async with self._unit_of_work() as uow:
            try:
                user = await uow.users.lock(claims.user_id)
            except NotFound:
                raise outdated from None
            if claims.fingerprint != self._tokens.fingerprint(user):
                raise outdated
            user.password_hash = password_hash
            user.confirm_email()
            await uow.users.save(user)
            await end_all_sessions(uow, user.id, self._clock())
            entry = AuditEntry("user.password_reset", subject="user", subject_id=user.id, by=None)
            await uow.audit.record([entry])
            await uow.commit()

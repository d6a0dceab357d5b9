"""Confirm an e-mail address."""

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import VerificationTokens
from src.domain.errors import NotAuthenticated, NotFound


class VerifyEmail:
    """Confirm the e-mail address of an account with the token that was sent to it.

    Authorization: the token, which is valid for a day. Refused with `not_authenticated` if the
    token is invalid or if the account was signed up again since, `token_expired` if it is too old.
    The user can log in afterwards.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, tokens: VerificationTokens) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = tokens

    async def execute(self, token: str) -> None:
        confirmation = self._tokens.read(token)
        outdated = NotAuthenticated("This confirmation is no longer valid. Ask for another.")
        async with self._unit_of_work() as uow:
            try:
                user = await uow.users.lock(confirmation.user_id)
            except NotFound:
                raise outdated from None
            if confirmation.fingerprint != self._tokens.fingerprint(user):
                raise outdated
            if not user.awaits_verification:
                return
            user.confirm_email()
            await uow.users.save(user)
            entry = AuditEntry("user.email_verified", subject="user", subject_id=user.id, by=None)
            await uow.audit.record([entry])
            await uow.commit()

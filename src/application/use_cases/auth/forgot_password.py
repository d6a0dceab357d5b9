"""Ask for a new password."""

import asyncio
from uuid import uuid4

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.mail import Mail, MailKind


class ForgotPassword:
    """Send a mail with a link to choose a new password, which works once, for an hour.

    Authorization: none. The response is the same, and takes as long, whether or not there is such
    an account. No mail is sent to a deactivated account, or to one that logs in elsewhere.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, seconds: float) -> None:
        self._unit_of_work = unit_of_work
        self._seconds = seconds

    async def execute(self, email: str) -> None:
        # Writing takes longer than finding nobody: both take the same time, which is longer.
        async with asyncio.TaskGroup() as both:
            both.create_task(asyncio.sleep(self._seconds))
            both.create_task(self._plan(email))

    async def _plan(self, email: str) -> None:
        async with self._unit_of_work() as uow:
            user = await uow.users.find_by_email(email)
            if user is None or not user.is_active or user.external_id is not None:
                return
            message_id = uuid4()
            mail = Mail(
                kind=MailKind.RESET_PASSWORD,
                cause=f"user.reset:{message_id}",
                user_id=user.id,
                message_id=message_id,
            )
            await uow.mails.add([mail])
            entry = AuditEntry(
                "user.password_forgotten", subject="user", subject_id=user.id, by=None
            )
            await uow.audit.record([entry])
            await uow.commit()

"""Send a mail again."""

from src.application.access import require_organizer_role
from src.application.ports.database import AuditEntry, Clock, UnitOfWork, UnitOfWorkFactory
from src.application.ports.mail_subjects import MailSubjects
from src.domain.entities.mail import Mail
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class SendMailAgain:
    """Send a mail again: one that was refused or given up, may not have arrived, or got lost.

    Authorization: the organizer of an event that the mail is about, and admins. Refused with
    `invalid_state` while the mail is about to be sent. It goes to the address that the recipient
    has now, with what is true now; a mail that would not be true any more is given up.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, subjects: MailSubjects, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._subjects = subjects
        self._clock = clock

    async def execute(self, actor: Actor, mail_id: int) -> Mail:
        require_organizer_role(actor)
        async with self._unit_of_work() as uow:
            mail = await uow.mails.lock(mail_id)
            await self._require_access(actor, mail)
            before = mail.status
            mail.send_again(self._clock())
            await uow.mails.save(mail)
            await self._audit(uow, actor, mail, before)
            await uow.commit()
        return mail

    async def _require_access(self, actor: Actor, mail: Mail) -> None:
        if actor.is_admin or await self._subjects.belongs_to(mail.id, actor.id):
            return
        raise NotFound("mail", mail.id)

    async def _audit(self, uow: UnitOfWork, actor: Actor, mail: Mail, before: str) -> None:
        entry = AuditEntry(
            "mail.sent_again",
            subject="mail",
            subject_id=mail.id,
            event_id=mail.event_id,
            before={"status": before},
            after={"status": mail.status},
            by=actor,
        )
        await uow.audit.record([entry])

"""Remind organizers of disputes that have to be answered."""

from datetime import timedelta

from src.application.mailing.plan_mails import dispute_mail
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.mail_subjects import MailSubjects
from src.domain.entities.mail import MailKind

BEFORE = timedelta(days=3)
DISPUTES_PER_STEP = 500


class RemindOfDisputes:
    """Plans a mail to each organizer of a dispute that is lost unless it is answered in three days.

    A job that is safe to run at any time and concurrently; there is one reminder for each dispute.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, subjects: MailSubjects, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._subjects = subjects
        self._clock = clock

    async def execute(self) -> int:
        """Plan all reminders that are due; their number."""
        planned = 0
        while True:
            async with self._unit_of_work() as uow:
                due = await self._subjects.disputes_due(
                    self._clock(), within=BEFORE.total_seconds(), limit=DISPUTES_PER_STEP
                )
                await uow.mails.add(
                    [dispute_mail(MailKind.DISPUTE_DUE, "dispute.due", dispute) for dispute in due]
                )
                await uow.commit()
            planned += len(due)
            if len(due) < DISPUTES_PER_STEP:
                return planned

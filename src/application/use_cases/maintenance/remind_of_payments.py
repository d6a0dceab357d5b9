"""Remind buyers of orders that are not paid."""

from datetime import timedelta

from src.application.mailing.plan_mails import new_mail
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.mail_subjects import MailSubjects
from src.domain.entities.mail import MailKind

BEFORE_DEADLINE = timedelta(minutes=30)
HELD_FOR_AT_LEAST = timedelta(hours=1)
ORDERS_PER_STEP = 500


class RemindOfPayments:
    """Plans a mail to each buyer whose tickets are held for half an hour more, and not paid.

    Only where they are held for an hour or longer: a shorter hold ends before anybody reads mail.
    A job that is safe to run at any time and concurrently; there is one reminder for each order.
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
                orders = await self._subjects.reminders_due(
                    self._clock(),
                    within=BEFORE_DEADLINE.total_seconds(),
                    held_for=HELD_FOR_AT_LEAST.total_seconds(),
                    limit=ORDERS_PER_STEP,
                )
                await uow.mails.add(
                    [
                        new_mail(MailKind.PAYMENT_REMINDER, f"order.reminder:{order.id}", order)
                        for order in orders
                    ]
                )
                await uow.commit()
            planned += len(orders)
            if len(orders) < ORDERS_PER_STEP:
                return planned

"""Remind buyers of orders that are not paid."""

from datetime import timedelta

from src.application.mailing.plan_mails import new_mail
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.mail_subjects import MailSubjects
from src.domain.entities.mail import MailKind

TERMS = (
    (timedelta(minutes=30), timedelta(hours=1)),
    # A bank transfer takes a day.
    (timedelta(days=1), timedelta(days=2)),
)
"""How long before the deadline, for orders that are held for so long at least."""

ORDERS_PER_STEP = 500


class RemindOfPayments:
    """Plans a mail to each buyer whose tickets are held for half an hour more, and not paid.

    Where they are held for days, it is a day. Only where they are held for an hour or longer: a
    shorter hold ends before anybody reads mail.

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
        return sum([await self._remind(within, held_for) for within, held_for in TERMS])

    async def _remind(self, within: timedelta, held_for: timedelta) -> int:
        planned = 0
        while True:
            async with self._unit_of_work() as uow:
                orders = await self._subjects.reminders_due(
                    self._clock(),
                    within=within.total_seconds(),
                    held_for=held_for.total_seconds(),
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

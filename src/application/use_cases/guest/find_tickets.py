"""Have a link to the tickets that were bought with an address sent to it."""

import asyncio
from uuid import uuid4

from src.application.ports.database import UnitOfWorkFactory
from src.domain.entities.mail import Mail, MailKind


class FindTickets:
    """Send a mail with a link to what guests bought with this address as their contact.

    Authorization: none. The response is the same, and takes as long, whether or not there is
    anything; the page limits how many mails an address gets.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, *, seconds: float) -> None:
        self._unit_of_work = unit_of_work
        self._seconds = seconds

    async def execute(self, email: str) -> None:
        # Writing takes longer than finding nothing: both take the same time, which is longer.
        async with asyncio.TaskGroup() as both:
            both.create_task(asyncio.sleep(self._seconds))
            both.create_task(self._plan(email.lower()))

    async def _plan(self, email: str) -> None:
        async with self._unit_of_work() as uow:
            orders = await uow.orders.of_guests(email)
            if not orders:
                return
            message_id = uuid4()
            mail = Mail(
                kind=MailKind.FIND_TICKETS,
                cause=f"tickets.sought:{message_id}",
                user_id=orders[-1].user_id,
                order_id=orders[-1].id,
                message_id=message_id,
            )
            await uow.mails.add([mail])
            await uow.commit()

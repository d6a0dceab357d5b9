"""Hand a leased mail over to the mail server, and store what became of it."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from src.application.mailing.write_mail import MailObsolete, WriteMail
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.mail import (
    MailOutcomeUnknown,
    MailPostponed,
    MailRefused,
    MailSession,
    OutgoingMail,
)
from src.domain.entities.mail import Mail
from src.domain.errors import Unavailable

SENDING_FOR = timedelta(minutes=10)
"""Longer than a mail server may take: a mail that is being sent for longer has no sender."""

SECONDS_TO_FINISH = 0.2
NOT_WRITTEN = "The mail could not be written; the log says why."


class HandOverMail:
    """Writes a mail, marks it as being sent, hands it over, and marks what became of it.

    Each mark is a transaction of its own, and none is open while the server is spoken to: a mail
    that is marked before a crash is not sent a second time. `note_failure` is called with the id
    of a mail that cannot be written.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        write_mail: WriteMail,
        clock: Clock,
        note_failure: Callable[[int, Exception], None],
    ) -> None:
        self._unit_of_work = unit_of_work
        self._write_mail = write_mail
        self._clock = clock
        self._note_failure = note_failure

    async def execute(self, session: MailSession, mail: Mail) -> bool:
        """Whether the server has it. Raises MailPostponed where the server takes none at all."""
        outgoing = await self._write(mail)
        if outgoing is None or not await self._begin(mail):
            return False
        sending = asyncio.ensure_future(self._send(session, mail, outgoing))
        try:
            await asyncio.shield(sending)
        except asyncio.CancelledError:
            # The process stops: an answer that is near is worth a moment, as the mail would be
            # of unknown fate without it.
            await asyncio.wait({sending}, timeout=SECONDS_TO_FINISH)
            if sending.done() and not sending.cancelled() and sending.exception() is None:
                await self._settle(mail)
            sending.cancel()
            raise
        except MailPostponed:
            await self._settle(mail)
            raise
        await self._settle(mail)
        return mail.sent_at is not None

    async def _write(self, mail: Mail) -> OutgoingMail | None:
        try:
            return await self._write_mail.execute(mail)
        except Unavailable:
            raise
        except MailObsolete as reason:
            mail.give_up(str(reason))
        except Exception as error:
            # One mail with a fault in it must not hold up all others.
            self._note_failure(mail.id, error)
            mail.postpone(NOT_WRITTEN, self._clock())
        await self._settle(mail)
        return None

    async def _begin(self, mail: Mail) -> bool:
        async with self._unit_of_work() as uow:
            is_ours = await uow.mails.begin(mail, self._clock() + SENDING_FOR)
            await uow.commit()
        return is_ours

    async def _send(self, session: MailSession, mail: Mail, outgoing: OutgoingMail) -> None:
        """Hand it over, and note in `mail` what became of it."""
        try:
            await session.send(outgoing)
        except MailPostponed as refusal:
            if refusal.is_of_server:
                mail.give_back(self._clock())
                raise
            mail.postpone(str(refusal), self._clock())
        except MailRefused as refusal:
            mail.refuse(str(refusal))
        except MailOutcomeUnknown as loss:
            mail.lose(str(loss))
        else:
            mail.arrive(self._clock())

    async def _settle(self, mail: Mail) -> None:
        async with self._unit_of_work() as uow:
            await uow.mails.settle(mail)
            await uow.commit()

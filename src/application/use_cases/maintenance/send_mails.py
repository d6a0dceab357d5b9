"""Send the mails that are due."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from src.application.concurrency.make_way import MakeWay
from src.application.mailing.hand_over import HandOverMail
from src.application.ports.database import Clock, UnitOfWorkFactory
from src.application.ports.mail import MailPostponed, MailTransport
from src.domain.entities.mail import Mail

LANES = 4
BATCH = 10
LEASED_FOR = timedelta(minutes=10)
SERVER_RESTS_FOR = timedelta(seconds=30)
RUNS_FOR = timedelta(seconds=45)

ABANDONED = "The sender stopped before the mail server's answer: the mail may have arrived."


class SendMails:
    """Sends due mails over a few connections; a person gets each of them at most once.

    A job that is safe to run at any time and concurrently. Mails are leased a few at a time. One
    whose sender died before it was marked as being sent is sent by another. One whose sender died
    after that may have arrived, and becomes `unknown`, unless handing it over twice is the same
    as once. A mail server that takes nothing at all is left alone for a while, and is no failed
    try of any mail.
    """

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        transport: MailTransport,
        hand_over: HandOverMail,
        clock: Clock,
        note_outage: Callable[[str], None],
        make_way: MakeWay,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._transport = transport
        self._hand_over = hand_over
        self._clock = clock
        self._note_outage = note_outage
        self._make_way = make_way
        self._rests_until: datetime | None = None

    async def execute(self) -> int:
        """Send what is due; the number of mails that arrived at the server. Raises Unavailable."""
        if not self._transport.is_enabled:
            return 0
        await self._note_abandoned()
        now = self._clock()
        if self._rests_until is not None and now < self._rests_until:
            return 0
        results = await asyncio.gather(
            *(self._lane(now + RUNS_FOR) for _ in range(LANES)), return_exceptions=True
        )
        failures = [result for result in results if isinstance(result, BaseException)]
        if failures:
            raise failures[0]
        return sum(result for result in results if isinstance(result, int))

    async def _lane(self, until: datetime) -> int:
        """Send over one connection while there are mails, or until the time has come."""
        leased = await self._lease()
        if not leased:
            return 0
        sent = 0
        try:
            async with self._transport.session() as session:
                while leased:
                    # Its documents take far longer than a request does.
                    await self._make_way()
                    # Taken off the list first: what comes of it is stored by who hands it over.
                    sent += await self._hand_over.execute(session, leased.pop(0))
                    if not leased and self._clock() < until:
                        leased = await self._lease()
        except MailPostponed as refusal:
            self._rests_until = self._clock() + SERVER_RESTS_FOR
            self._note_outage(str(refusal))
        finally:
            await self._give_back(leased)
        return sent

    async def _lease(self) -> list[Mail]:
        now = self._clock()
        async with self._unit_of_work() as uow:
            mails = await uow.mails.lease(now, now + LEASED_FOR, limit=BATCH)
            await uow.commit()
        return mails

    async def _give_back(self, mails: list[Mail]) -> None:
        if not mails:
            return
        async with self._unit_of_work() as uow:
            for mail in mails:
                mail.give_back(self._clock())
                await uow.mails.settle(mail)
            await uow.commit()

    async def _note_abandoned(self) -> None:
        now = self._clock()
        async with self._unit_of_work() as uow:
            for mail in await uow.mails.lapsed(now, limit=BATCH * LANES):
                if self._transport.is_repeatable:
                    mail.give_back(now)
                else:
                    mail.lose(ABANDONED)
                await uow.mails.settle(mail)
            await uow.commit()

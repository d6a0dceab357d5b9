"""Plan the mails to all who come to an event that takes place elsewhere or at another time."""

from src.application.ports.database import UnitOfWorkFactory
from src.application.ports.mail_subjects import Mailings

TICKETS_PER_STEP = 1000


class PlanMailings:
    """Adds the mails of mailings, with a transaction for the holders of a thousand tickets.

    A job that is safe to run at any time and concurrently: a mailing is locked while a step of
    it is made, and a person gets one mail of it, however many tickets they hold.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, mailings: Mailings) -> None:
        self._unit_of_work = unit_of_work
        self._mailings = mailings

    async def execute(self) -> int:
        """Go on until nothing is left; the number of tickets that were looked at."""
        looked_at = 0
        while True:
            async with self._unit_of_work() as uow:
                mailing = await self._mailings.next()
                if mailing is None:
                    return looked_at
                looked_at += await self._mailings.step(mailing, limit=TICKETS_PER_STEP)
                await uow.commit()

"""Make a calendar feed."""

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.security import FeedSecrets
from src.domain.entities.user import Actor


class MakeCalendarFeed:
    """Make a secret address at which calendars read the caller's events.

    Authorization: any user, for themselves. The address is shown this once; an earlier one stops
    working.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, secrets: FeedSecrets, base: str) -> None:
        self._unit_of_work = unit_of_work
        self._secrets = secrets
        self._base = base

    async def execute(self, actor: Actor) -> str:
        secret = self._secrets.new()
        async with self._unit_of_work() as uow:
            # A deletion of the user that runs meanwhile finds this feed, or refuses it.
            await uow.users.lock(actor.id)
            await uow.calendar_feeds.replace(actor.id, self._secrets.hash(secret))
            await uow.audit.record(
                [AuditEntry("calendar_feed.made", subject="user", subject_id=actor.id, by=actor)]
            )
            await uow.commit()
        return f"{self._base}/{secret}.ics"

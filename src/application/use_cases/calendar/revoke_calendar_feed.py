"""Revoke a calendar feed."""

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class RevokeCalendarFeed:
    """Make the secret address of the caller's calendar stop working.

    Authorization: any user, for themselves. Refused with `not_found` if there is none.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor) -> None:
        async with self._unit_of_work() as uow:
            if not await uow.calendar_feeds.remove(actor.id):
                raise NotFound("calendar")
            await uow.audit.record(
                [AuditEntry("calendar_feed.revoked", subject="user", subject_id=actor.id, by=actor)]
            )
            await uow.commit()

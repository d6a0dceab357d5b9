"""Log another browser out."""

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.domain.entities.user import Actor
from src.domain.errors import NotFound


class EndSession:
    """End one of the caller's sessions: that browser is logged out at once.

    Authorization: any user, for themselves. Refused with `not_found` if it has ended already, or
    is somebody else's.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory) -> None:
        self._unit_of_work = unit_of_work

    async def execute(self, actor: Actor, session_id: int) -> None:
        async with self._unit_of_work() as uow:
            if not await uow.web_sessions.end_one(actor.id, session_id):
                raise NotFound("session")
            entry = AuditEntry("session.ended", subject="user", subject_id=actor.id, by=actor)
            await uow.audit.record([entry])
            await uow.commit()

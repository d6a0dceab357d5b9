"""Log out everywhere else."""

from src.application.ports.database import AuditEntry, Clock, UnitOfWorkFactory
from src.domain.entities.user import Actor


class EndOtherSessions:
    """End all sessions of the caller but this one: browsers, and programs that use the API.

    Authorization: any user, for themselves.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, session_id: int) -> None:
        async with self._unit_of_work() as uow:
            now = self._clock()
            # The user before the refresh tokens: the order in which all transactions lock them.
            await uow.users.end_tokens(actor.id, now)
            await uow.sessions.revoke_all_of(actor.id, now)
            await uow.web_sessions.end_others(actor.id, session_id)
            entry = AuditEntry(
                "session.others_ended", subject="user", subject_id=actor.id, by=actor
            )
            await uow.audit.record([entry])
            await uow.commit()

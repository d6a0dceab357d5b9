"""Export everything that the service knows of the caller."""

from collections.abc import AsyncIterator, Sequence

from src.application.ports.database import AuditEntry, UnitOfWorkFactory
from src.application.ports.personal_data import PersonalData
from src.domain.entities.user import Actor

ROWS_PER_READ = 500


class ExportMyData:
    """Export everything that the service knows of the caller, as one JSON object.

    Authorization: any user, for themselves. Each part is a list: profile, sessions, orders,
    bookings, tickets, payments, mails, audit entries and so on. It is read in steps while it is
    sent, so that neither a long history nor a slow reader keeps memory or a connection. With
    `newest`, only so many rows of each part are in it, the last first: for a page to read. The
    export itself is recorded in the audit log.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, personal_data: PersonalData) -> None:
        self._unit_of_work = unit_of_work
        self._personal_data = personal_data

    async def execute(self, actor: Actor, *, newest: int | None = None) -> AsyncIterator[str]:
        """Record the export, and return its text, piece by piece."""
        async with self._unit_of_work() as uow:
            await uow.users.get(actor.id)
            entry = AuditEntry("user.exported", subject="user", subject_id=actor.id, by=actor)
            await uow.audit.record([entry])
            await uow.commit()
        return self._write(actor.id, newest)

    async def _write(self, user_id: int, newest: int | None) -> AsyncIterator[str]:
        yield "{"
        for number, part in enumerate(self._personal_data.parts):
            yield f'{"," if number else ""}\n"{part}": ['
            separator = "\n"
            async for rows in self._steps(part, user_id, newest):
                yield separator + ",\n".join(rows)
                separator = ",\n"
            yield "]"
        yield "\n}\n"

    async def _steps(
        self, part: str, user_id: int, newest: int | None
    ) -> AsyncIterator[Sequence[str]]:
        if newest is not None:
            if last := await self._personal_data.newest(part, user_id, limit=newest):
                yield last
            return
        after = 0
        while rows := await self._personal_data.read(
            part, user_id, after=after, limit=ROWS_PER_READ
        ):
            yield [text for _, text in rows]
            after = rows[-1][0]
            if len(rows) < ROWS_PER_READ:
                break

"""Undo the check-in of a ticket."""

from uuid import uuid4

from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.use_cases.ticket.check_in_ticket import lock_ticket
from src.domain.entities.scan import LoggedScan, Scan, ScanKind
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden, NotFound
from src.domain.services.door import next_moment


class UndoCheckIn:
    """Undo the check-in of a ticket, which becomes valid again.

    Authorization: the event's organizer and admins. Refused with `invalid_state` if the ticket is
    not used.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, ticket_code: str) -> Ticket:
        if actor.role not in (Role.ORGANIZER, Role.ADMIN):
            raise Forbidden("Only the event's organizer can undo a check-in.")
        async with self._unit_of_work(touches=Touches(ticket_code=ticket_code)) as uow:
            event, ticket = await lock_ticket(uow, ticket_code)
            if not event.is_managed_by(actor):
                raise NotFound("ticket", ticket_code)
            before = {"status": ticket.status, "used_at": ticket.used_at, "gate": ticket.gate}
            ticket.undo_check_in()
            await uow.tickets.save(ticket)
            await self._log(uow, actor, ticket)
            entry = AuditEntry(
                "ticket.check_in_undone",
                subject="ticket",
                subject_id=ticket.id,
                event_id=event.id,
                before=before,
                after={"status": ticket.status},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return ticket

    async def _log(self, uow: UnitOfWork, actor: Actor, ticket: Ticket) -> None:
        """Take back what was scanned so far, and what scanners have yet to report of before."""
        log = (await uow.door.scans_of(ticket.event_id, [ticket.id]))[ticket.id]
        undo = Scan(
            scan_id=uuid4().hex,
            kind=ScanKind.UNDO,
            at=next_moment(log, self._clock()),
            by=actor.id,
        )
        logged = LoggedScan(ticket_id=ticket.id, issue=ticket.issue, scan=undo)
        await uow.door.add_scans(ticket.event_id, [logged])

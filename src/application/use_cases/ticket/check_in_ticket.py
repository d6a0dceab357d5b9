"""Check a ticket in."""

from dataclasses import dataclass

from src.application.access import is_event_staff
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket
from src.domain.entities.user import Actor, Role
from src.domain.errors import CodeRetired, Forbidden, InvalidState, NotFound


@dataclass(frozen=True, slots=True)
class CheckInCommand:
    """The ticket to check in; `gate` is a free-text name of the entrance."""

    ticket_code: str
    gate: str | None = None


class CheckInTicket:
    """Check a ticket in; a ticket can be used once.

    Authorization: the event's assigned scanners, its organizer and admins. Refused with
    `invalid_state` if the ticket is cancelled, already used, with the time and the gate, or was
    transferred or reissued, so that this code is no longer valid.
    """

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def execute(self, actor: Actor, command: CheckInCommand) -> Ticket:
        if actor.role is Role.CUSTOMER:
            raise Forbidden("Only the event's scanners and its organizer can check tickets in.")
        async with self._unit_of_work(touches=Touches(ticket_code=command.ticket_code)) as uow:
            try:
                event, ticket = await lock_ticket(uow, command.ticket_code)
            except CodeRetired as retired:
                await refuse_retired(uow, actor, command.ticket_code, retired)
                raise
            if not await is_event_staff(actor, event, uow.events):
                raise NotFound("ticket", command.ticket_code)
            ticket.check_in(by=actor.id, gate=command.gate, now=self._clock())
            await uow.tickets.save(ticket)
            entry = AuditEntry(
                "ticket.used",
                subject="ticket",
                subject_id=ticket.id,
                event_id=event.id,
                before={"status": "active"},
                after={"status": ticket.status, "gate": ticket.gate},
                by=actor,
            )
            await uow.audit.record([entry])
            await uow.commit()
        return ticket


async def refuse_retired(
    uow: UnitOfWork, actor: Actor, ticket_code: str, retired: CodeRetired
) -> None:
    """Raise InvalidState with why the code is dead; NotFound to staff of other events."""
    events = await uow.events.by_ids([retired.event_id])
    if not await is_event_staff(actor, events[retired.event_id], uow.events):
        raise NotFound("ticket", ticket_code)
    why = (
        f"This ticket was {retired.reason} on {retired.at:%d %B %Y at %H:%M:%S} UTC: "
        "this code admits nobody, its new one does."
    )
    raise InvalidState("ticket", retired.reason, "used", why, retired_at=retired.at)


async def lock_ticket(uow: UnitOfWork, ticket_code: str) -> tuple[Event, Ticket]:
    """Lock the ticket's event against concurrent changes; both of them.

    Raises NotFound; CodeRetired for a code that the ticket had before.
    """
    event_id = (await uow.tickets.get_by_code(ticket_code)).event_id
    event = await uow.events.lock(event_id, with_deleted=True)
    return event, await uow.tickets.get_by_code(ticket_code)

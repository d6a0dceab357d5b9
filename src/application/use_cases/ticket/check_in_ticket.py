"""Check a ticket in, or out."""

from dataclasses import dataclass
from uuid import uuid4

from src.application.access import is_event_staff
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import TicketClaims, TicketTokens
from src.domain.entities.event import Event
from src.domain.entities.gate import require_gate
from src.domain.entities.scan import ONLINE, LoggedScan, Scan, ScanKind
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.user import Actor, Role
from src.domain.errors import CodeRetired, Forbidden, InvalidState, NotFound, ValidationFailed
from src.domain.services.door import known, let_through, next_moment, refusal, replay


@dataclass(frozen=True, slots=True)
class CheckInCommand:
    """What was scanned, a ticket code or a token, where, and in which direction.

    `event_id` is the event whose door it is, if the scanner says so; with it, `ticket_id` names a
    ticket that was chosen from the list of who comes, instead of a code. A scan that has a `key`
    (the names of its device and of the scan) can be sent again: it has one effect, and the same
    answer.
    """

    code: str = ""
    gate: str | None = None
    direction: ScanKind = ScanKind.IN
    event_id: int | None = None
    ticket_id: int | None = None
    key: tuple[str, str] | None = None


class CheckInTicket:
    """Check a ticket in; a ticket can be used once.

    Where the event allows re-entry, `direction` `out` notes that its holder leaves, and lets the
    ticket in once more. Authorization: the event's assigned scanners, its organizer and admins.
    Refused with `invalid_state` and a `reason`: `cancelled`, `refunded`, `not_confirmed`,
    `replaced` (transferred or issued anew), `add_on`, `other_event`, `wrong_gate` (with the
    `gates` that let it in); `already_used` or `already_inside`, with the time and the gate;
    `not_inside` or `no_reentry` on the way out. A forged or altered token is refused with
    `validation_failed`.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, ticket_tokens: TicketTokens, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = ticket_tokens
        self._clock = clock

    async def execute(self, actor: Actor, command: CheckInCommand) -> Ticket:
        if actor.role is Role.CUSTOMER:
            raise Forbidden("Only the event's scanners and its organizer can check tickets in.")
        is_token = self._tokens.is_token(command.code)
        claims = await self._tokens.read(command.code) if is_token else None
        async with self._unit_of_work(touches=_touches(command, claims)) as uow:
            try:
                event, ticket = await _lock(uow, command, claims)
            except CodeRetired as retired:
                await refuse_retired(uow, actor, command.code, retired)
                raise
            await _require_staff(uow, actor, event, command, claims)
            ticket.require_admissible(
                issue=claims.issue if claims else None,
                is_refunded=await _is_refunded(uow, ticket),
            )
            if ticket.status is TicketStatus.ACTIVE:
                event.require_not_cancelled("ticket", TicketStatus.USED.value)
            if not await _is_repeated(uow, event, ticket, command):
                await self._let_through(uow, actor, event, ticket, command)
                await uow.commit()
        return ticket

    async def _let_through(
        self, uow: UnitOfWork, actor: Actor, event: Event, ticket: Ticket, command: CheckInCommand
    ) -> None:
        log = (await uow.door.scans_of(event.id, [ticket.id]))[ticket.id]
        scanner_id, scan_id = command.key or (ONLINE, uuid4().hex)
        scan = Scan(
            scanner_id=scanner_id,
            scan_id=scan_id,
            kind=command.direction,
            at=next_moment(log, self._clock()),
            gate=command.gate,
            by=actor.id,
        )
        before = ticket.status
        let_through(ticket, log, scan, allows_reentry=event.allows_reentry)
        is_leaving = scan.kind is ScanKind.OUT
        gates = await uow.door.gates(event.id)
        require_gate(gates, command.gate, ticket.ticket_type_id, is_leaving=is_leaving)
        await uow.tickets.save(ticket)
        logged = LoggedScan(ticket_id=ticket.id, issue=ticket.issue, scan=scan)
        await uow.door.add_scans(event.id, [logged])
        entry = AuditEntry(
            "ticket.exited" if is_leaving else "ticket.used",
            subject="ticket",
            subject_id=ticket.id,
            event_id=event.id,
            before={"status": before},
            after={"status": ticket.status, "gate": scan.gate},
            by=actor,
        )
        await uow.audit.record([entry])


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
    raise InvalidState(
        "ticket", retired.reason, "used", why, reason="replaced", retired_at=retired.at
    )


async def lock_ticket(uow: UnitOfWork, ticket_code: str) -> tuple[Event, Ticket]:
    """Lock the ticket's event against concurrent changes; both of them.

    Raises NotFound; CodeRetired for a code that the ticket had before.
    """
    event_id = (await uow.tickets.get_by_code(ticket_code)).event_id
    event = await uow.events.lock(event_id, with_deleted=True)
    return event, await uow.tickets.get_by_code(ticket_code)


def _touches(command: CheckInCommand, claims: TicketClaims | None) -> Touches:
    if claims is not None:
        return Touches(event_ids=[claims.event_id])
    if command.ticket_id is not None and command.event_id is not None:
        return Touches(event_ids=[command.event_id])
    return Touches(ticket_code=command.code)


async def _is_repeated(
    uow: UnitOfWork, event: Event, ticket: Ticket, command: CheckInCommand
) -> bool:
    """Whether this very scan was sent before. Raises InvalidState if it was a conflict."""
    if command.key is None:
        return False
    scanner_id, scan_id = command.key
    sent = (await uow.door.find_scans(event.id, scanner_id, [scan_id])).get(scan_id)
    if sent is None:
        return False
    if (sent.ticket_id, sent.scan.kind) != (ticket.id, command.direction):
        raise ValidationFailed("body.key", "This scan was sent before, for another ticket.")
    log = (await uow.door.scans_of(event.id, [ticket.id]))[ticket.id]
    passage = replay(known(ticket, log), allows_reentry=event.allows_reentry)
    decision = passage.decisions.get(command.key)
    if decision is not None and not decision.counts:
        raise refusal(ticket, decision)
    return True


async def _lock(
    uow: UnitOfWork, command: CheckInCommand, claims: TicketClaims | None
) -> tuple[Event, Ticket]:
    if claims is not None:
        return await _lock_by_id(uow, claims.event_id, claims.ticket_id)
    if command.ticket_id is not None and command.event_id is not None:
        return await _lock_by_id(uow, command.event_id, command.ticket_id)
    return await lock_ticket(uow, command.code)


async def _lock_by_id(uow: UnitOfWork, event_id: int, ticket_id: int) -> tuple[Event, Ticket]:
    event = await uow.events.lock(event_id, with_deleted=True)
    tickets = await uow.tickets.of_event(event.id, ticket_ids=[ticket_id])
    if not tickets:
        raise NotFound("ticket", ticket_id)
    return event, tickets[0]


async def _is_refunded(uow: UnitOfWork, ticket: Ticket) -> bool:
    if ticket.status is not TicketStatus.CANCELLED:
        return False
    return bool(await uow.door.refunded(ticket.event_id, [ticket.id]))


async def _require_staff(
    uow: UnitOfWork,
    actor: Actor,
    event: Event,
    command: CheckInCommand,
    claims: TicketClaims | None,
) -> None:
    is_staff = await is_event_staff(actor, event, uow.events)
    is_elsewhere = command.event_id not in (None, event.id)
    # A token itself says for which event it is; whether a code exists is for its event's staff.
    if is_elsewhere and (is_staff or claims is not None):
        name = f": {event.title}" if is_staff else ""
        why = f"This ticket is for another event{name}."
        raise InvalidState("ticket", "active", "used", why, reason="other_event")
    if not is_staff:
        raise NotFound("ticket", claims.ticket_id if claims else command.code or command.ticket_id)

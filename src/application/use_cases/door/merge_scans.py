"""Merge what a scanner has scanned without a network."""

from collections.abc import Mapping, Sequence

from src.application.access import is_event_staff
from src.application.dtos.door import ScanOutcome, ScanReport, ScanResult
from src.application.ports.database import AuditEntry, Clock, Touches, UnitOfWork, UnitOfWorkFactory
from src.application.ports.security import TicketTokens
from src.application.use_cases.door.scan_batch import Claims, ScanBatch
from src.domain.entities.event import Event
from src.domain.entities.gate import Gate, open_to, wrong_gate
from src.domain.entities.scan import LoggedScan, ScanKind
from src.domain.entities.ticket import DEAD, Ticket, TicketStatus
from src.domain.entities.user import Actor
from src.domain.errors import Forbidden
from src.domain.services.door import Passage, Verdict, explanation, follow, known, replay

MAX_SCANS = 1000
RESULTS = {Verdict.ADMITTED: ScanResult.ADMITTED, Verdict.EXITED: ScanResult.EXITED}
UNDONE = "This was undone later by the event's organizer."


class MergeScans:
    """Merge what a scanner has scanned without a network, up to 1,000 scans at a time.

    Authorization: the event's assigned scanners, its organizer and admins. Each scan is answered
    by itself, in the order of the request. The earliest scan of a ticket wins, by the time it was
    made at and whichever batch comes first: a later one is a `conflict`, with the scan that it
    contradicts. So is a scan of a ticket that admits nobody (`cancelled`, `refunded`, `replaced`,
    `not_confirmed`), which stays as it is. What is no ticket of the event, or has an impossible
    time, is `rejected` and not kept. A scan sent twice, with the same `scan_id`, is merged once,
    and is answered as it stands by now.
    """

    def __init__(
        self, unit_of_work: UnitOfWorkFactory, ticket_tokens: TicketTokens, clock: Clock
    ) -> None:
        self._unit_of_work = unit_of_work
        self._tokens = ticket_tokens
        self._clock = clock

    async def execute(self, actor: Actor, report: ScanReport) -> list[ScanOutcome]:
        codes = {scan.code for scan in report.scans if scan.code}
        claims = await self._tokens.read_all(set(filter(self._tokens.is_token, codes)))
        async with self._unit_of_work(touches=Touches(event_ids=[report.event_id])) as uow:
            event = await uow.events.lock(report.event_id)
            event.require_visible_to(actor)
            if not await is_event_staff(actor, event, uow.events):
                raise Forbidden("Only the event's scanners and its organizer can check tickets in.")
            batch = await self._load(uow, actor, event, report, claims)
            taken = [batch.take(reported) for reported in report.scans]
            passages = await _merge(uow, actor, batch, taken)
            gates = await uow.door.gates(event.id)
            await uow.commit()
        answer = _Answer(passages, {ticket.id: ticket for ticket in batch.tickets}, gates)
        return [scan if isinstance(scan, ScanOutcome) else answer.to(scan) for scan in taken]

    async def _load(
        self, uow: UnitOfWork, actor: Actor, event: Event, report: ScanReport, claims: Claims
    ) -> ScanBatch:
        scan_ids = [scan.scan_id for scan in report.scans]
        stored = await uow.door.find_scans(event.id, report.scanner_id, scan_ids)
        ticket_ids = {scan.ticket_id for scan in report.scans if scan.ticket_id is not None}
        ticket_ids |= {claim.ticket_id for claim in claims.values() if claim is not None}
        ticket_ids |= {logged.ticket_id for logged in stored.values()}
        codes = {scan.code for scan in report.scans if scan.code and scan.code not in claims}
        retired = await uow.tickets.retired_codes(event.id, codes) if codes else {}
        ticket_ids |= {ticket_id for ticket_id, _ in retired.values()}
        tickets = await uow.tickets.of_event(event.id, codes=codes, ticket_ids=ticket_ids)
        dead = [ticket.id for ticket in tickets if ticket.status is TicketStatus.CANCELLED]
        return ScanBatch(
            report=report,
            claims=claims,
            event=event,
            by=actor.id,
            now=self._clock(),
            tickets=tickets,
            refunded=await uow.door.refunded(event.id, dead) if dead else frozenset(),
            stored=stored,
            retired=retired,
        )


async def _merge(
    uow: UnitOfWork, actor: Actor, batch: ScanBatch, taken: Sequence[LoggedScan | ScanOutcome]
) -> Mapping[int, Passage]:
    """Store the new scans and what they make of their tickets, each by the ticket's id."""
    event = batch.event
    ids = {scan.ticket_id for scan in taken if isinstance(scan, LoggedScan)}
    new = list(batch.new.values())
    logs = await uow.door.scans_of(event.id, ids)
    passages, changed, entries = {}, [], []
    for ticket in batch.tickets:
        if ticket.id not in ids:
            continue
        own = [scan for scan in new if scan.ticket_id == ticket.id and scan.refusal is None]
        scans = [*known(ticket, logs[ticket.id]), *(logged.scan for logged in own)]
        passage = passages[ticket.id] = replay(scans, allows_reentry=event.allows_reentry)
        if own:
            before = {"status": ticket.status}
            follow(ticket, passage)
            changed.append(ticket)
            entries += _entries(actor, ticket, passage, own, before)
    if new:
        await uow.door.add_scans(event.id, new)
        await uow.tickets.save_passages(event.id, changed)
        await uow.audit.record(entries)
    return passages


def _entries(
    actor: Actor,
    ticket: Ticket,
    passage: Passage,
    scans: Sequence[LoggedScan],
    before: Mapping[str, object],
) -> list[AuditEntry]:
    return [
        AuditEntry(
            "ticket.exited" if logged.scan.kind is ScanKind.OUT else "ticket.used",
            subject="ticket",
            subject_id=ticket.id,
            event_id=ticket.event_id,
            before=before,
            after={
                "status": ticket.status,
                "gate": logged.scan.gate,
                "at": logged.scan.at,
                "scanner_id": logged.scan.scanner_id,
            },
            by=actor,
        )
        for logged in scans
        if passage.decisions[logged.scan.key].counts
    ]


class _Answer:
    """Says what became of scans once all are merged."""

    def __init__(
        self, passages: Mapping[int, Passage], tickets: Mapping[int, Ticket], gates: Sequence[Gate]
    ) -> None:
        self._passages = passages
        self._tickets = tickets
        self._gates = gates

    def to(self, logged: LoggedScan) -> ScanOutcome:
        scan_id, ticket_id = logged.scan.scan_id, logged.ticket_id
        if logged.refusal is not None:
            return ScanOutcome(
                scan_id=scan_id,
                result=ScanResult.CONFLICT,
                ticket_id=ticket_id,
                reason=logged.refusal,
                detail=DEAD[logged.refusal],
            )
        decision = self._passages[ticket_id].decisions[logged.scan.key]
        if not decision.counts:
            return ScanOutcome(
                scan_id=scan_id,
                result=ScanResult.CONFLICT,
                ticket_id=ticket_id,
                reason=decision.verdict.value,
                detail=explanation(decision),
                against=decision.against,
            )
        reason, detail = self._note(logged)
        if decision.undone_by is not None:
            reason, detail = "undone", UNDONE
        return ScanOutcome(
            scan_id=scan_id,
            result=RESULTS[decision.verdict],
            ticket_id=ticket_id,
            reason=reason,
            detail=detail,
            against=decision.undone_by,
        )

    def _note(self, logged: LoggedScan) -> tuple[str | None, str | None]:
        """A ticket that came in where it should not have is inside all the same."""
        type_id, gate = self._tickets[logged.ticket_id].ticket_type_id, logged.scan.gate
        is_right = gate is None or gate.casefold() in {
            name.casefold() for name in open_to(self._gates, type_id)
        }
        if not self._gates or is_right or logged.scan.kind is ScanKind.OUT:
            return None, None
        return "wrong_gate", wrong_gate(self._gates, str(gate), type_id)

"""Finding out which tickets a batch of scans is of, and which of the scans are new."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from src.application.dtos.door import ReportedScan, ScanOutcome, ScanReport, ScanResult
from src.application.ports.security import TicketClaims
from src.domain.entities.event import Event
from src.domain.entities.scan import LoggedScan, Scan
from src.domain.entities.ticket import Ticket
from src.domain.errors import InvalidState
from src.domain.services.door import impossible
from src.domain.shared.times import in_zone

REJECTIONS = {
    "not_a_ticket": "This is no ticket of ours: it is forged, altered or unknown.",
    "other_event": "This ticket is for another event.",
    "scan_id_reused": "This scanner has sent another scan with this id.",
    "time_in_future": "This scan is dated in the future: set the scanner's clock, and send it "
    "again with the right time.",
    "time_too_early": "This scan is dated more than a week before the event: set the scanner's "
    "clock, and send it again with the right time.",
}

Claims = Mapping[str, TicketClaims | None]
"""What the tokens of a batch say, by token; None for one that is not ours."""


@dataclass(slots=True)
class ScanBatch:
    """A batch under the event's lock. `refunded` are ids of tickets whose booking was refunded.

    `retired` names the ticket and the issue of each code that a ticket had before.
    """

    report: ScanReport
    claims: Claims
    event: Event
    by: int
    now: datetime
    tickets: Sequence[Ticket]
    refunded: frozenset[int]
    stored: Mapping[str, LoggedScan]
    retired: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    new: dict[str, LoggedScan] = field(default_factory=dict)
    _by_code: dict[str | None, Ticket] = field(init=False)
    _by_id: dict[int, Ticket] = field(init=False)

    def __post_init__(self) -> None:
        self._by_code = {ticket.ticket_code: ticket for ticket in self.tickets}
        self._by_id = {ticket.id: ticket for ticket in self.tickets}

    def take(self, reported: ReportedScan) -> LoggedScan | ScanOutcome:
        """Return the scan as it is kept, noted in `new` if it is; an outcome if it is rejected."""
        seen = self.stored.get(reported.scan_id) or self.new.get(reported.scan_id)
        claims = self.claims.get(reported.code) if reported.code else None
        ticket = self._find(reported, claims)
        if ticket is None:
            return self._unknown(reported, claims)
        logged = self._log(reported, ticket, claims)
        if seen is not None:
            is_same = logged.is_same_as(seen)
            return seen if is_same else _rejected(reported, "scan_id_reused", ticket.id)
        if reason := impossible(logged.scan.at, self.event, self.now):
            return _rejected(reported, reason, ticket.id)
        self.new[reported.scan_id] = logged
        return logged

    def _find(self, reported: ReportedScan, claims: TicketClaims | None) -> Ticket | None:
        if reported.ticket_id is not None:
            return self._by_id.get(reported.ticket_id)
        if reported.code in self.claims:
            is_ours = claims is not None and claims.event_id == self.event.id
            return self._by_id.get(claims.ticket_id) if claims is not None and is_ours else None
        if reported.code and reported.code in self.retired:
            return self._by_id.get(self.retired[reported.code][0])
        return self._by_code.get(reported.code)

    def _unknown(self, reported: ReportedScan, claims: TicketClaims | None) -> ScanOutcome:
        is_elsewhere = claims is not None and claims.event_id != self.event.id
        return _rejected(reported, "other_event" if is_elsewhere else "not_a_ticket")

    def _log(
        self, reported: ReportedScan, ticket: Ticket, claims: TicketClaims | None
    ) -> LoggedScan:
        scan = Scan(
            scanner_id=self.report.scanner_id,
            scan_id=reported.scan_id,
            kind=reported.direction,
            at=self._time(reported),
            gate=reported.gate,
            by=self.by,
        )
        issue = claims.issue if claims else self._issue(reported, ticket)
        refusal = self._refusal(ticket, issue)
        return LoggedScan(ticket_id=ticket.id, issue=issue, scan=scan, refusal=refusal)

    def _issue(self, reported: ReportedScan, ticket: Ticket) -> int:
        """A code dies with its issue."""
        if reported.code and reported.code in self.retired:
            return self.retired[reported.code][1]
        return ticket.issue

    def _refusal(self, ticket: Ticket, issue: int) -> str | None:
        try:
            ticket.require_admissible(issue=issue, is_refunded=ticket.id in self.refunded)
        except InvalidState as refusal:
            return str(refusal.facts["reason"])
        return None

    def _time(self, reported: ReportedScan) -> datetime:
        return in_zone(reported.at, self.event.timezone)


def _rejected(reported: ReportedScan, reason: str, ticket_id: int | None = None) -> ScanOutcome:
    return ScanOutcome(
        scan_id=reported.scan_id,
        result=ScanResult.REJECTED,
        ticket_id=ticket_id,
        reason=reason,
        detail=REJECTIONS[reason],
    )

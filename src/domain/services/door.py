"""What the scans of a ticket make of it: a function of the set of its scans alone.

Scanners without a network deliver their scans late and in any order. So nothing is decided by
what arrived first: all scans of the ticket are put in the order of their times, and the earliest
wins. The same scans give the same result, in whichever batches they are merged.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from src.domain.entities.event import Event
from src.domain.entities.scan import Scan, ScanKind
from src.domain.entities.ticket import Ticket
from src.domain.errors import InvalidState

MOMENT = timedelta(microseconds=1)

CLOCK_TOLERANCE = timedelta(minutes=5)
"""By how much the clock of a scanner may be ahead."""

DOORS_AT_MOST = timedelta(days=7)
"""How long before its start an event may check tickets in without a network."""


class Verdict(StrEnum):
    """What a scan did: the first three count, the others contradict an earlier scan."""

    ADMITTED = "admitted"
    EXITED = "exited"
    UNDONE = "undone"
    ALREADY_USED = "already_used"
    ALREADY_INSIDE = "already_inside"
    NOT_INSIDE = "not_inside"
    NO_REENTRY = "no_reentry"


COUNTS = frozenset({Verdict.ADMITTED, Verdict.EXITED, Verdict.UNDONE})


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict on a scan; `against` is the scan it contradicts, if there is one.

    `undone_by` is set when the organizer has since undone what the scan did.
    """

    verdict: Verdict
    against: Scan | None = None
    undone_by: Scan | None = None

    @property
    def counts(self) -> bool:
        """Whether the scan changed something."""
        return self.verdict in COUNTS


@dataclass(slots=True)
class Passage:
    """Where a ticket has been: since the last undo, its first and its last scan that counted.

    `entered` is the last scan that let it in; `is_inside` whether nobody has left with it since.
    """

    first: Scan | None = None
    entered: Scan | None = None
    last: Scan | None = None
    is_inside: bool = False
    decisions: dict[tuple[str, str], Decision] = field(default_factory=dict)


def replay(scans: Iterable[Scan], *, allows_reentry: bool) -> Passage:
    """Return what these scans of one ticket amount to; their order does not matter."""
    passage = Passage()
    for scan in sorted(scans, key=lambda scan: scan.order):
        passage.decisions[scan.key] = decision = _decide(passage, scan, allows_reentry)
        if decision.counts:
            _follow(passage, scan)
    return passage


def next_moment(scans: Sequence[Scan], now: datetime) -> datetime:
    """Return the time of a scan made now: after all others, though a scanner's clock be ahead."""
    latest = max((scan.at for scan in scans), default=None)
    return now if latest is None or latest < now else latest + MOMENT


def known(ticket: Ticket, log: Sequence[Scan]) -> list[Scan]:
    """Return the log of the ticket, with a check-in that only the ticket itself knows of.

    While the service is upgraded, an older process may check tickets in without a log.
    """
    if ticket.used_at is None or any(scan.kind is ScanKind.IN for scan in log):
        return list(log)
    own = Scan(scan_id="", at=ticket.used_at, gate=ticket.gate, by=ticket.used_by or 0)
    return [own, *log]


def impossible(at: datetime, event: Event, now: datetime) -> str | None:
    """Return why no scanner with a right clock scanned a ticket then: a code, or None."""
    if at > now + CLOCK_TOLERANCE:
        return "time_in_future"
    return "time_too_early" if at < event.date_time - DOORS_AT_MOST else None


def let_through(
    ticket: Ticket, log: Sequence[Scan], scan: Scan, *, allows_reentry: bool
) -> Passage:
    """Let the newest scan change the ticket. Raises InvalidState if it contradicts the others."""
    passage = replay([*known(ticket, log), scan], allows_reentry=allows_reentry)
    decision = passage.decisions[scan.key]
    if not decision.counts:
        raise refusal(ticket, decision)
    follow(ticket, passage)
    return passage


def follow(ticket: Ticket, passage: Passage) -> None:
    """Bring the ticket, which is active or used, to where its scans say it is."""
    # Only an undo makes a ticket unused, and no scan that is found later makes it so.
    first = passage.first
    if first is not None:
        ticket.use(by=first.by, gate=first.gate, at=first.at, is_inside=passage.is_inside)


def refusal(ticket: Ticket, decision: Decision) -> InvalidState:
    """Return the refusal of a scan that does not count."""
    earlier = decision.against
    facts = {"reason": decision.verdict.value}
    wanted = "exited" if decision.verdict in (Verdict.NOT_INSIDE, Verdict.NO_REENTRY) else "used"
    why = explanation(decision)
    if earlier is None:
        return InvalidState("ticket", ticket.status.value, wanted, why, **facts)
    return InvalidState(
        "ticket", ticket.status.value, wanted, why, used_at=earlier.at, gate=earlier.gate, **facts
    )


def explanation(decision: Decision) -> str:
    """Return a sentence that a doorman reads, for a scan that does not count."""
    if decision.verdict is Verdict.NOT_INSIDE and decision.against is None:
        return "This ticket is not inside: nobody has come in with it."
    return SENTENCES[decision.verdict].format(_when_and_where(decision.against))


SENTENCES: Mapping[Verdict, str] = {
    Verdict.ALREADY_USED: "This ticket was used{}.",
    Verdict.ALREADY_INSIDE: "This ticket was used{}, and nobody has left with it since.",
    Verdict.NOT_INSIDE: "This ticket is not inside: it was last seen leaving{}.",
    Verdict.NO_REENTRY: "This ticket cannot be scanned out: the event allows no re-entry.",
}


def _when_and_where(scan: Scan | None) -> str:
    if scan is None:
        return ""
    where = f" at {scan.gate}" if scan.gate else ""
    return f" on {scan.at:%d %B %Y at %H:%M:%S} UTC{where}"


def _decide(passage: Passage, scan: Scan, allows_reentry: bool) -> Decision:
    if scan.kind is ScanKind.UNDO:
        return Decision(Verdict.UNDONE)
    if scan.kind is ScanKind.OUT:
        if not allows_reentry:
            return Decision(Verdict.NO_REENTRY)
        return Decision(Verdict.EXITED) if passage.is_inside else _not_inside(passage)
    if passage.first is None or (allows_reentry and not passage.is_inside):
        return Decision(Verdict.ADMITTED)
    verdict = Verdict.ALREADY_INSIDE if allows_reentry else Verdict.ALREADY_USED
    return Decision(verdict, passage.entered)


def _not_inside(passage: Passage) -> Decision:
    return Decision(Verdict.NOT_INSIDE, passage.last)


def _follow(passage: Passage, scan: Scan) -> None:
    match scan.kind:
        case ScanKind.IN:
            passage.first = passage.first or scan
            passage.entered = passage.last = scan
            passage.is_inside = True
        case ScanKind.OUT:
            passage.last = scan
            passage.is_inside = False
        case ScanKind.UNDO:
            for key, decision in passage.decisions.items():
                if decision.counts and key != scan.key and decision.undone_by is None:
                    passage.decisions[key] = replace(decision, undone_by=scan)
            passage.first = passage.entered = passage.last = None
            passage.is_inside = False

"""What scanners without a network get, what they send, and who comes to an event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from src.domain.entities.event import Event
from src.domain.entities.gate import Gate
from src.domain.entities.scan import Scan, ScanKind
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.ticket_type import TicketType


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedScan:
    """A scan as its scanner reports it: of a code or token, or of a ticket chosen from the list.

    A time without an offset is in the event's time zone.
    """

    scan_id: str
    code: str | None = None
    ticket_id: int | None = None
    at: datetime
    direction: ScanKind = ScanKind.IN
    gate: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReport:
    """What one scanner has scanned at one event."""

    event_id: int
    scanner_id: str
    scans: Sequence[ReportedScan]


class ScanResult(StrEnum):
    """What became of a scan: the first two count; a conflict is kept, a rejected scan is not."""

    ADMITTED = "admitted"
    EXITED = "exited"
    CONFLICT = "conflict"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanOutcome:
    """The answer to a scan; `against` is the earlier scan that a conflict contradicts."""

    scan_id: str
    result: ScanResult
    ticket_id: int | None = None
    reason: str | None = None
    detail: str | None = None
    against: Scan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorList:
    """What a scanner without a network needs.

    `entries` is a JSON array of the tickets, of those that changed unless the list `is_full`;
    `keys` are the public keys that verify tokens, by their id.
    """

    version: str
    is_full: bool
    event: Event
    ticket_types: Sequence[TicketType]
    gates: Sequence[Gate]
    keys: Mapping[int, bytes]
    entries: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeSearch:
    """Whom to find: `q` is part of a name, or of an e-mail address if `by_email`, or a reference.

    Without a `status`, tickets that are active or used are found. With `knows_everybody`, as
    administrators do, holders are found and shown who were given a ticket without having asked
    for it; to others they are nameless.
    """

    event_id: int
    q: str | None = None
    by_email: bool = True
    knows_everybody: bool = False
    status: TicketStatus | None = None
    ticket_type_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A ticket of an event with its holder; `code_ending` is what of its code is printed.

    With `is_complimentary` it was given away; `is_disputed` while the buyer's bank asks for
    the money of its order, which keeps nobody out. The name of somebody who did nothing to get it
    is that of the order's contact, or `Customer 7`.
    """

    ticket_id: int
    ticket_code: str
    name: str
    email: str | None
    booking_reference: str | None
    ticket_type_id: int
    ticket_type: str
    seat: str | None
    status: TicketStatus
    used_at: datetime | None
    gate: str | None
    is_inside: bool
    is_complimentary: bool = False
    is_disputed: bool = False

    @property
    def code_ending(self) -> str:
        """The last characters of the code: enough to find a ticket, too few to get in."""
        return self.ticket_code[-4:]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorCount:
    """How many tickets admit somebody, how many of them were used, how many are inside."""

    expected: int
    used: int
    inside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorOverview:
    """An event with its door: who works there sees its gates and how many are in."""

    event: Event
    gates: Sequence[Gate]
    count: DoorCount


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorChoice:
    """The events whose door somebody works at: `near` are those of today, `later` the others."""

    near: Sequence[Event]
    later: Sequence[Event]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketScan:
    """What became of one ticket that was shown at the door.

    `reason` is None if it was let in, or out; otherwise `detail` says why it was not, with the
    time and the gate of an earlier scan, or the gates that let it in. `attendee` is whose ticket
    it is, where it is one of this event.
    """

    reason: str | None = None
    detail: str | None = None
    attendee: Attendee | None = None
    used_at: datetime | None = None
    gate: str | None = None
    gates: Sequence[str] = ()

    @property
    def is_let_through(self) -> bool:
        return self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendeeList:
    """Who comes to an event, by name, as of a time."""

    event: Event
    attendees: Sequence[Attendee]
    printed_at: datetime

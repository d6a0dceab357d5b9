"""What scanners without a network send, and what they are told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from src.domain.entities.scan import Scan, ScanKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedScan:
    """A scan as its scanner reports it: of a code or token, or of a ticket picked from the list.

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

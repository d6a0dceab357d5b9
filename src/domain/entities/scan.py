"""A scan of a ticket at the door."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

ONLINE = ""
"""The `scanner_id` of a scan that the service itself decided."""


class ScanKind(StrEnum):
    """Someone comes in, goes out, or the organizer undoes all that was scanned before."""

    IN = "in"
    OUT = "out"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A scan of a ticket; `by` is the user who made it, `scanner_id` names the device."""

    scanner_id: str = ONLINE
    scan_id: str
    kind: ScanKind = ScanKind.IN
    at: datetime
    gate: str | None = None
    by: int

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the scan."""
        return self.scanner_id, self.scan_id

    @property
    def order(self) -> tuple[datetime, str, str]:
        """Its place among the scans of a ticket, the same wherever and whenever it arrives."""
        return self.at, self.scanner_id, self.scan_id


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedScan:
    """A scan in the log of an event, with the ticket and its issue.

    `refusal` says why it does not count: the ticket was dead when the scan arrived.
    """

    ticket_id: int
    issue: int
    scan: Scan
    refusal: str | None = None

    def is_same_as(self, other: "LoggedScan") -> bool:
        """Whether both are the same scan, sent twice."""
        own, others = self.scan, other.scan
        is_same_time = (own.at, own.kind, own.gate) == (others.at, others.kind, others.gate)
        return self.ticket_id == other.ticket_id and is_same_time

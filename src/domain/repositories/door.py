"""The repository of the door: an event's gates, and the log of what was scanned at them."""

from collections.abc import Collection, Sequence
from typing import Protocol

from src.domain.entities.gate import Gate
from src.domain.entities.scan import LoggedScan, Scan


class DoorRepository(Protocol):
    """Gates, and scans, from which the state of used tickets follows."""

    async def gates(self, event_id: int) -> list[Gate]:
        """Return the gates in the organizer's order."""

    async def replace_gates(self, event_id: int, gates: Sequence[Gate]) -> None: ...

    async def scans_of(self, event_id: int, ticket_ids: Collection[int]) -> dict[int, list[Scan]]:
        """Return the scans that count, by ticket; every ticket is a key."""

    async def find_scans(
        self, event_id: int, scanner_id: str, scan_ids: Collection[str]
    ) -> dict[str, LoggedScan]:
        """Return what this scanner has sent before, by scan id."""

    async def add_scans(self, event_id: int, scans: Sequence[LoggedScan]) -> None:
        """Store them; their keys are new."""

    async def refunded(self, event_id: int, ticket_ids: Collection[int]) -> frozenset[int]:
        """Return those of these cancelled tickets whose booking was refunded."""

"""The door in memory: a second implementation of its port."""

from collections.abc import Collection, Sequence

from src.domain.entities.booking import BookingStatus
from src.domain.entities.gate import Gate
from src.domain.entities.scan import LoggedScan, Scan
from tests.support.fakes.store import Store


class FakeDoorRepository:
    """Implements `DoorRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def gates(self, event_id: int) -> list[Gate]:
        return list(self._store.gates.get(event_id, ()))

    async def replace_gates(self, event_id: int, gates: Sequence[Gate]) -> None:
        self._store.gates[event_id] = list(gates)

    async def scans_of(self, event_id: int, ticket_ids: Collection[int]) -> dict[int, list[Scan]]:
        scans: dict[int, list[Scan]] = {ticket_id: [] for ticket_id in ticket_ids}
        for scanned_at, logged in self._store.scans:
            if scanned_at == event_id and logged.ticket_id in scans and logged.refusal is None:
                scans[logged.ticket_id].append(logged.scan)
        return scans

    async def find_scans(
        self, event_id: int, scanner_id: str, scan_ids: Collection[str]
    ) -> dict[str, LoggedScan]:
        return {
            logged.scan.scan_id: logged
            for scanned_at, logged in self._store.scans
            if scanned_at == event_id
            and logged.scan.scanner_id == scanner_id
            and logged.scan.scan_id in scan_ids
        }

    async def add_scans(self, event_id: int, scans: Sequence[LoggedScan]) -> None:
        self._store.scans += [(event_id, logged) for logged in scans]

    async def refunded(self, event_id: int, ticket_ids: Collection[int]) -> frozenset[int]:
        return frozenset(
            ticket.id
            for ticket in self._store.tickets(event_id)
            if ticket.id in ticket_ids
            and (
                ticket.refunded_amount
                or (
                    not ticket.is_given_back
                    and self._store.bookings[ticket.booking_id].status is BookingStatus.REFUNDED
                )
            )
        )

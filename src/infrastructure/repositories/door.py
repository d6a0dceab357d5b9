"""Gates and scans in PostgreSQL."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from src.domain.entities.gate import Gate
from src.domain.entities.scan import LoggedScan, Scan, ScanKind
from src.infrastructure.database.models import GateModel
from src.infrastructure.database.orm import current_connection

SCANS_OF = """
SELECT ticket_id, issue, scanner_id, scan_id, kind, at, gate, user_id, refusal FROM check_ins
WHERE event_id = $1 AND ticket_id = ANY($2) AND refusal IS NULL
"""

FIND = """
SELECT ticket_id, issue, scanner_id, scan_id, kind, at, gate, user_id, refusal FROM check_ins
WHERE event_id = $1 AND scanner_id = $2 AND scan_id = ANY($3)
"""

ADD = """
INSERT INTO check_ins (event_id, ticket_id, issue, scanner_id, scan_id, kind, at, gate, user_id,
    refusal)
SELECT $1, * FROM unnest($2::bigint[], $3::integer[], $4::text[], $5::text[], $6::text[],
    $7::timestamptz[], $8::text[], $9::bigint[], $10::text[])
RETURNING id
"""

REFUNDED = """
SELECT tickets.id FROM tickets
JOIN bookings ON bookings.event_id = $1 AND bookings.id = tickets.booking_id
WHERE tickets.event_id = $1 AND tickets.id = ANY($2)
    AND (bookings.status = 'refunded' AND tickets.refunded_amount IS NULL
        OR tickets.refunded_amount > 0)
"""


class PostgresDoorRepository:
    """Implements `DoorRepository`."""

    async def gates(self, event_id: int) -> list[Gate]:
        rows = await GateModel.filter(event_id=event_id).order_by("position")
        return [Gate(name=row.name, ticket_type_ids=tuple(row.ticket_type_ids)) for row in rows]

    async def replace_gates(self, event_id: int, gates: Sequence[Gate]) -> None:
        await GateModel.filter(event_id=event_id).delete()
        await GateModel.bulk_create(
            [
                GateModel(
                    event_id=event_id,
                    position=position,
                    name=gate.name,
                    ticket_type_ids=list(gate.ticket_type_ids),
                )
                for position, gate in enumerate(gates)
            ]
        )

    async def scans_of(self, event_id: int, ticket_ids: Collection[int]) -> dict[int, list[Scan]]:
        scans: dict[int, list[Scan]] = {ticket_id: [] for ticket_id in ticket_ids}
        rows = await current_connection().execute_query_dict(SCANS_OF, [event_id, list(scans)])
        for row in rows:
            scans[row["ticket_id"]].append(_scan(row))
        return scans

    async def find_scans(
        self, event_id: int, scanner_id: str, scan_ids: Collection[str]
    ) -> dict[str, LoggedScan]:
        values = [event_id, scanner_id, list(scan_ids)]
        rows = await current_connection().execute_query_dict(FIND, values)
        return {
            row["scan_id"]: LoggedScan(
                ticket_id=row["ticket_id"],
                issue=row["issue"],
                scan=_scan(row),
                refusal=row["refusal"],
            )
            for row in rows
        }

    async def add_scans(self, event_id: int, scans: Sequence[LoggedScan]) -> None:
        await current_connection().execute_query_dict(
            ADD,
            [
                event_id,
                [logged.ticket_id for logged in scans],
                [logged.issue for logged in scans],
                [logged.scan.scanner_id for logged in scans],
                [logged.scan.scan_id for logged in scans],
                [logged.scan.kind for logged in scans],
                [logged.scan.at for logged in scans],
                [logged.scan.gate for logged in scans],
                [logged.scan.by for logged in scans],
                [logged.refusal for logged in scans],
            ],
        )

    async def refunded(self, event_id: int, ticket_ids: Collection[int]) -> frozenset[int]:
        values = [event_id, list(ticket_ids)]
        rows = await current_connection().execute_query_dict(REFUNDED, values)
        return frozenset(row["id"] for row in rows)


def _scan(row: Mapping[str, Any]) -> Scan:
    return Scan(
        scanner_id=row["scanner_id"],
        scan_id=row["scan_id"],
        kind=ScanKind(row["kind"]),
        at=row["at"],
        gate=row["gate"],
        by=row["user_id"],
    )

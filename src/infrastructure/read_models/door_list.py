"""Door lists in PostgreSQL: made there, since fifty thousand rows are slow to carry."""

import hashlib

from src.application.ports.door import DoorState
from src.infrastructure.database.known_people import KNOWN_HOLDER, UNKNOWN_NAME
from src.infrastructure.database.orm import current_connection

# A backup that is restored anywhere, and a standby that takes over, change one of these at least.
# The sentence makes scanners forget lists of before, which knew of no disputes.
STATE = """
SELECT
    concat_ws('/',
        (SELECT system_identifier FROM pg_control_system()),
        left(pg_walfile_name(pg_current_wal_lsn()), 8),
        (SELECT oid FROM pg_database WHERE datname = current_database()),
        'tickets'::regclass::oid,
        'names of those who are known, and disputes',
        pg_relation_filenode('tickets'),
        $1::bigint
    ) AS life,
    COALESCE((SELECT max(change_id) FROM tickets WHERE event_id = $1), 0) AS change_id
"""

# A ticket without a code never admitted anybody, and nobody has anything to show for it.
ENTRIES = f"""
SELECT COALESCE(
    json_agg(
        json_build_array(
            ticket.id,
            ticket.issue,
            CASE WHEN ticket.status = 'cancelled' AND (
                    ticket.refunded_amount > 0
                    OR booking.status = 'refunded' AND ticket.refunded_amount IS NULL
                ) THEN 'refunded'
                ELSE ticket.status::text END,
            CASE WHEN {KNOWN_HOLDER} THEN holder.name ELSE {UNKNOWN_NAME} END,
            ticket.ticket_type_id,
            seat.section || ' ' || seat.row || ' ' || seat.seat_number,
            right(ticket.ticket_code, 4),
            to_char(ticket.used_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            ticket.gate,
            ticket.is_inside,
            booking.complimentary_reason IS NOT NULL,
            EXISTS (
                SELECT 1 FROM disputes
                WHERE disputes.order_id = booking.order_id AND disputes.closed_at IS NULL
            )
        )
        ORDER BY ticket.id
    )::text,
    '[]'
) AS entries
FROM tickets AS ticket
JOIN users AS holder ON holder.id = ticket.user_id
JOIN bookings AS booking
    ON booking.event_id = ticket.event_id AND booking.id = ticket.booking_id
LEFT JOIN orders ON orders.id = booking.order_id
LEFT JOIN seats AS seat ON seat.id = ticket.seat_id
WHERE ticket.event_id = $1 AND ticket.change_id > $2 AND ticket.ticket_code IS NOT NULL
    AND ticket.admits
"""  # noqa: S608 - constants


class PostgresDoorListReader:
    """Implements `DoorListReader`."""

    async def state(self, event_id: int) -> DoorState:
        (row,) = await current_connection().execute_query_dict(STATE, [event_id])
        digest = hashlib.blake2b(row["life"].encode(), digest_size=6).hexdigest()
        return DoorState(digest, row["change_id"])

    async def entries(self, event_id: int, *, after: int) -> str:
        (row,) = await current_connection().execute_query_dict(ENTRIES, [event_id, after])
        entries: str = row["entries"]
        return entries

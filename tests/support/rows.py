"""Rows that no operation makes yet, and what tests ask of the tables beside the API."""

from datetime import datetime, timedelta
from typing import Any

import asyncpg

HOLD = """
INSERT INTO bookings
    (reference, user_id, event_id, quantity, total_amount, currency, booking_date, expires_at)
SELECT 'BKG-' || gen_random_uuid(), $1, id, $2, price * $2::integer, currency, now(), $3
FROM events WHERE id = $4
RETURNING id
"""

RESERVED_TICKETS = """
INSERT INTO tickets (booking_id, event_id, ticket_type_id, user_id, price)
SELECT $1, event_id, min(id), $2, min(price)
FROM ticket_types, generate_series(1, $3) AS number
WHERE event_id = $4
GROUP BY event_id, number
"""

USE = """
WITH used AS (
    UPDATE tickets SET status = 'used', used_at = now(), is_inside = true WHERE id = $1
    RETURNING id, event_id, issue, used_at
)
INSERT INTO check_ins (event_id, ticket_id, issue, scanner_id, scan_id, kind, at, user_id)
SELECT event_id, id, issue, '', 'row-' || id, 'in', used_at, 1 FROM used
"""

COUNTED_AND_STORED = """
SELECT
    (SELECT count(*) FROM bookings
        WHERE event_id = events.id AND status = 'confirmed') AS total_bookings,
    (SELECT count(*) FROM tickets
        WHERE event_id = events.id AND status IN ('active', 'used') AND admits)
        AS total_tickets_sold,
    (SELECT COALESCE(sum(total_amount), 0) FROM bookings
        WHERE event_id = events.id AND status = 'confirmed') AS total_revenue,
    (SELECT count(*) FROM tickets
        WHERE event_id = events.id AND status = 'reserved' AND admits) AS tickets_held
FROM events WHERE id = $1
"""


async def add_hold(
    connection: asyncpg.Connection,
    *,
    event_id: int,
    user_id: int,
    expires_at: datetime,
    quantity: int = 1,
) -> int:
    """A pending booking with reserved tickets of the event's first type; returns its id."""
    booking_id: int = await connection.fetchval(HOLD, user_id, quantity, expires_at, event_id)
    await connection.execute(RESERVED_TICKETS, booking_id, user_id, quantity, event_id)
    return booking_id


async def use_ticket(connection: asyncpg.Connection, ticket_id: int) -> None:
    """Check the ticket in without a scanner."""
    await connection.execute(USE, ticket_id)


async def start_event(connection: asyncpg.Connection, event_id: int) -> None:
    """Let the event have started an hour ago."""
    await connection.execute(
        "UPDATE events SET date_time = now() - $2::interval, ends_at = now() + $2 WHERE id = $1",
        event_id,
        timedelta(hours=1),
    )


async def snapshot(connection: asyncpg.Connection, event_id: int) -> list[list[dict[str, Any]]]:
    """Every row of the event, its ticket types, bookings and tickets: to see nothing changed."""
    column = {"events": "id"}
    return [
        [
            dict(row)
            for row in await connection.fetch(
                f"SELECT *, xmin FROM {table} "
                f"WHERE {column.get(table, 'event_id')} = $1 ORDER BY id",
                event_id,
            )
        ]
        for table in ("events", "ticket_types", "bookings", "tickets")
    ]


async def recount(connection: asyncpg.Connection, event_id: int) -> dict[str, Any]:
    """The event's statistics, counted from its bookings and tickets."""
    row = await connection.fetchrow(COUNTED_AND_STORED, event_id)
    assert row is not None
    return dict(row)


async def audit(
    connection: asyncpg.Connection, subject: str, subject_id: int
) -> list[asyncpg.Record]:
    """The audit log of one thing, oldest first."""
    rows: list[asyncpg.Record] = await connection.fetch(
        "SELECT * FROM audit_log WHERE subject = $1 AND subject_id = $2 ORDER BY id",
        subject,
        subject_id,
    )
    return rows

"""Recount the statistics that triggers keep: after a restore in which they counted twice.

Each event is recounted under its lock, so that sales may go on meanwhile.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import asyncpg

from src.infrastructure.database.connecting import connect

EVENTS = "SELECT id FROM events ORDER BY id"
LOCK = "SELECT 1 FROM events WHERE id = $1 FOR NO KEY UPDATE"

OF_EVENT = """
WITH counted AS (
    SELECT
        (SELECT count(*) FROM bookings WHERE event_id = $1 AND status = 'confirmed')
            AS total_bookings,
        (SELECT COALESCE(sum(total_amount), 0) FROM bookings
            WHERE event_id = $1 AND status = 'confirmed') AS total_revenue,
        (SELECT count(*) FROM tickets
            WHERE event_id = $1 AND status IN ('active', 'used') AND admits) AS total_tickets_sold,
        (SELECT count(*) FROM tickets WHERE event_id = $1 AND status = 'reserved' AND admits)
            AS tickets_held
)
UPDATE events SET
    total_bookings = counted.total_bookings,
    total_revenue = counted.total_revenue,
    total_tickets_sold = counted.total_tickets_sold,
    tickets_held = counted.tickets_held
FROM counted
WHERE events.id = $1
    AND (events.total_bookings, events.total_revenue, events.total_tickets_sold,
        events.tickets_held)
    IS DISTINCT FROM (counted.total_bookings, counted.total_revenue, counted.total_tickets_sold,
        counted.tickets_held)
RETURNING events.id
"""

OF_TICKET_TYPES = """
WITH counted AS (
    SELECT ticket_types.id,
        count(tickets.id) FILTER (WHERE tickets.status IN ('active', 'used')) AS sold,
        count(tickets.id) FILTER (WHERE tickets.status = 'reserved') AS held
    FROM ticket_types LEFT JOIN tickets
        ON tickets.ticket_type_id = ticket_types.id AND tickets.event_id = $1
    WHERE ticket_types.event_id = $1
    GROUP BY ticket_types.id
)
UPDATE ticket_types SET sold = counted.sold, held = counted.held
FROM counted
WHERE ticket_types.event_id = $1 AND ticket_types.id = counted.id
    AND (ticket_types.sold, ticket_types.held) IS DISTINCT FROM (counted.sold, counted.held)
RETURNING ticket_types.id
"""

OF_DISCOUNTS = """
WITH counted AS (
    SELECT discounts.id, count(orders.id) AS used,
        COALESCE(sum(orders.discount_tickets), 0) AS used_tickets
    FROM discounts LEFT JOIN orders ON orders.discount_id = discounts.id
        AND orders.status IN ('pending', 'confirmed', 'completed') AND orders.counts_use
    GROUP BY discounts.id
)
UPDATE discounts SET used = counted.used, used_tickets = counted.used_tickets
FROM counted WHERE discounts.id = counted.id
    AND (discounts.used, discounts.used_tickets) <> (counted.used, counted.used_tickets)
RETURNING discounts.id
"""

OF_PAYMENTS = """
WITH counted AS (
    SELECT payment.id, COALESCE(sum(refund.amount), 0) AS refunded_amount
    FROM transactions payment LEFT JOIN transactions refund
        ON refund.parent_id = payment.id AND refund.kind = 'refund'
        AND refund.status IN ('pending', 'success')
    GROUP BY payment.id
)
UPDATE transactions SET refunded_amount = counted.refunded_amount
FROM counted
WHERE transactions.id = counted.id AND transactions.refunded_amount <> counted.refunded_amount
RETURNING transactions.id
"""

# What is missing is added as a row of its own, as the triggers do.
ACTIVITY = """
WITH counted AS (
    {counted}
), kept AS (
    SELECT quarter, currency, {sums} FROM activity_quarters GROUP BY 1, 2
)
INSERT INTO activity_quarters (quarter, currency, {columns})
SELECT quarter, currency, {differences}
FROM counted FULL JOIN kept USING (quarter, currency)
WHERE ({differences}) IS DISTINCT FROM ({zeros})
RETURNING to_char(quarter AT TIME ZONE 'UTC', 'YYYYMMDDHH24MI')::bigint AS id
"""

BOOKED = """
    SELECT date_bin('15 minutes', booking_date, '2000-01-01 00:00+00') AS quarter, currency,
        count(*) AS bookings, sum(quantity) AS places
    FROM bookings WHERE status = 'confirmed' GROUP BY 1, 2
"""

ENTERED = """
    SELECT date_bin('15 minutes', at, '2000-01-01 00:00+00') AS quarter, currency,
        count(*) AS entries, COALESCE(sum(amount) FILTER (WHERE kind = 'payment'), 0) AS gross,
        COALESCE(-sum(amount) FILTER (WHERE kind <> 'payment'), 0) AS refunds
    FROM ledger_entries GROUP BY 1, 2
"""


def _activity(counted: str, *columns: str) -> str:
    return ACTIVITY.format(
        counted=counted,
        columns=", ".join(columns),
        sums=", ".join(f"sum({name}) AS {name}" for name in columns),
        differences=", ".join(
            f"COALESCE(counted.{name}, 0) - COALESCE(kept.{name}, 0)" for name in columns
        ),
        zeros=", ".join("0" for _ in columns),
    )


# The tables that do not change meanwhile, so that no count is lost.
UNDER_LOCK = (
    ("discount code", "orders, transactions", OF_DISCOUNTS),
    ("payment", "orders, transactions", OF_PAYMENTS),
    ("bookings in the quarter", "bookings", _activity(BOOKED, "bookings", "places")),
    ("money in the quarter", "ledger_entries", _activity(ENTERED, "entries", "gross", "refunds")),
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A row whose counters were wrong, and are right now."""

    noun: str
    id: int


async def recount(url: str) -> AsyncIterator[Corrected]:
    """Correct every counter that differs from a recount; each row that was corrected."""
    connection = await connect(url)
    try:
        for (event_id,) in await connection.fetch(EVENTS):
            async with connection.transaction():
                await connection.execute(LOCK, event_id)
                events = await connection.fetch(OF_EVENT, event_id)
                ticket_types = await connection.fetch(OF_TICKET_TYPES, event_id)
            for row in _corrected("event", events) + _corrected("ticket type", ticket_types):
                yield row
        for noun, tables, statement in UNDER_LOCK:
            async with connection.transaction():
                await connection.execute(f"LOCK TABLE {tables} IN SHARE MODE")
                found = await connection.fetch(statement)
            for row in _corrected(noun, found):
                yield row
    finally:
        await connection.close()


def _corrected(noun: str, rows: Sequence[asyncpg.Record]) -> list[Corrected]:
    return [Corrected(noun, row["id"]) for row in rows]

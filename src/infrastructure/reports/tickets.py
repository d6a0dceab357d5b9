"""Ticket statistics: read from counters, and from tickets where there is no counter."""

from datetime import datetime
from typing import Any

from src.application.dtos.analytics import Scope, TicketCounts, TicketsReport, TicketTypeCounts
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.scope import OF_SCOPE, event_ids

MAX_ROWS = 100

EVENTS = f"""{OF_SCOPE.format(column="events.id")} AND events.deleted_at IS NULL
    AND ($2::timestamptz IS NULL OR events.date_time >= $2)
    AND ($3::timestamptz IS NULL OR events.date_time < $3)"""

# What was given away is active or used as well: it is counted apart, for who adds up what was sold.
# The counter `sold` includes used tickets, and cancelled tickets have no counter: used and
# cancelled ones are counted here. The sums over all types are computed before LIMIT.
BY_TYPE = f"""
SELECT ticket_types.event_id, events.title AS event_title, ticket_types.id AS ticket_type_id,
    ticket_types.name, ticket_types.capacity, held, sold,
    COALESCE(used, 0) AS used, COALESCE(cancelled, 0) AS cancelled,
    COALESCE(complimentary, 0) AS complimentary,
    sum(held) OVER () AS all_held, sum(sold) OVER () AS all_sold,
    COALESCE(sum(used) OVER (), 0) AS all_used,
    COALESCE(sum(cancelled) OVER (), 0) AS all_cancelled,
    COALESCE(sum(complimentary) OVER (), 0) AS all_complimentary
FROM ticket_types
JOIN events ON events.id = ticket_types.event_id
LEFT JOIN (
    SELECT event_id, ticket_type_id, count(*) FILTER (WHERE status = 'used') AS used,
        count(*) FILTER (WHERE status = 'cancelled') AS cancelled
    FROM tickets
    WHERE {OF_SCOPE.format(column="event_id")}
        AND event_id IN (SELECT id FROM events WHERE {EVENTS}) AND status IN ('used', 'cancelled')
    GROUP BY event_id, ticket_type_id
) AS counted ON counted.event_id = ticket_types.event_id
    AND counted.ticket_type_id = ticket_types.id
LEFT JOIN (
    SELECT tickets.event_id, ticket_type_id, count(*) AS complimentary
    FROM bookings
    JOIN tickets ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
    WHERE {OF_SCOPE.format(column="bookings.event_id")} AND complimentary_reason IS NOT NULL
        AND bookings.event_id IN (SELECT id FROM events WHERE {EVENTS})
        AND tickets.status IN ('active', 'used')
    GROUP BY tickets.event_id, ticket_type_id
) AS given ON given.event_id = ticket_types.event_id AND given.ticket_type_id = ticket_types.id
WHERE {EVENTS} AND ticket_types.admits
ORDER BY sold DESC, ticket_types.id
LIMIT {MAX_ROWS}
"""  # noqa: S608 - constants

CAPACITY = f"""
SELECT COALESCE(sum(capacity), 0) AS capacity,
    COALESCE(sum(total_tickets_sold + tickets_held), 0) AS taken
FROM events
WHERE {EVENTS} AND status IN ('active', 'completed')
"""  # noqa: S608 - constants


async def query_tickets(
    scope: Scope, starts_from: datetime | None, starts_before: datetime | None
) -> TicketsReport:
    """Implements `TicketsReader`."""
    async with reading() as connection:
        values = [await event_ids(connection, scope), starts_from, starts_before]
        rows = await connection.execute_query_dict(BY_TYPE, values)
        (totals,) = await connection.execute_query_dict(CAPACITY, values)
    return TicketsReport(
        by_status=_counts(rows[0], "all_") if rows else TicketCounts(),
        capacity=totals["capacity"],
        taken=totals["taken"],
        by_ticket_type=[
            TicketTypeCounts(
                event_id=row["event_id"],
                event_title=row["event_title"],
                ticket_type_id=row["ticket_type_id"],
                name=row["name"],
                capacity=row["capacity"],
                by_status=_counts(row),
            )
            for row in rows
        ],
    )


def _counts(row: dict[str, Any], prefix: str = "") -> TicketCounts:
    # sum() of a count is a numeric.
    held, sold, used, cancelled, given = (
        int(row[f"{prefix}{name}"])
        for name in ("held", "sold", "used", "cancelled", "complimentary")
    )
    return TicketCounts(
        reserved=held, active=sold - used, used=used, cancelled=cancelled, complimentary=given
    )

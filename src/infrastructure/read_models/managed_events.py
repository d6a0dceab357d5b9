"""The events of an organizer with how much of them is sold, in PostgreSQL."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from src.application.dtos.managed_event import (
    EventChoice,
    ManagedEvent,
    ManagedEvents,
    ManagedEventSearch,
    ManagedEventSort,
    StaffMember,
    VenueChoice,
)
from src.domain.entities.event import EventKind, EventStatus, Payment, Seating
from src.infrastructure.database.matching import containing
from src.infrastructure.database.orm import current_connection

SHARE_SOLD = "(event.total_tickets_sold::numeric / GREATEST(event.capacity, 1))"
ORDERS: Mapping[ManagedEventSort, str] = {
    ManagedEventSort.DATE: "event.date_time, event.id",
    ManagedEventSort.DATE_DESCENDING: "event.date_time DESC, event.id DESC",
    ManagedEventSort.TITLE: "lower(event.title), event.id",
    ManagedEventSort.TITLE_DESCENDING: "lower(event.title) DESC, event.id DESC",
    ManagedEventSort.SOLD: f"{SHARE_SOLD}, event.id",
    ManagedEventSort.SOLD_DESCENDING: f"{SHARE_SOLD} DESC, event.id DESC",
}

SEARCH = """
SELECT event.id, event.title, event.kind::text AS kind, event.venue, event.date_time,
    event.ends_at, event.timezone, event.status::text AS status,
    event.seating::text AS seating, event.payment::text AS payment, event.price, event.currency,
    event.capacity, event.total_tickets_sold AS sold, event.tickets_held AS held,
    event.organizer_id, organizer.name AS organizer,
    count(*) OVER () AS all_events, sum(event.total_tickets_sold) OVER () AS all_sold,
    sum(event.capacity) OVER () AS all_capacity
FROM events AS event JOIN users AS organizer ON organizer.id = event.organizer_id
WHERE event.deleted_at IS NULL
    AND ($1::bigint IS NULL OR event.organizer_id = $1)
    AND ($2::text IS NULL OR event.status::text = $2)
    AND ($3::text IS NULL OR event.title_folded LIKE $3 OR event.venue_folded LIKE $3)
    AND ($4::text = 'all' OR (event.ends_at > $5) = ($4 = 'upcoming'))
ORDER BY {order} LIMIT $6 OFFSET $7
"""

CHOICES = """
SELECT event.id, event.title, event.date_time, event.timezone, event.status, event.has_ended
FROM unnest(enum_range(NULL::event_status)) AS of (status)
CROSS JOIN LATERAL (
    SELECT id, title, date_time, timezone, status::text AS status, ends_at <= $2 AS has_ended
    FROM events
    WHERE events.status = of.status AND deleted_at IS NULL {conditions}
    ORDER BY date_time DESC, id DESC LIMIT $1
) AS event
ORDER BY event.date_time DESC, event.id DESC LIMIT $1
"""
"""By status, as the index of an administrator's events is; an organizer's have one of their own."""

STAFF = """
SELECT scanner.id AS user_id, scanner.name, scanner.is_active,
    array_agg(event.id ORDER BY event.date_time, event.id) AS event_ids,
    array_agg(event.title ORDER BY event.date_time, event.id) AS titles
FROM events AS event
JOIN event_scanners AS assigned ON assigned.event_id = event.id
JOIN users AS scanner ON scanner.id = assigned.user_id
WHERE event.deleted_at IS NULL AND event.ends_at > $2
    AND event.status IN ('draft', 'active')
    AND ($1::bigint IS NULL OR event.organizer_id = $1)
GROUP BY scanner.id ORDER BY lower(scanner.name), scanner.id
"""

VENUES = """
SELECT id, name, timezone, (SELECT count(*) FROM seats WHERE venue_id = venues.id) AS seats
FROM venues WHERE deleted_at IS NULL AND ($1::bigint IS NULL OR owner_id = $1)
ORDER BY lower(name), id LIMIT $2
"""

TOTALS = ("all_events", "all_sold", "all_capacity")


class PostgresManagedEventReader:
    """Implements `ManagedEventReader`."""

    async def search(self, wanted: ManagedEventSearch, *, now: datetime) -> ManagedEvents:
        values = [
            wanted.organizer_id,
            wanted.status,
            await containing(wanted.q),
            wanted.period,
            now,
            wanted.limit,
            wanted.offset,
        ]
        statement = SEARCH.format(order=ORDERS[wanted.sort])
        rows = await current_connection().execute_query_dict(statement, values)
        if not rows:
            return ManagedEvents([])
        total, sold, capacity = (int(rows[0][name]) for name in TOTALS)
        return ManagedEvents([_event(row) for row in rows], total, sold, capacity)

    async def choices(
        self, organizer_id: int | None, q: str | None, *, now: datetime, limit: int
    ) -> list[EventChoice]:
        values: list[Any] = [limit, now]
        conditions = ""
        known = {"organizer_id =": organizer_id, "title_folded LIKE": await containing(q)}
        for condition, value in known.items():
            if value is not None:
                values.append(value)
                conditions += f" AND {condition} ${len(values)}"
        rows = await current_connection().execute_query_dict(
            CHOICES.format(conditions=conditions), values
        )
        return [EventChoice(**{**row, "status": EventStatus(row["status"])}) for row in rows]

    async def staff(self, organizer_id: int | None, *, now: datetime) -> list[StaffMember]:
        rows = await current_connection().execute_query_dict(STAFF, [organizer_id, now])
        return [
            StaffMember(
                user_id=row["user_id"],
                name=row["name"],
                is_active=row["is_active"],
                events=list(zip(row["event_ids"], row["titles"], strict=True)),
            )
            for row in rows
        ]

    async def venues(self, owner_id: int | None, *, limit: int) -> list[VenueChoice]:
        rows = await current_connection().execute_query_dict(VENUES, [owner_id, limit])
        return [VenueChoice(**row) for row in rows]


def _event(row: Mapping[str, Any]) -> ManagedEvent:
    own = {name: value for name, value in row.items() if name not in TOTALS}
    return ManagedEvent(
        **{
            **own,
            "kind": EventKind(own["kind"]),
            "status": EventStatus(own["status"]),
            "seating": Seating(own["seating"]),
            "payment": Payment(own["payment"]),
        }
    )

"""The first statement of every sale: lock an event with its ticket types, and read them.

This takes one round trip instead of two. The ticket types are locked to read their current
counters: for rows that are only joined, PostgreSQL returns the state before the wait.
"""

from dataclasses import fields
from typing import Any

from src.domain.entities.event import Event, EventKind, EventStatus, Payment, Seating
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.errors import NotFound
from src.infrastructure.database.orm import current_connection

EVENT_COLUMNS = tuple(field.name for field in fields(Event) if field.name != "tickets_lapsed")
TYPE_COLUMNS = tuple(
    field.name for field in fields(TicketType) if field.name not in ("event_left", "lapsed")
)

READ = f"""
SELECT {", ".join(f"event.{column}" for column in EVENT_COLUMNS)},
    {", ".join(f"type.{column} AS type_{column}" for column in TYPE_COLUMNS)}
FROM events AS event JOIN ticket_types AS type ON type.event_id = event.id
WHERE event.id = $1 AND type.event_id = $1 AND event.deleted_at IS NULL
ORDER BY type.id
"""  # noqa: S608 - only names of columns

LOCK = f"{READ}FOR NO KEY UPDATE OF event, type"


async def lock_for_sale(event_id: int) -> tuple[Event, list[TicketType]]:
    """The event and its ticket types, locked until the transaction ends. Raises NotFound."""
    event, ticket_types = await _read(LOCK, event_id)
    if event.seating is Seating.RESERVED:
        # A type that was added during the wait is not among the locked rows, and may be the
        # one that sells these seats now.
        return await read_for_sale(event_id)
    return event, ticket_types


async def read_for_sale(event_id: int) -> tuple[Event, list[TicketType]]:
    """The event and its ticket types without a lock, in one snapshot. Raises NotFound."""
    return await _read(READ, event_id)


async def _read(query: str, event_id: int) -> tuple[Event, list[TicketType]]:
    rows = await current_connection().execute_query_dict(query, [event_id])
    if not rows:
        raise NotFound("event", event_id)
    return _event(rows[0]), [_ticket_type(row) for row in rows]


def _event(row: dict[str, Any]) -> Event:
    values = {column: row[column] for column in EVENT_COLUMNS}
    values["kind"] = EventKind(row["kind"])
    values["status"] = EventStatus(row["status"])
    values["seating"] = Seating(row["seating"])
    values["payment"] = Payment(row["payment"])
    return Event(**values)


def _ticket_type(row: dict[str, Any]) -> TicketType:
    values = {column: row[f"type_{column}"] for column in TYPE_COLUMNS}
    values["status"] = TicketTypeStatus(row["type_status"])
    return TicketType(**values)

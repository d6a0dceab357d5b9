"""The first statement of every sale: lock an event with its ticket types, and read them.

This takes one round trip instead of two. The ticket types are locked to read their current
counters: for rows that are only joined, PostgreSQL returns the state before the wait.
"""

import json
from collections.abc import Collection
from dataclasses import fields
from typing import Any

from src.domain.entities.event import Event, EventKind, EventStatus, Payment, Seating
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.errors import NotFound
from src.domain.repositories.event import LockedEvent
from src.domain.shared.language import Language
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.price_tiers import tiers_from_json

EVENT_COLUMNS = tuple(field.name for field in fields(Event) if field.name != "tickets_lapsed")
TYPE_COLUMNS = tuple(
    field.name
    for field in fields(TicketType)
    if field.name not in ("event_left", "lapsed", "read_at")
)

READ = f"""
SELECT {", ".join(f"event.{column}" for column in EVENT_COLUMNS)},
    {", ".join(f"type.{column} AS type_{column}" for column in TYPE_COLUMNS)}{{more}}
FROM events AS event JOIN ticket_types AS type ON type.event_id = event.id
WHERE event.id = $1 AND type.event_id = $1 AND event.deleted_at IS NULL
ORDER BY type.id
"""  # noqa: S608 - only names of columns

# Without waiting for any of them: a buyer whose row somebody has locked must not hold up the event.
HELD_BUYERS = """,
    ARRAY(
        SELECT id FROM users WHERE id = ANY($2) AND deleted_at IS NULL FOR KEY SHARE SKIP LOCKED
    ) AS held_buyers"""

PLAIN = READ.format(more="")
LOCK = READ.format(more=HELD_BUYERS) + "FOR NO KEY UPDATE OF event, type"


async def lock_for_sale(event_id: int, buyer_ids: Collection[int]) -> LockedEvent:
    """The event and its ticket types, locked until the transaction ends. Raises NotFound.

    With them the buyers' accounts are kept from being deleted or locked by somebody else; who
    is deleted, or locked already, is not among `buyer_ids` of the result.
    """
    rows = await _rows(LOCK, [event_id, list(buyer_ids)])
    event, ticket_types = _event(rows[0]), [_ticket_type(row) for row in rows]
    if event.seating is Seating.RESERVED:
        # A type that was added during the wait is not among the rows that were waited for, and
        # may be the one that sells these seats now.
        event, ticket_types = await read_for_sale(event_id)
    return LockedEvent(event, ticket_types, frozenset(rows[0]["held_buyers"]))


async def read_for_sale(event_id: int) -> tuple[Event, list[TicketType]]:
    """The event and its ticket types without a lock, at one moment. Raises NotFound."""
    rows = await _rows(PLAIN, [event_id])
    return _event(rows[0]), [_ticket_type(row) for row in rows]


async def _rows(query: str, values: list[object]) -> list[dict[str, Any]]:
    rows = await current_connection().execute_query_dict(query, values)
    if not rows:
        raise NotFound("event", values[0])
    return rows


def _event(row: dict[str, Any]) -> Event:
    values = {column: row[column] for column in EVENT_COLUMNS}
    values["kind"] = EventKind(row["kind"])
    values["status"] = EventStatus(row["status"])
    values["seating"] = Seating(row["seating"])
    values["payment"] = Payment(row["payment"])
    values["language"] = Language(row["language"])
    return Event(**values)


def _ticket_type(row: dict[str, Any]) -> TicketType:
    values = {column: row[f"type_{column}"] for column in TYPE_COLUMNS}
    values["status"] = TicketTypeStatus(row["type_status"])
    tiers = row["type_price_tiers"]
    values["price_tiers"] = tiers_from_json(json.loads(tiers)) if tiers else ()
    return TicketType(**values)

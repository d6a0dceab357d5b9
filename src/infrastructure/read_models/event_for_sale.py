"""The first statement of every sale: lock an event with its ticket types, and read them.

This takes one round trip instead of two. The ticket types are locked to read their current
counters: for rows that are only joined, PostgreSQL returns the state before the wait.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any

from src.domain.entities.event import Event, EventKind, EventStatus, Payment, Seating
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.errors import NotFound
from src.domain.repositories.event import FreeEvents, LockedEvent
from src.domain.shared.language import Language
from src.domain.shared.tax import TaxRounding
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.price_tiers import tiers_from_json
from src.infrastructure.database.records import AMONG

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
WHERE {{which}} AND event.deleted_at IS NULL
ORDER BY event.id, type.id
"""  # noqa: S608 - only names of columns

# Without waiting for any of them: a buyer whose row somebody has locked must not hold up the event.
HELD_BUYERS = f""",
    array_to_string(ARRAY(
        SELECT id FROM users WHERE id {AMONG.format(ids="$2")} AND deleted_at IS NULL
        FOR KEY SHARE SKIP LOCKED
    ), ' ') AS held_buyers"""  # noqa: S608 - no values

ONE = "event.id = $1 AND type.event_id = $1"
PLAIN = READ.format(more="", which=ONE)
LOCK = READ.format(more=HELD_BUYERS, which=ONE) + "FOR NO KEY UPDATE OF event, type"
LOCK_FREE = (
    READ.format(more=HELD_BUYERS, which=f"event.id {AMONG.format(ids='$1')}")
    + "FOR NO KEY UPDATE OF event, type SKIP LOCKED"
)


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
    return LockedEvent(event, ticket_types, _held_buyers(rows))


async def lock_free_for_sale(event_ids: Collection[int], buyer_ids: Collection[int]) -> FreeEvents:
    """Like `lock_for_sale`, for those of many events that nobody else has locked."""
    rows = await current_connection().execute_query_dict(
        LOCK_FREE, [list(event_ids), list(buyer_ids)]
    )
    types: dict[int, list[TicketType]] = defaultdict(list)
    events: dict[int, Event] = {}
    for row in rows:
        event_id = row["id"]
        if event_id not in events:
            events[event_id] = _event(row)
        types[event_id].append(_ticket_type(row))
    found = {event_id: (event, types[event_id]) for event_id, event in events.items()}
    for event_id, event in events.items():
        if event.seating is Seating.RESERVED:
            found[event_id] = await read_for_sale(event_id)
    return FreeEvents(found, _held_buyers(rows))


async def read_for_sale(event_id: int) -> tuple[Event, list[TicketType]]:
    """The event and its ticket types without a lock, at one moment. Raises NotFound."""
    rows = await _rows(PLAIN, [event_id])
    return _event(rows[0]), [_ticket_type(row) for row in rows]


async def _rows(query: str, values: list[object]) -> list[dict[str, Any]]:
    rows = await current_connection().execute_query_dict(query, values)
    if not rows:
        raise NotFound("event", values[0])
    return rows


def _held_buyers(rows: Sequence[dict[str, Any]]) -> frozenset[int]:
    """They stand in every row, as text that is read but once."""
    return frozenset(map(int, rows[0]["held_buyers"].split())) if rows else frozenset()


def _event(row: dict[str, Any]) -> Event:
    values = {column: row[column] for column in EVENT_COLUMNS}
    values["kind"] = EventKind(row["kind"])
    values["status"] = EventStatus(row["status"])
    values["seating"] = Seating(row["seating"])
    values["payment"] = Payment(row["payment"])
    values["language"] = Language(row["language"])
    values["tax_rounding"] = TaxRounding(row["tax_rounding"])
    return Event(**values)


def _ticket_type(row: dict[str, Any]) -> TicketType:
    values = {column: row[f"type_{column}"] for column in TYPE_COLUMNS}
    values["status"] = TicketTypeStatus(row["type_status"])
    tiers = row["type_price_tiers"]
    values["price_tiers"] = tiers_from_json(json.loads(tiers)) if tiers else ()
    return TicketType(**values)

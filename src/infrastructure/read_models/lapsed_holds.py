"""Tickets counted as held whose hold has lapsed, so that they are available."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from src.infrastructure.database.orm import current_connection

LAPSED = """
SELECT tickets.event_id, tickets.ticket_type_id, count(*) AS tickets
FROM bookings JOIN tickets
    ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
WHERE bookings.status = 'pending' AND bookings.expires_at <= $1 AND tickets.status = 'reserved'
    {condition}
GROUP BY tickets.event_id, tickets.ticket_type_id
"""
OF_EVENTS = LAPSED.format(condition="AND bookings.event_id = ANY($2)")
OF_ALL = LAPSED.format(condition="")


async def count_lapsed(event_ids: Collection[int], now: datetime) -> dict[int, dict[int, int]]:
    """Event id → ticket type id → number of tickets. No query if there are no event ids."""
    return await _count(OF_EVENTS, [now, list(event_ids)]) if event_ids else {}


async def count_all_lapsed(now: datetime) -> dict[int, dict[int, int]]:
    """The same for all events. There are never many, since a job releases them soon."""
    return await _count(OF_ALL, [now])


async def _count(query: str, values: list[object]) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in await current_connection().execute_query_dict(query, values):
        found[row["event_id"]][row["ticket_type_id"]] = row["tickets"]
    return found

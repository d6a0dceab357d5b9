"""Tickets that are still counted as held although their hold has run out: free to whoever asks."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from src.infrastructure.database.orm import current_connection

RUN_OUT = """
SELECT tickets.event_id, tickets.ticket_type_id, count(*) AS tickets
FROM bookings JOIN tickets
    ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
WHERE bookings.event_id = ANY($1) AND bookings.status = 'pending' AND bookings.expires_at <= $2
    AND tickets.status = 'reserved'
GROUP BY tickets.event_id, tickets.ticket_type_id
"""


async def count_run_out(event_ids: Collection[int], now: datetime) -> dict[int, dict[int, int]]:
    """Event id → ticket type id → tickets. Asks nothing where no event is named."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    if event_ids:
        rows = await current_connection().execute_query_dict(RUN_OUT, [list(event_ids), now])
        for row in rows:
            found[row["event_id"]][row["ticket_type_id"]] = row["tickets"]
    return found

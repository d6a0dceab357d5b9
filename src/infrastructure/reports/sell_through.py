"""How much of each event is sold, read from the counters."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import EventSellThrough, TypeSellThrough
from src.domain.entities.event import EventStatus
from src.domain.entities.price_tier import price_in_force
from src.infrastructure.database.price_tiers import tiers_from_json
from src.infrastructure.reports.reading import reading

EVENTS = """
SELECT id AS event_id, title, status::text AS status, date_time, timezone, currency,
    total_revenue AS revenue, capacity, total_tickets_sold AS sold, tickets_held AS held
FROM events
WHERE ($1::bigint IS NULL OR organizer_id = $1) AND deleted_at IS NULL
    AND CASE WHEN $2::bigint IS NULL THEN status = 'active' AND ends_at > $3 ELSE id = $2 END
ORDER BY date_time, id LIMIT $4
"""

TYPES = """
SELECT event_id, id AS ticket_type_id, name, price, price_tiers, capacity, sold, held
FROM ticket_types WHERE event_id = ANY($1) ORDER BY id
"""


async def query_sell_through(
    scope: Scope, now: datetime, *, limit: int
) -> Sequence[EventSellThrough]:
    """Implements `SellThroughReader`."""
    async with reading() as connection:
        events = await connection.execute_query_dict(
            EVENTS, [scope.organizer_id, scope.event_id, now, limit]
        )
        rows = await connection.execute_query_dict(TYPES, [[row["event_id"] for row in events]])
    types: dict[int, list[TypeSellThrough]] = defaultdict(list)
    for row in rows:
        types[row.pop("event_id")].append(_type(row, now))
    return [
        EventSellThrough(
            **{**row, "status": EventStatus(row["status"]), "ticket_types": types[row["event_id"]]}
        )
        for row in events
    ]


def _type(row: dict[str, Any], now: datetime) -> TypeSellThrough:
    stored = row.pop("price_tiers")
    tiers = tiers_from_json(json.loads(stored)) if stored else ()
    taken = row["sold"] + row["held"]
    price = price_in_force(row["price"], tiers, now=now, taken=taken).price
    return TypeSellThrough(**{**row, "price": price})

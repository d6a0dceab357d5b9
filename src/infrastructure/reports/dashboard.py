"""The dashboard, read from the counters of events and sums of bookings, never from tickets."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from src.application.dtos.analytics import (
    BookedAmount,
    Dashboard,
    EventCounts,
    Scope,
    TopEvent,
    share,
)
from src.domain.services.periods import Period
from src.infrastructure.reports.activity import read_activity
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.scope import OF_SCOPE, event_ids

TOP_EVENTS = 5

COUNTERS = f"""
SELECT status::text, currency, count(*) AS events, sum(total_tickets_sold) AS sold,
    sum(tickets_held) AS held, sum(total_bookings) AS bookings, sum(total_revenue) AS booked
FROM events
WHERE {OF_SCOPE.format(column="id")} AND deleted_at IS NULL
GROUP BY status, currency
"""  # noqa: S608 - constants

TOP = f"""
SELECT id AS event_id, title, capacity, total_tickets_sold AS sold
FROM events
WHERE {OF_SCOPE.format(column="id")} AND deleted_at IS NULL AND total_tickets_sold > 0
ORDER BY total_tickets_sold DESC, id
LIMIT {TOP_EVENTS}
"""  # noqa: S608 - constants

PENDING = """
SELECT count(*) AS number
FROM orders
WHERE status = 'pending' AND expires_at > $2 AND ($1::bigint[] IS NULL OR EXISTS (
    SELECT 1 FROM order_items WHERE order_id = orders.id AND event_id = ANY ($1)
))
"""


async def query_dashboard(
    scope: Scope, *, today: Period, yesterday: Period, period: Period, now: datetime
) -> Dashboard:
    """Implements `DashboardReader`."""
    async with reading() as connection:
        events = await event_ids(connection, scope)
        counters = await connection.execute_query_dict(COUNTERS, [events])
        (pending,) = await connection.execute_query_dict(PENDING, [events, now])
        return Dashboard(
            events=_by_status(counters),
            tickets_sold=_total(counters, "sold"),
            tickets_held=_total(counters, "held"),
            confirmed_bookings=_total(counters, "bookings"),
            booked=_booked(counters),
            orders_pending=pending["number"],
            today=await read_activity(connection, events, today),
            yesterday=await read_activity(connection, events, yesterday),
            period=await read_activity(connection, events, period),
            top_events=await _top_events(connection, events),
        )


async def _top_events(
    connection: BaseDBAsyncClient, events: list[int] | None
) -> Sequence[TopEvent]:
    return [
        TopEvent(
            row["event_id"],
            row["title"],
            row["capacity"],
            row["sold"],
            share(row["sold"], row["capacity"]),
        )
        for row in await connection.execute_query_dict(TOP, [events])
    ]


def _by_status(counters: Sequence[dict[str, Any]]) -> EventCounts:
    numbers: dict[str, int] = defaultdict(int)
    for row in counters:
        numbers[row["status"]] += row["events"]
    return EventCounts(**numbers)


def _total(counters: Sequence[dict[str, Any]], name: str) -> int:
    return sum(row[name] for row in counters)


def _booked(counters: Sequence[dict[str, Any]]) -> Sequence[BookedAmount]:
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for row in counters:
        if row["bookings"]:
            amounts[row["currency"]] += row["booked"]
    return [BookedAmount(currency, amount) for currency, amount in sorted(amounts.items())]

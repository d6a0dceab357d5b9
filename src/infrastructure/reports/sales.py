"""Sales statistics, read from bookings."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from src.application.dtos.analytics import (
    EventSales,
    Sales,
    SalesBucket,
    SalesReport,
    Scope,
    TicketTypeSales,
    Timeline,
)
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.scope import CONFIRMED, currencies_of, event_ids

MAX_ROWS = 100

# width_bucket numbers the buckets from 1, since nothing lies before the first.
OVER_TIME = f"""
SELECT width_bucket(booking_date, $4::timestamptz[]) AS bucket, currency,
    count(*) AS bookings, sum(quantity) AS tickets, sum(total_amount) AS amount
FROM bookings
WHERE {CONFIRMED}
GROUP BY 1, 2
"""  # noqa: S608 - constants

BY_EVENT = f"""
SELECT bookings.event_id, title, bookings.currency,
    count(*) AS bookings, sum(quantity) AS tickets, sum(total_amount) AS amount
FROM bookings JOIN events ON events.id = bookings.event_id
WHERE {CONFIRMED}
GROUP BY bookings.event_id, title, bookings.currency
ORDER BY sum(quantity) DESC, bookings.event_id, bookings.currency
LIMIT {MAX_ROWS}
"""  # noqa: S608 - constants

BY_TICKET_TYPE = f"""
SELECT tickets.event_id, title AS event_title, ticket_type_id, name, ticket_types.admits,
    bookings.currency,
    count(*) AS tickets, sum(tickets.price) AS amount
FROM bookings
JOIN tickets ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
JOIN ticket_types ON ticket_types.event_id = tickets.event_id
    AND ticket_types.id = tickets.ticket_type_id
JOIN events ON events.id = tickets.event_id
WHERE {CONFIRMED}
GROUP BY tickets.event_id, title, ticket_type_id, name, ticket_types.admits, bookings.currency
ORDER BY ticket_types.admits DESC, count(*) DESC, ticket_type_id, bookings.currency
LIMIT {MAX_ROWS}
"""  # noqa: S608 - constants


async def query_sales(scope: Scope, timeline: Timeline) -> SalesReport:
    """Implements `TimelineReader`."""
    async with reading() as connection:
        within = timeline.period
        values = [await event_ids(connection, scope), within.start, within.end]
        rows = await connection.execute_query_dict(OVER_TIME, [*values, timeline.starts])
        by_event = await connection.execute_query_dict(BY_EVENT, values)
        by_type = await connection.execute_query_dict(BY_TICKET_TYPE, values)
    currencies = currencies_of(rows)
    return SalesReport(
        totals=[_sum(rows, currency) for currency in currencies],
        over_time=_over_time(rows, currencies, timeline),
        by_event=[EventSales(**row) for row in by_event],
        by_ticket_type=[TicketTypeSales(**row) for row in by_type],
    )


def _over_time(
    rows: Sequence[dict[str, Any]], currencies: Sequence[str], timeline: Timeline
) -> Sequence[SalesBucket]:
    found = {(row["bucket"], row["currency"]): _sales(row) for row in rows}
    return [
        SalesBucket(
            start,
            [
                found.get((number, currency), Sales(currency, 0, 0, Decimal(0)))
                for currency in currencies
            ],
        )
        for number, start in enumerate(timeline.starts, 1)
    ]


def _sum(rows: Sequence[dict[str, Any]], currency: str) -> Sales:
    of_currency = [_sales(row) for row in rows if row["currency"] == currency]
    return Sales(
        currency,
        sum(sales.bookings for sales in of_currency),
        sum(sales.tickets for sales in of_currency),
        sum((sales.amount for sales in of_currency), Decimal(0)),
    )


def _sales(row: dict[str, Any]) -> Sales:
    return Sales(row["currency"], row["bookings"], row["tickets"], row["amount"])

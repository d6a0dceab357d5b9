"""What was sold and paid in a period: of all events from sums by quarter of an hour."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from tortoise.backends.base.client import BaseDBAsyncClient

from src.application.dtos.analytics import Activity, Flow
from src.domain.services.periods import Period
from src.infrastructure.reports.scope import CONFIRMED, read_flows

QUARTER = timedelta(minutes=15)
"""Every day of every time zone consists of whole quarters."""

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)

MADE = f"""
SELECT count(*) AS bookings, COALESCE(sum(quantity), 0) AS places
FROM bookings
WHERE {CONFIRMED}
"""  # noqa: S608 - constants

OF_QUARTERS = """
SELECT currency, sum(bookings) AS bookings, sum(places) AS places, sum(entries) AS entries,
    sum(gross) FILTER (WHERE entries <> 0) AS gross,
    sum(refunds) FILTER (WHERE entries <> 0) AS refunds
FROM activity_quarters
WHERE quarter >= $1 AND quarter < $2
GROUP BY currency
"""


async def read_activity(
    connection: BaseDBAsyncClient, events: list[int] | None, within: Period
) -> Activity:
    """Of these events, or of all: the bookings made that are confirmed now, and the money."""
    if events is not None:
        return await _from_rows(connection, events, within)
    whole = _whole_quarters(within)
    if whole is None:
        return await _from_rows(connection, None, within)
    parts = [await _from_quarters(connection, whole)]
    for edge in (Period(within.start, whole.start), Period(whole.end, within.end)):
        if edge.start < edge.end:
            parts.append(await _from_rows(connection, None, edge))
    return _together(within, parts)


def _whole_quarters(within: Period) -> Period | None:
    """The quarters that lie in the period, if there are any."""
    past, beyond = (within.start - BEGINNING) % QUARTER, (within.end - BEGINNING) % QUARTER
    start = within.start + (QUARTER - past) % QUARTER
    end = within.end - beyond
    return Period(start, end) if start < end else None


async def _from_rows(
    connection: BaseDBAsyncClient, events: list[int] | None, within: Period
) -> Activity:
    values = [events, within.start, within.end]
    (made,) = await connection.execute_query_dict(MADE, values)
    money = await read_flows(connection, events, within)
    return Activity(within.start, within.end, made["bookings"], made["places"], money)


async def _from_quarters(connection: BaseDBAsyncClient, within: Period) -> Activity:
    rows = await connection.execute_query_dict(OF_QUARTERS, [within.start, within.end])
    return Activity(
        within.start,
        within.end,
        sum(row["bookings"] for row in rows),
        sum(row["places"] for row in rows),
        [Flow(row["currency"], row["gross"], row["refunds"]) for row in rows if row["entries"]],
    )


def _together(within: Period, parts: Sequence[Activity]) -> Activity:
    flows: dict[str, tuple[Decimal, Decimal]] = {}
    for flow in (flow for part in parts for flow in part.money):
        gross, refunds = flows.get(flow.currency, (Decimal(), Decimal()))
        flows[flow.currency] = gross + flow.gross, refunds + flow.refunds
    return Activity(
        within.start,
        within.end,
        sum(part.bookings for part in parts),
        sum(part.tickets for part in parts),
        [Flow(currency, *sums) for currency, sums in sorted(flows.items())],
    )

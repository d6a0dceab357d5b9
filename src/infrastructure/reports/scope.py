"""Shared by all reports: the rows in scope, by organizer or event and by period."""

from collections.abc import Iterable, Sequence
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from src.application.dtos.analytics import Flow, Scope
from src.domain.services.periods import Period

EVENTS_OF_ORGANIZER = "SELECT id FROM events WHERE organizer_id = $1"

OF_SCOPE = "($1::bigint[] IS NULL OR {column} = ANY ($1))"
"""The condition on a column with an event's id; `$1` is the result of `event_ids`."""

FLOWS = f"""
SELECT currency,
    COALESCE(sum(amount) FILTER (WHERE kind = 'payment'), 0) AS gross,
    COALESCE(-sum(amount) FILTER (WHERE kind <> 'payment'), 0) AS refunds
FROM ledger_entries
WHERE {OF_SCOPE.format(column="event_id")} AND at >= $2 AND at < $3
GROUP BY currency
ORDER BY currency
"""  # noqa: S608 - constants

CONFIRMED = f"""{OF_SCOPE.format(column="bookings.event_id")}
    AND bookings.booking_date >= $2 AND bookings.booking_date < $3
    AND bookings.status = 'confirmed'"""
"""The condition on bookings made in a period that are confirmed now."""


async def event_ids(connection: BaseDBAsyncClient, scope: Scope) -> list[int] | None:
    """The ids of the events in scope, including deleted ones; None for all."""
    if scope.event_id is not None:
        return [scope.event_id]
    if scope.organizer_id is None:
        return None
    rows = await connection.execute_query_dict(EVENTS_OF_ORGANIZER, [scope.organizer_id])
    return [row["id"] for row in rows]


async def read_flows(
    connection: BaseDBAsyncClient, events: list[int] | None, within: Period
) -> Sequence[Flow]:
    """Payments, and refunds with disputes, in the ledger within the period, by currency."""
    rows = await connection.execute_query_dict(FLOWS, [events, within.start, within.end])
    return [Flow(**row) for row in rows]


def currencies_of(rows: Iterable[dict[str, Any]]) -> list[str]:
    """Each currency once, in alphabetical order."""
    return sorted({row["currency"] for row in rows})

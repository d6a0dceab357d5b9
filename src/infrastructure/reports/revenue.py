"""Revenue statistics: payments and refunds, read from the ledger."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from src.application.dtos.analytics import (
    AccountFlow,
    BookedOutside,
    Flow,
    RevenueBucket,
    RevenueReport,
    Scope,
    Timeline,
)
from src.domain.shared.money import rounded
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.scope import CONFIRMED, OF_SCOPE, currencies_of, event_ids

Key = TypeVar("Key", bound=Hashable)

# width_bucket numbers the buckets from 1, since nothing lies before the first.
LEDGER = f"""
SELECT width_bucket(at, $4::timestamptz[]) AS bucket, account::text, currency,
    COALESCE(sum(amount) FILTER (WHERE kind = 'payment'), 0) AS gross,
    COALESCE(-sum(amount) FILTER (WHERE kind <> 'payment'), 0) AS refunds
FROM ledger_entries
WHERE {OF_SCOPE.format(column="event_id")} AND at >= $2 AND at < $3
GROUP BY bucket, account, currency
"""  # noqa: S608 - constants

# Of a booking that has lost single tickets, the part of fees and taxes that is for the others.
BOOKED_OUTSIDE = f"""
SELECT bookings.currency,
    count(*) AS bookings, sum(quantity) AS tickets, sum(total_amount) AS amount,
    COALESCE(sum(added.fees * kept.part), 0) AS fees,
    COALESCE(sum(added.taxes * kept.part), 0) AS taxes
FROM bookings JOIN events ON events.id = bookings.event_id
LEFT JOIN LATERAL (
    SELECT sum(fee_amount) AS fees, sum(tax_amount - tax_included) AS taxes FROM order_items
    WHERE order_items.event_id = bookings.event_id AND order_items.booking_id = bookings.id
) AS added ON bookings.order_id IS NOT NULL
LEFT JOIN LATERAL (
    SELECT COALESCE(bookings.total_amount / NULLIF(sum(price), 0), 1) AS part FROM tickets
    WHERE tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
) AS kept ON added.fees + added.taxes > 0
WHERE {CONFIRMED} AND events.payment = 'none' AND complimentary_reason IS NULL
GROUP BY bookings.currency
ORDER BY bookings.currency
"""  # noqa: S608 - constants


async def query_revenue(scope: Scope, timeline: Timeline) -> RevenueReport:
    """Implements `TimelineReader`."""
    async with reading() as connection:
        within = timeline.period
        values = [await event_ids(connection, scope), within.start, within.end]
        rows = await connection.execute_query_dict(LEDGER, [*values, timeline.starts])
        outside = await connection.execute_query_dict(BOOKED_OUTSIDE, values)
    currencies = currencies_of(rows)
    totals = _sums(rows, lambda row: str(row["currency"]))
    by_account = _sums(rows, lambda row: (str(row["account"]), str(row["currency"])))
    return RevenueReport(
        totals=[Flow(currency, *totals[currency]) for currency in currencies],
        over_time=_over_time(rows, currencies, timeline),
        by_account=[AccountFlow(*key, *by_account[key]) for key in sorted(by_account)],
        booked_outside=[_outside(row) for row in outside],
    )


def _outside(row: dict[str, Any]) -> BookedOutside:
    shares = {name: rounded(row[name], row["currency"]) for name in ("fees", "taxes")}
    return BookedOutside(**{**row, **shares})


def _over_time(
    rows: Sequence[dict[str, Any]], currencies: Sequence[str], timeline: Timeline
) -> Sequence[RevenueBucket]:
    found = _sums(rows, lambda row: (int(row["bucket"]), str(row["currency"])))
    nothing = (Decimal(0), Decimal(0))
    return [
        RevenueBucket(
            start,
            [Flow(currency, *found.get((number, currency), nothing)) for currency in currencies],
        )
        for number, start in enumerate(timeline.starts, 1)
    ]


def _sums(
    rows: Sequence[dict[str, Any]], key: Callable[[dict[str, Any]], Key]
) -> Mapping[Key, tuple[Decimal, Decimal]]:
    """Gross and refunds by key."""
    sums: dict[Key, tuple[Decimal, Decimal]] = defaultdict(lambda: (Decimal(0), Decimal(0)))
    for row in rows:
        gross, refunds = sums[key(row)]
        sums[key(row)] = gross + row["gross"], refunds + row["refunds"]
    return sums

"""Bookings as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldBooking, SoldSearch, SoldSum
from src.domain.entities.booking import BookingStatus
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import (
    IS_KNOWN,
    boundaries,
    conditions,
    page_of,
    sums_of,
)

FOUND = f"""
WITH seen AS (
    SELECT bookings.id, bookings.reference, bookings.event_id, bookings.order_id,
        bookings.user_id, bookings.status, bookings.quantity, bookings.currency,
        bookings.total_amount, bookings.booking_date, bookings.expires_at,
        events.title AS event_title, events.timezone,
        {IS_KNOWN.format(subject="booking")} AS is_known
    FROM bookings JOIN events ON events.id = bookings.event_id
    WHERE ($1::bigint IS NULL OR events.organizer_id = $1)
        AND ($2::bigint IS NULL OR bookings.event_id = $2)
        AND ($3::bigint IS NULL OR bookings.user_id = $3)
        AND ($4::text IS NULL OR bookings.status::text = $4)
        AND ($5::timestamptz IS NULL OR booking_date >= $5)
        AND ($6::timestamptz IS NULL OR booking_date < $6)
        AND ($9::text IS NULL OR events.payment::text = $9)
), found AS (
    SELECT seen.id, seen.reference, seen.event_id, event_title, timezone, seen.order_id,
        seen.user_id, seen.status::text AS status, seen.quantity, seen.currency,
        seen.total_amount, seen.booking_date, seen.expires_at,
        COALESCE(contact_name, CASE WHEN is_known THEN users.name END) AS name,
        COALESCE(contact_email, CASE WHEN is_known THEN users.email END) AS email
    FROM seen JOIN users ON users.id = seen.user_id LEFT JOIN orders ON orders.id = seen.order_id
    WHERE $7::text IS NULL OR contact_name_folded LIKE $7 OR contact_email_folded LIKE $7
        OR (is_known AND (users.name_folded LIKE $7 OR users.email_folded LIKE $7))
        OR seen.reference = $8 OR orders.reference = $8
        OR seen.id = (SELECT booking_id FROM tickets WHERE ticket_code = $8)
)
"""  # noqa: S608 - constants

SELECT = f"""{FOUND}
SELECT id, reference, event_id, event_title, timezone, order_id, user_id, status, quantity,
    currency, total_amount, booking_date, expires_at, name, email
FROM found WHERE true
"""  # noqa: S608 - constants

SUMS = f"""{FOUND}
SELECT currency, count(*) AS number,
    COALESCE(sum(quantity) FILTER (WHERE status = 'confirmed'), 0) AS tickets,
    COALESCE(sum(total_amount) FILTER (WHERE status = 'confirmed'), 0) AS amount,
    COALESCE(sum(total_amount) FILTER (WHERE status = 'refunded'), 0) AS refunded
FROM found
GROUP BY currency ORDER BY currency
"""  # noqa: S608 - constants


class PostgresSoldBookingReader:
    """Implements `SoldBookingReader`."""

    async def search(
        self, scope: Scope, wanted: SoldSearch, page: PageRequest
    ) -> Page[SoldBooking]:
        end, bounds = boundaries(page)
        values = await conditions(scope, wanted)
        async with reading() as connection:
            rows = await connection.execute_query_dict(SELECT + end, [*values, *bounds])
        return page_of(rows, page, _booking)

    async def sums(self, scope: Scope, wanted: SoldSearch) -> Sequence[SoldSum]:
        values = await conditions(scope, wanted)
        async with reading() as connection:
            return sums_of(await connection.execute_query_dict(SUMS, values))


def _booking(row: Mapping[str, Any]) -> SoldBooking:
    return SoldBooking(**{**row, "status": BookingStatus(row["status"])})

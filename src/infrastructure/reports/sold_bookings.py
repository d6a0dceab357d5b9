"""Bookings as organizers look through them, in PostgreSQL."""

from collections.abc import Mapping, Sequence
from typing import Any

from src.application.dtos.analytics import Scope
from src.application.dtos.sold import SoldBooking, SoldSearch, SoldSum
from src.domain.entities.booking import BookingStatus
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.reports.reading import reading
from src.infrastructure.reports.sold import (
    Found,
    goes_by_id,
    is_known,
    is_own_event,
    page_of,
    sums_of,
)
from src.infrastructure.reports.sold_conditions import (
    PAID_THROUGH,
    Conditions,
    restrict_by_words,
)

FOUND = """
WITH found AS (
    SELECT bookings.id, bookings.reference, bookings.event_id, events.title AS event_title,
        events.timezone, bookings.order_id, orders.reference AS order_reference,
        bookings.user_id, bookings.status::text AS status, bookings.quantity, bookings.currency,
        bookings.total_amount, bookings.booking_date, bookings.expires_at,
        bookings.complimentary_reason,
        COALESCE(contact_name, CASE WHEN {is_known} THEN users.name END) AS name,
        COALESCE(contact_email, CASE WHEN {is_known} THEN users.email END) AS email
    FROM bookings JOIN events ON events.id = bookings.event_id
    JOIN users ON users.id = bookings.user_id LEFT JOIN orders ON orders.id = bookings.order_id
    WHERE {conditions}
)
"""

SELECT = """
SELECT id, reference, event_id, event_title, timezone, order_id, order_reference, user_id, status,
    quantity, currency, total_amount, booking_date, expires_at, name, email,
    complimentary_reason
FROM found
"""

IDS = "SELECT id, currency, total_amount FROM found"

COUNT = "SELECT count(*) AS number FROM found"

SUMS = """
SELECT currency, count(*) AS number,
    COALESCE(sum(quantity) FILTER (WHERE status = 'confirmed'), 0) AS tickets,
    COALESCE(sum(total_amount) FILTER (WHERE status = 'confirmed'), 0) AS amount,
    COALESCE(sum(total_amount) FILTER (WHERE status = 'refunded'), 0) AS refunded
FROM found
GROUP BY currency ORDER BY currency
"""


class PostgresSoldBookingReader:
    """Implements `SoldBookingReader`."""

    async def search(
        self, scope: Scope, wanted: SoldSearch, page: PageRequest
    ) -> Page[SoldBooking]:
        return page_of(await _rows(SELECT, scope, wanted, page), page, _booking)

    async def ids(self, scope: Scope, wanted: SoldSearch, page: PageRequest) -> Page[int]:
        return page_of(await _rows(IDS, scope, wanted, page), page, lambda row: int(row["id"]))

    async def count(self, scope: Scope, wanted: SoldSearch) -> int:
        (row,) = await _rows(COUNT, scope, wanted)
        return int(row["number"])

    async def sums(self, scope: Scope, wanted: SoldSearch) -> Sequence[SoldSum]:
        found = await found_bookings(scope, wanted)
        return await sums_of(found.then(SUMS, scope, "order_id", None), found.conditions.values)


async def _rows(
    select: str, scope: Scope, wanted: SoldSearch, page: PageRequest | None = None
) -> list[dict[str, Any]]:
    found = await found_bookings(scope, wanted)
    text = found.then(select, scope, "order_id", page)
    async with reading(is_row_by_row=goes_by_id(wanted, page)) as connection:
        return await connection.execute_query_dict(text, found.conditions.values)


async def found_bookings(scope: Scope, wanted: SoldSearch) -> Found:
    """The bookings that are asked for."""
    conditions = Conditions()
    known = is_known(conditions, scope, "booking")
    if wanted.event_id is not None:
        conditions.add("bookings.event_id = {event}", event=wanted.event_id)
    if scope.organizer_id is not None:
        conditions.add(is_own_event(conditions, scope))
    conditions.add_wanted("bookings.user_id = {wanted}", wanted.user_id)
    conditions.add_wanted("bookings.status::text = {wanted}", wanted.status)
    conditions.add_wanted("bookings.booking_date >= {wanted}", wanted.date_from)
    conditions.add_wanted("bookings.booking_date < {wanted}", wanted.date_to)
    conditions.add_wanted("events.payment::text = {wanted}", wanted.payment)
    conditions.add_wanted(
        "(bookings.complimentary_reason IS NOT NULL) = {wanted}", wanted.is_complimentary
    )
    if wanted.provider is not None:
        conditions.add(PAID_THROUGH, provider=wanted.provider)
    await restrict_by_words(conditions, wanted, known, "booking")
    return Found(FOUND.format(is_known=known, conditions=conditions), conditions)


def _booking(row: Mapping[str, Any]) -> SoldBooking:
    return SoldBooking(**{**row, "status": BookingStatus(row["status"])})

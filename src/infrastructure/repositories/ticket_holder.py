"""What somebody has, in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

from src.domain.entities.booking import Booking
from src.domain.entities.ticket import Ticket
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.models import OrderModel, TicketModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.read_models.whole_bookings import whole_bookings
from src.infrastructure.repositories.ticket import with_seats

AHEAD, BEHIND = "date_time", "-date_time"

# A ticket without a code was never confirmed: whether such a hold lives says its booking alone.
MINE = """
WITH mine AS (
    SELECT event_id, bool_or(is_live) AS is_live, bool_or(was_confirmed) AS was_confirmed FROM (
        SELECT event_id, false AS was_confirmed,
            status = 'confirmed' OR status = 'pending' AND expires_at > $2 AS is_live
        FROM bookings WHERE user_id = $1
        UNION ALL
        SELECT event_id, ticket_code IS NOT NULL, status IN ('active', 'used')
        FROM tickets WHERE user_id = $1
    ) AS had GROUP BY event_id
), sorted AS (
    SELECT events.id, date_time, ends_at > $2
        AND (is_live OR was_confirmed AND events.status = 'cancelled') AS is_ahead
    FROM events JOIN mine ON mine.event_id = events.id WHERE deleted_at IS NULL
)
"""
EVENTS_AHEAD = (
    MINE
    + """
SELECT id, date_time FROM sorted
WHERE is_ahead AND ($3::timestamptz IS NULL OR (date_time, id) > ($3, $4::bigint))
ORDER BY date_time, id LIMIT $5
"""
)
EVENTS_BEHIND = (
    MINE
    + """
SELECT id, date_time FROM sorted
WHERE NOT is_ahead AND ($3::timestamptz IS NULL OR (date_time, id) < ($3, $4::bigint))
ORDER BY date_time DESC, id DESC LIMIT $5
"""
)

BOOKINGS = """
SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY event_id ORDER BY id DESC) AS place
    FROM bookings WHERE user_id = $1 AND event_id = ANY($2)
) AS numbered WHERE place <= 50
"""

RECEIVED = """
SELECT id FROM (
    SELECT tickets.id, row_number() OVER (PARTITION BY tickets.event_id ORDER BY tickets.id DESC)
        AS place
    FROM tickets JOIN bookings
        ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
    WHERE tickets.user_id = $1 AND tickets.event_id = ANY($2) AND bookings.user_id <> $1
) AS numbered WHERE place <= 50
"""

# The last who accepted it before that issue; else it was still the buyer's.
LAST_HOLDER = """
SELECT COALESCE((
    SELECT to_user_id FROM transfers
    WHERE transfers.event_id = old.event_id AND transfers.ticket_id = old.ticket_id
        AND status = 'accepted' AND issue <= (
        SELECT count(*) FROM retired_ticket_codes AS earlier
        WHERE earlier.event_id = old.event_id AND earlier.ticket_id = old.ticket_id
            AND earlier.id < old.id
    )
    ORDER BY issue DESC LIMIT 1
), bookings.user_id) AS user_id
FROM retired_ticket_codes AS old
JOIN tickets ON tickets.id = old.ticket_id AND tickets.event_id = old.event_id
JOIN bookings ON bookings.event_id = tickets.event_id AND bookings.id = tickets.booking_id
WHERE old.code = $1
"""

# A refund of the whole order is of its bookings too.
UNRETURNED = """
SELECT bookings.id, COALESCE(bool_or(refund.owed_amount > 0), false) AS is_owed
FROM bookings LEFT JOIN transactions AS refund
    ON refund.order_id = bookings.order_id AND refund.kind = 'refund'
        AND (refund.booking_id = bookings.id OR refund.booking_id IS NULL)
        AND (refund.status = 'pending' OR refund.owed_amount > 0)
WHERE bookings.id = ANY ($1) AND (refund.id IS NOT NULL OR bookings.refund_due)
GROUP BY bookings.id
"""


class PostgresTicketHolderRepository:
    """Implements `TicketHolderRepository`."""

    async def event_ids(
        self, user_id: int, *, now: datetime, is_ahead: bool, page: PageRequest
    ) -> Page[int]:
        sort = AHEAD if is_ahead else BEHIND
        after, after_id = _position(page.after, sort)
        # One more row than requested shows whether there is a next page.
        rows = await current_connection().execute_query_dict(
            EVENTS_AHEAD if is_ahead else EVENTS_BEHIND,
            [user_id, now, after, after_id, page.limit + 1],
        )
        ids = [row["id"] for row in rows[: page.limit]]
        if len(rows) <= page.limit:
            return Page(ids)
        last = rows[page.limit - 1]
        return Page(ids, Cursor(sort, last["date_time"].isoformat(), last["id"]))

    async def bookings(self, user_id: int, *, event_ids: Collection[int]) -> list[Booking]:
        ids = await _ids(BOOKINGS, user_id, event_ids)
        return await whole_bookings(sorted(ids, reverse=True)) if ids else []

    async def received(self, user_id: int, *, event_ids: Collection[int]) -> list[Ticket]:
        ids = await _ids(RECEIVED, user_id, event_ids)
        rows = TicketModel.filter(event_id__in=list(event_ids), id__in=ids).order_by("-id")
        return await with_seats(await rows) if ids else []

    async def order_references(self, order_ids: Collection[int]) -> dict[int, str]:
        rows = await OrderModel.filter(id__in=list(order_ids)).only("id", "reference")
        return {row.id: row.reference for row in rows}

    async def unreturned(self, booking_ids: Collection[int]) -> dict[int, bool]:
        rows = await current_connection().execute_query_dict(UNRETURNED, [list(booking_ids)])
        return {row["id"]: row["is_owed"] for row in rows}

    async def last_holder(self, retired_code: str) -> int | None:
        rows = await current_connection().execute_query_dict(LAST_HOLDER, [retired_code])
        return rows[0]["user_id"] if rows else None


async def _ids(query: str, user_id: int, event_ids: Collection[int]) -> list[int]:
    if not event_ids:
        return []
    found = await current_connection().execute_query_dict(query, [user_id, list(event_ids)])
    return [row["id"] for row in found]


def _position(cursor: Cursor | None, sort: str) -> tuple[datetime | None, int | None]:
    """Return what the page follows. Raises ValidationFailed for a cursor of another list."""
    if cursor is None:
        return None, None
    try:
        at = datetime.fromisoformat(cursor.value)
    except ValueError as error:
        raise ValidationFailed("query.cursor", "This cursor is not one of ours.") from error
    if cursor.sort != sort or at.tzinfo is None:
        raise ValidationFailed("query.cursor", "This cursor belongs to another list.")
    return at, cursor.id

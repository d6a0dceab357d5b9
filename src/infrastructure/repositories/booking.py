"""Bookings in PostgreSQL, always with their tickets."""

from collections.abc import Collection, Sequence
from datetime import datetime

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.ticket import Ticket
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingFilter, BookingStatusChange, CancellationStep
from src.domain.repositories.event import EventUser
from src.domain.repositories.page import Page, PageRequest
from src.infrastructure.database.models import BookingModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.read_models.whole_bookings import whole_bookings
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_ids

CONDITIONS = {
    "event_id": "event_id",
    "user_id": "user_id",
    "status": "status",
    "date_from": "booking_date__gte",
    "date_to": "booking_date__lt",
}

LIVE = [BookingStatus.PENDING, BookingStatus.CONFIRMED]

INSERT_BOOKINGS = """
INSERT INTO bookings (event_id, currency, reference, user_id, quantity, total_amount, status,
    booking_date, expires_at, order_id, complimentary_reason)
SELECT event_id, currency, reference, user_id, quantity, total_amount, status::booking_status,
    booking_date, expires_at, order_id, complimentary_reason
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::integer[], $6::numeric[],
    $7::text[], $8::timestamptz[], $9::timestamptz[], $10::bigint[], $11::text[])
    AS new (event_id, currency, reference, user_id, quantity, total_amount, status, booking_date,
        expires_at, order_id, complimentary_reason)
RETURNING id, created_at
"""

INSERT_TICKETS = """
INSERT INTO tickets (event_id, booking_id, user_id, ticket_type_id, seat_id, ticket_code, price,
    status, admits)
SELECT event_id, booking_id, user_id, ticket_type_id, seat_id, ticket_code, price,
    status::ticket_status, admits
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[],
    $7::numeric[], $8::text[], $9::boolean[])
    AS new (event_id, booking_id, user_id, ticket_type_id, seat_id, ticket_code, price, status,
        admits)
RETURNING id, created_at
"""

UPDATE_BOOKINGS = """
UPDATE bookings SET status = new.status, quantity = new.quantity,
    total_amount = new.total_amount, expires_at = new.expires_at, is_extended = new.is_extended
FROM unnest($1::bigint[], $2::bigint[], $3::text[]::booking_status[], $4::integer[],
    $5::numeric[], $6::timestamptz[], $7::boolean[])
    AS new (event_id, id, status, quantity, total_amount, expires_at, is_extended)
WHERE bookings.event_id = new.event_id AND bookings.id = new.id
RETURNING bookings.id, bookings.version, bookings.updated_at
"""

UPDATE_TICKETS = """
UPDATE tickets SET status = new.status, ticket_code = new.ticket_code
FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[]::ticket_status[])
    AS new (event_id, id, ticket_code, status)
WHERE tickets.event_id = new.event_id AND tickets.id = new.id
"""

REPRICE = """
UPDATE tickets SET price = new.price
FROM unnest($2::bigint[], $3::numeric[]) AS new (id, price)
WHERE tickets.event_id = $1 AND tickets.id = new.id
"""

HELD_BY = """
SELECT id FROM bookings
WHERE user_id = $1 AND status = 'pending' AND order_id IS NULL ORDER BY id
"""

BUYER = "SELECT user_id FROM bookings WHERE id = $1"
BOOKED_BY = """
SELECT audit_log.actor_id IN ($2::bigint, (
    SELECT (claimed.before->>'user_id')::bigint FROM audit_log AS claimed
    WHERE claimed.subject = 'booking' AND claimed.subject_id = $1
        AND claimed.action = 'booking.claimed'
    ORDER BY claimed.id LIMIT 1
)) IS TRUE AS is_customer
FROM audit_log WHERE audit_log.subject = 'booking' AND audit_log.subject_id = $1
ORDER BY audit_log.id LIMIT 1
"""

# For each by the index of the user (`+ 0` and `::text` keep the planner from any other): one of
# what is pending would be read as a whole, once for each.
HOLD_COUNTS = """
SELECT asked.event_id, asked.user_id, count(*) AS holds
FROM unnest($1::bigint[], $2::bigint[]) AS asked (event_id, user_id)
JOIN bookings ON bookings.user_id = asked.user_id AND bookings.event_id + 0 = asked.event_id
WHERE bookings.status::text = 'pending'
GROUP BY asked.event_id, asked.user_id
"""

EVENTS_WITH_LAPSED_HOLDS = """
SELECT DISTINCT event_id FROM bookings
WHERE status = 'pending' AND expires_at <= $1 AND event_id <> ALL($3)
ORDER BY event_id LIMIT $2
"""

EXPIRE_BOOKINGS = """
UPDATE bookings SET status = 'expired', expires_at = NULL
WHERE event_id = ANY($1) AND status = 'pending' AND expires_at <= $2
RETURNING event_id, id
"""

EXPIRE_TICKETS = """
UPDATE tickets SET status = 'cancelled'
WHERE event_id = ANY($1) AND booking_id = ANY($2) AND status = 'reserved'
"""

LIVE_OF_EVENT = """
SELECT id, order_id FROM bookings
WHERE event_id = $1 AND id > $2 AND status IN ('pending', 'confirmed') ORDER BY id LIMIT $3
"""

CANCEL_TICKETS = """
UPDATE tickets SET status = 'cancelled'
WHERE event_id = $1 AND booking_id = ANY($2) AND status IN ('reserved', 'active')
"""

PAID_ORDERS = """
SELECT DISTINCT order_id FROM transactions
WHERE order_id = ANY($1) AND kind = 'payment' AND status = 'success'
"""

# One with a used ticket stays; what was paid for its other tickets is refunded all the same.
CANCEL_BOOKINGS = """
WITH live AS (
    SELECT id, status, EXISTS (
        SELECT 1 FROM tickets
        WHERE tickets.event_id = $1 AND tickets.booking_id = bookings.id
            AND tickets.status = 'used'
    ) AS is_used, (order_id = ANY($3)) IS TRUE AS is_paid
    FROM bookings WHERE event_id = $1 AND id = ANY($2)
)
UPDATE bookings
SET status = CASE
        WHEN is_used THEN bookings.status
        WHEN is_paid AND bookings.status = 'confirmed' THEN 'refunded'
        ELSE 'cancelled'
    END,
    expires_at = NULL,
    refund_due = is_paid AND bookings.status = 'confirmed'
FROM live
WHERE bookings.event_id = $1 AND bookings.id = live.id AND (NOT is_used OR is_paid)
RETURNING bookings.id, live.status AS before, bookings.status AS after
"""

# Counted by the triggers, so that the many events that are long over cost nothing.
UNCANCELLED_EVENTS = """
SELECT events.id, counted.tickets FROM events
JOIN LATERAL (
    SELECT sum(sold + held) AS tickets FROM ticket_types WHERE event_id = events.id
) AS counted ON counted.tickets > 0
WHERE status = 'cancelled' AND events.id <> ALL($2)
    AND EXISTS (
        SELECT 1 FROM tickets WHERE event_id = events.id AND status IN ('reserved', 'active')
    )
ORDER BY events.id LIMIT $1
"""

REFUND_DUE = """
SELECT id, order_id FROM bookings WHERE refund_due AND id > $1 AND NOT EXISTS (
    SELECT 1 FROM transactions
    WHERE order_id = bookings.order_id AND kind = 'dispute' AND status = 'pending'
)
ORDER BY id LIMIT $2
"""


class TortoiseBookingRepository:
    """Implements `BookingRepository`."""

    async def get(self, booking_id: int) -> Booking:
        found = await whole_bookings([booking_id])
        if not found:
            raise NotFound("booking", booking_id)
        return found[0]

    async def by_ids(self, booking_ids: Sequence[int]) -> list[Booking]:
        return await whole_bookings(booking_ids)

    async def was_booked_by_customer(self, booking_id: int) -> bool:
        connection = current_connection()
        buyers = await connection.execute_query_dict(BUYER, [booking_id])
        if not buyers:
            return False
        values = [booking_id, buyers[0]["user_id"]]
        rows = await connection.execute_query_dict(BOOKED_BY, values)
        return bool(rows) and rows[0]["is_customer"] is True

    async def held_by(self, user_id: int) -> list[int]:
        rows = await current_connection().execute_query_dict(HELD_BY, [user_id])
        return [row["id"] for row in rows]

    async def search(self, wanted: BookingFilter, page: PageRequest) -> Page[Booking]:
        query = BookingModel.all()
        for name, condition in CONDITIONS.items():
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{condition: value})
        if (is_gift := wanted.is_complimentary) is not None:
            query = query.filter(complimentary_reason__isnull=not is_gift)
        found = await fetch_ids(query, page)
        return Page(await whole_bookings(found.items), found.next)

    async def add(self, bookings: Sequence[Booking]) -> None:
        rows = await current_connection().execute_query_dict(
            INSERT_BOOKINGS,
            [
                [booking.event_id for booking in bookings],
                [booking.currency for booking in bookings],
                [booking.reference for booking in bookings],
                [booking.user_id for booking in bookings],
                [booking.quantity for booking in bookings],
                [booking.total_amount for booking in bookings],
                [booking.status for booking in bookings],
                [booking.booking_date for booking in bookings],
                [booking.expires_at for booking in bookings],
                [booking.order_id for booking in bookings],
                [booking.complimentary_reason for booking in bookings],
            ],
        )
        for booking, row in zip(bookings, rows, strict=True):
            booking.id = row["id"]
            booking.created_at = booking.updated_at = row["created_at"]
        tickets = []
        for booking in bookings:
            for ticket in booking.tickets:
                ticket.booking_id = booking.id
            tickets += booking.tickets
        await _add_tickets(tickets)

    async def save(self, *bookings: Booking) -> None:
        connection = current_connection()
        columns = ("event_id", "id", "status", "quantity", "total_amount", "expires_at")
        rows = await connection.execute_query_dict(
            UPDATE_BOOKINGS,
            [[getattr(b, column) for b in bookings] for column in (*columns, "is_extended")],
        )
        saved = {row["id"]: row for row in rows}
        for booking in bookings:
            row = saved[booking.id]
            booking.version, booking.updated_at = row["version"], row["updated_at"]
            if new := [ticket for ticket in booking.tickets if not ticket.id]:
                await _add_tickets(new)
        tickets = [ticket for booking in bookings for ticket in booking.tickets]
        await connection.execute_query_dict(
            UPDATE_TICKETS,
            [
                [ticket.event_id for ticket in tickets],
                [ticket.id for ticket in tickets],
                [ticket.ticket_code for ticket in tickets],
                [ticket.status for ticket in tickets],
            ],
        )

    async def reprice(self, booking: Booking) -> None:
        tickets = booking.tickets
        await current_connection().execute_query_dict(
            REPRICE,
            [
                booking.event_id,
                [ticket.id for ticket in tickets],
                [ticket.price for ticket in tickets],
            ],
        )

    async def forget_words_of(self, user_id: int) -> None:
        await BookingModel.filter(user_id=user_id, complimentary_reason__isnull=False).update(
            complimentary_reason=""
        )

    async def hold_counts(self, users: Collection[EventUser]) -> dict[EventUser, int]:
        rows = await current_connection().execute_query_dict(HOLD_COUNTS, mapping.columns_of(users))
        return {(row["event_id"], row["user_id"]): row["holds"] for row in rows}

    async def events_with_lapsed_holds(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        rows = await current_connection().execute_query_dict(
            EVENTS_WITH_LAPSED_HOLDS, [now, limit, list(but)]
        )
        return [row["event_id"] for row in rows]

    async def expire_lapsed(
        self, event_ids: Collection[int], now: datetime
    ) -> list[tuple[int, int]]:
        connection = current_connection()
        rows = await connection.execute_query_dict(EXPIRE_BOOKINGS, [list(event_ids), now])
        expired = [(row["event_id"], row["id"]) for row in rows]
        if expired:
            await connection.execute_query_dict(EXPIRE_TICKETS, mapping.columns_of(expired))
        return expired

    async def live_count(self, event_id: int) -> int:
        return await BookingModel.filter(event_id=event_id, status__in=LIVE).count()

    async def cancel_of_event(
        self, event_id: int, *, after_id: int, limit: int
    ) -> CancellationStep:
        connection = current_connection()
        live = await connection.execute_query_dict(LIVE_OF_EVENT, [event_id, after_id, limit])
        if not live:
            return CancellationStep([], [], None)
        ids = [row["id"] for row in live]
        await connection.execute_query_dict(CANCEL_TICKETS, [event_id, ids])
        order_ids = sorted({row["order_id"] for row in live if row["order_id"] is not None})
        found = await connection.execute_query_dict(PAID_ORDERS, [order_ids])
        paid = [row["order_id"] for row in found]
        rows = await connection.execute_query_dict(CANCEL_BOOKINGS, [event_id, ids, paid])
        changes = [
            BookingStatusChange(
                row["id"], BookingStatus(row["before"]), BookingStatus(row["after"])
            )
            for row in rows
            if row["before"] != row["after"]
        ]
        return CancellationStep(changes, order_ids, ids[-1] if len(ids) == limit else None)

    async def uncancelled_events(self, *, limit: int, but: Collection[int] = ()) -> dict[int, int]:
        rows = await current_connection().execute_query_dict(UNCANCELLED_EVENTS, [limit, list(but)])
        return {row["id"]: row["tickets"] for row in rows}

    async def refund_due(self, *, after_id: int, limit: int) -> list[tuple[int, int]]:
        rows = await current_connection().execute_query_dict(REFUND_DUE, [after_id, limit])
        return [(row["id"], row["order_id"]) for row in rows]

    async def begin_refund(self, booking_id: int) -> bool:
        updated = await BookingModel.filter(id=booking_id, refund_due=True).update(refund_due=False)
        return bool(updated)


async def _add_tickets(tickets: Sequence[Ticket]) -> None:
    rows = await current_connection().execute_query_dict(
        INSERT_TICKETS,
        [
            [ticket.event_id for ticket in tickets],
            [ticket.booking_id for ticket in tickets],
            [ticket.user_id for ticket in tickets],
            [ticket.ticket_type_id for ticket in tickets],
            [ticket.seat.id if ticket.seat else None for ticket in tickets],
            [ticket.ticket_code for ticket in tickets],
            [ticket.price for ticket in tickets],
            [ticket.status for ticket in tickets],
            [ticket.admits for ticket in tickets],
        ],
    )
    for ticket, row in zip(tickets, rows, strict=True):
        ticket.id = row["id"]
        ticket.created_at = ticket.updated_at = row["created_at"]

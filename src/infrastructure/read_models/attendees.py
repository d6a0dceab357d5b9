"""Who comes to an event, in PostgreSQL."""

from collections.abc import Mapping
from typing import Any

from src.application.dtos.door import Attendee, AttendeeSearch, DoorCount
from src.domain.entities.ticket import TicketStatus
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.known_people import KNOWN_HOLDER, UNKNOWN_NAME
from src.infrastructure.database.matching import containing
from src.infrastructure.database.orm import current_connection

# Administrators, to whom `$2` is true, know everybody.
IS_KNOWN = f"($2 OR {KNOWN_HOLDER})"
NAME = f"CASE WHEN {IS_KNOWN} THEN holder.name ELSE {UNKNOWN_NAME} END"

COLUMNS = f"""ticket.id AS ticket_id, ticket.ticket_code, {NAME} AS name,
    CASE WHEN {IS_KNOWN} THEN holder.email ELSE orders.contact_email END AS email,
    booking.reference AS booking_reference, kind.id AS ticket_type_id, kind.name AS ticket_type,
    seat.section || ' ' || seat.row || ' ' || seat.seat_number AS seat,
    ticket.status::text AS status, ticket.used_at, ticket.gate, ticket.is_inside,
    booking.complimentary_reason IS NOT NULL AS is_complimentary, EXISTS (
        SELECT 1 FROM disputes
        WHERE disputes.order_id = booking.order_id AND disputes.closed_at IS NULL
    ) AS is_disputed"""  # noqa: S608 - constants
TABLES = """
FROM tickets AS ticket
JOIN users AS holder ON holder.id = ticket.user_id
JOIN bookings AS booking
    ON booking.event_id = ticket.event_id AND booking.id = ticket.booking_id
JOIN ticket_types AS kind
    ON kind.event_id = ticket.event_id AND kind.id = ticket.ticket_type_id
LEFT JOIN orders ON orders.id = booking.order_id
LEFT JOIN seats AS seat ON seat.id = ticket.seat_id
WHERE ticket.event_id = $1 AND ticket.ticket_code IS NOT NULL AND ticket.admits
"""
OF_KIND = """
    AND ticket.status = ANY($3::text[]::ticket_status[])
    AND ($4::bigint IS NULL OR ticket.ticket_type_id = $4)
"""
FOUND = f"""{TABLES} {OF_KIND} AND (
        $5::text IS NULL OR ($6 AND booking.reference = $7)
        OR ((holder.name_folded LIKE $5 OR ($6 AND holder.email_folded LIKE $5)) AND {IS_KNOWN})
        OR (
            (orders.contact_name_folded LIKE $5 OR ($6 AND orders.contact_email_folded LIKE $5))
            AND NOT {IS_KNOWN}
        )
    )
"""
ONE = f"SELECT {COLUMNS} {TABLES} AND ticket.id = $3"
PAGE = f"SELECT {COLUMNS} {FOUND} AND ticket.id > $8 ORDER BY ticket.id LIMIT $9"
# Without a word the page is found before anything is joined, so that no more than its rows is.
PAGE_OF_ALL = f"""
WITH page AS MATERIALIZED (
    SELECT ticket.id FROM tickets AS ticket
    WHERE ticket.event_id = $1 AND ticket.ticket_code IS NOT NULL AND ticket.admits {OF_KIND}
        AND ticket.id > $5
    ORDER BY ticket.id LIMIT $6
)
SELECT {COLUMNS} {TABLES} AND ticket.id IN (SELECT id FROM page) ORDER BY ticket.id
"""  # noqa: S608 - constants
NUMBER = f"SELECT count(*) AS number {FOUND}"
BY_NAME = f"""
SELECT {COLUMNS}, lower({NAME}) AS sort_name, holder.id AS holder_id {FOUND}
    AND ($8::text IS NULL OR (lower({NAME}), holder.id, ticket.id) > ($8, $9, $10))
ORDER BY sort_name, holder.id, ticket.id LIMIT $11
"""

COUNT = """
SELECT count(*) AS expected, count(*) FILTER (WHERE status = 'used') AS used,
    count(*) FILTER (WHERE status = 'used' AND is_inside) AS inside
FROM tickets WHERE event_id = $1 AND status IN ('active', 'used') AND admits
"""

MAY_COME = [TicketStatus.ACTIVE, TicketStatus.USED]


class PostgresAttendeeReader:
    """Implements `AttendeeReader`."""

    async def search(self, wanted: AttendeeSearch, page: PageRequest) -> Page[Attendee]:
        after = page.last_id or 0
        conditions = _of_kind(wanted) if wanted.q is None else await _conditions(wanted)
        # One more than requested shows whether there is a next page.
        values = [*conditions, after, page.limit + 1]
        statement = PAGE_OF_ALL if wanted.q is None else PAGE
        rows = await current_connection().execute_query_dict(statement, values)
        items = [_attendee(row) for row in rows[: page.limit]]
        if len(rows) <= page.limit:
            return Page(items)
        last = items[-1].ticket_id
        return Page(items, Cursor(page.sort, str(last), last))

    async def of_ticket(self, event_id: int, ticket_id: int) -> Attendee | None:
        rows = await current_connection().execute_query_dict(ONE, [event_id, False, ticket_id])
        return _attendee(rows[0]) if rows else None

    async def count(self, event_id: int) -> DoorCount:
        (row,) = await current_connection().execute_query_dict(COUNT, [event_id])
        return DoorCount(**row)

    async def number(self, wanted: AttendeeSearch) -> int:
        values = await _conditions(wanted)
        (row,) = await current_connection().execute_query_dict(NUMBER, values)
        return int(row["number"])

    async def by_name(self, wanted: AttendeeSearch, page: PageRequest) -> Page[Attendee]:
        name, holder_id, ticket_id = None, 0, 0
        if page.after is not None:
            holder, _, name = page.after.value.partition(" ")
            holder_id, ticket_id = int(holder), page.after.id
        values = [*await _conditions(wanted), name, holder_id, ticket_id, page.limit + 1]
        rows = await current_connection().execute_query_dict(BY_NAME, values)
        ends = [(row.pop("holder_id"), row.pop("sort_name"), row["ticket_id"]) for row in rows]
        items = [_attendee(row) for row in rows[: page.limit]]
        if len(rows) <= page.limit:
            return Page(items)
        holder_id, name, ticket_id = ends[page.limit - 1]
        return Page(items, Cursor(page.sort, f"{holder_id} {name}", ticket_id))


def _of_kind(wanted: AttendeeSearch) -> list[object]:
    statuses = [wanted.status] if wanted.status else MAY_COME
    return [wanted.event_id, wanted.knows_everybody, statuses, wanted.ticket_type_id]


async def _conditions(wanted: AttendeeSearch) -> list[object]:
    q = wanted.q
    pattern = await containing(q)
    reference = None if q is None else q.upper()
    return [*_of_kind(wanted), pattern, wanted.by_email, reference]


def _attendee(row: Mapping[str, Any]) -> Attendee:
    return Attendee(**{**row, "status": TicketStatus(row["status"])})

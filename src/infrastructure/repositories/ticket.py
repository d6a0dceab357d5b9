"""Tickets in PostgreSQL."""

from collections.abc import Collection, Sequence

from tortoise.expressions import Q

from src.domain.entities.ticket import RetiredCode, Ticket
from src.domain.entities.venue import Seat
from src.domain.errors import CodeCollision, CodeRetired, NotFound
from src.domain.repositories.event import EventUser
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket import TicketFilter
from src.infrastructure.database.models import RetiredTicketCodeModel, SeatModel, TicketModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

# For each by the index of the user: a plan that was made while there were few tickets would join
# with all of them. Compared as rows, no index of the event fits.
LIVE_COUNTS = """
SELECT asked.event_id, asked.user_id, count(*) AS tickets
FROM unnest($1::bigint[], $2::bigint[]) AS asked (event_id, user_id)
JOIN tickets ON (tickets.user_id, tickets.event_id) >= (asked.user_id, asked.event_id)
    AND (tickets.user_id, tickets.event_id) <= (asked.user_id, asked.event_id)
WHERE tickets.status IN ('reserved', 'active', 'used') AND tickets.admits
GROUP BY asked.event_id, asked.user_id
"""

ADMITTING = """
SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY event_id ORDER BY id) AS place FROM tickets
    WHERE user_id = $1 AND event_id = ANY($2) AND status IN ('active', 'used') AND admits
) AS numbered WHERE place <= 21
"""

TAKEN_SEATS = """
SELECT seat_id FROM tickets
WHERE event_id = $1 AND status IN ('reserved', 'active', 'used') AND seat_id IS NOT NULL
"""


RETIRED_ISSUES = """
SELECT code, ticket_id, issue FROM (
    SELECT code, ticket_id, row_number() OVER (PARTITION BY ticket_id ORDER BY id) AS issue
    FROM retired_ticket_codes WHERE ticket_id IN (
        SELECT ticket_id FROM retired_ticket_codes WHERE event_id = $1 AND code = ANY($2)
    ) AND event_id = $1
) AS numbered WHERE code = ANY($2)
"""
SAVE_PASSAGES = """
UPDATE tickets
SET status = new.status, used_at = new.used_at, used_by = new.used_by,
    gate = new.gate, is_inside = new.is_inside
FROM unnest($2::bigint[], $3::text[]::ticket_status[], $4::timestamptz[], $5::bigint[],
    $6::text[], $7::boolean[])
    AS new (id, status, used_at, used_by, gate, is_inside)
WHERE tickets.event_id = $1 AND tickets.id = new.id
"""

RENEW_ON_DOOR_LISTS = """
UPDATE tickets SET change_id = nextval('ticket_changes')
FROM bookings
WHERE bookings.order_id = $1 AND tickets.event_id = bookings.event_id
    AND tickets.booking_id = bookings.id AND ticket_code IS NOT NULL
"""

SAVE_GIVEN_BACK = """
UPDATE tickets SET refunded_amount = new.refunded_amount, kept_amount = new.kept_amount
FROM unnest($2::bigint[], $3::numeric[], $4::numeric[]) AS new (id, refunded_amount, kept_amount)
WHERE tickets.event_id = $1 AND tickets.id = new.id
"""


class TortoiseTicketRepository:
    """Implements `TicketRepository`."""

    async def get(self, ticket_id: int) -> Ticket:
        row = await TicketModel.get_or_none(id=ticket_id)
        if row is None:
            raise NotFound("ticket", ticket_id)
        (ticket,) = await with_seats([row])
        return ticket

    async def get_by_code(self, ticket_code: str) -> Ticket:
        row = await TicketModel.filter(ticket_code=ticket_code).first()
        if row is None:
            raise await _why_not_found(ticket_code)
        (ticket,) = await with_seats([row])
        return ticket

    async def of_event(
        self, event_id: int, *, codes: Collection[str] = (), ticket_ids: Collection[int] = ()
    ) -> list[Ticket]:
        wanted = Q(ticket_code__in=list(codes)) if codes else Q(id__in=list(ticket_ids))
        if codes and ticket_ids:
            wanted |= Q(id__in=list(ticket_ids))
        if not codes and not ticket_ids:
            return []
        return await with_seats(await TicketModel.filter(wanted, event_id=event_id))

    async def retired_codes(
        self, event_id: int, codes: Collection[str]
    ) -> dict[str, tuple[int, int]]:
        values = [event_id, list(codes)]
        rows = await current_connection().execute_query_dict(RETIRED_ISSUES, values)
        return {row["code"]: (row["ticket_id"], row["issue"]) for row in rows}

    async def search(self, wanted: TicketFilter, page: PageRequest) -> Page[Ticket]:
        query = TicketModel.filter(admits=True)
        for name in ("event_id", "user_id", "status"):
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{name: value})
        found = await fetch_page(query, page, lambda row: row)
        return Page(await with_seats(found.items), found.next)

    async def admitting(self, user_id: int, *, event_ids: Collection[int]) -> list[Ticket]:
        found = await current_connection().execute_query_dict(ADMITTING, [user_id, list(event_ids)])
        ids = [row["id"] for row in found]
        rows = TicketModel.filter(event_id__in=list(event_ids), id__in=ids).order_by("id")
        return await with_seats(await rows) if ids else []

    async def live_counts(self, users: Collection[EventUser]) -> dict[EventUser, int]:
        rows = await current_connection().execute_query_dict(LIVE_COUNTS, mapping.columns_of(users))
        return {(row["event_id"], row["user_id"]): row["tickets"] for row in rows}

    async def taken_seats(self, event_id: int, seat_ids: Collection[int] | None = None) -> set[int]:
        query, values = TAKEN_SEATS, list[object]([event_id])
        if seat_ids is not None:
            query, values = f"{TAKEN_SEATS} AND seat_id = ANY($2)", [event_id, list(seat_ids)]
        rows = await current_connection().execute_query_dict(query, values)
        return {row["seat_id"] for row in rows}

    async def save(self, ticket: Ticket) -> None:
        columns = (
            *("status", "ticket_code", "issue", "user_id"),
            *("used_at", "used_by", "gate", "is_inside"),
        )
        values = mapping.to_row(ticket, columns)
        await TicketModel.filter(event_id=ticket.event_id, id=ticket.id).update(**values)
        row = await TicketModel.get(event_id=ticket.event_id, id=ticket.id)
        ticket.updated_at = row.updated_at

    async def save_passages(self, event_id: int, tickets: Sequence[Ticket]) -> None:
        await current_connection().execute_query_dict(
            SAVE_PASSAGES,
            [
                event_id,
                [ticket.id for ticket in tickets],
                [ticket.status for ticket in tickets],
                [ticket.used_at for ticket in tickets],
                [ticket.used_by for ticket in tickets],
                [ticket.gate for ticket in tickets],
                [ticket.is_inside for ticket in tickets],
            ],
        )

    async def save_given_back(self, event_id: int, tickets: Sequence[Ticket]) -> None:
        await current_connection().execute_query_dict(
            SAVE_GIVEN_BACK,
            [
                event_id,
                [ticket.id for ticket in tickets],
                [ticket.refunded_amount for ticket in tickets],
                [ticket.kept_amount for ticket in tickets],
            ],
        )

    async def renew_on_door_lists(self, order_id: int) -> None:
        await current_connection().execute_query_dict(RENEW_ON_DOOR_LISTS, [order_id])

    async def replace_code(self, ticket: Ticket, retired: RetiredCode) -> None:
        columns = ("code", "ticket_id", "event_id", "reason", "at")
        await RetiredTicketCodeModel.create(**mapping.to_row(retired, columns))
        if await RetiredTicketCodeModel.exists(code=ticket.ticket_code):
            raise CodeCollision()
        await self.save(ticket)


async def _why_not_found(ticket_code: str) -> NotFound:
    retired = await RetiredTicketCodeModel.filter(code=ticket_code).first()
    if retired is None:
        return NotFound("ticket", ticket_code)
    return CodeRetired(ticket_code, reason=retired.reason, event_id=retired.event_id, at=retired.at)


async def with_seats(rows: Sequence[TicketModel]) -> list[Ticket]:
    """The tickets of these rows; takes one more query if any of them has a seat."""
    seat_ids = {row.seat_id for row in rows if row.seat_id is not None}
    seats = {}
    if seat_ids:
        for seat in await SeatModel.filter(id__in=list(seat_ids)):
            seats[seat.id] = mapping.to_entity(Seat, seat)
    return [
        mapping.to_entity(Ticket, row, seat=None if row.seat_id is None else seats[row.seat_id])
        for row in rows
    ]

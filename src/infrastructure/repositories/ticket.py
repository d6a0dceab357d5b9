"""Tickets in PostgreSQL."""

from collections.abc import Collection, Sequence

from src.domain.entities.ticket import Ticket
from src.domain.entities.venue import Seat
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket import TicketFilter
from src.infrastructure.database.models import SeatModel, TicketModel
from src.infrastructure.database.orm import current_connection
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

LIVE_COUNTS = """
SELECT user_id, count(*) AS tickets FROM tickets
WHERE event_id = $1 AND user_id = ANY($2) AND status IN ('reserved', 'active', 'used')
GROUP BY user_id
"""

TAKEN_SEATS = """
SELECT seat_id FROM tickets
WHERE event_id = $1 AND status IN ('reserved', 'active', 'used') AND seat_id IS NOT NULL
"""


class TortoiseTicketRepository:
    """Implements `TicketRepository`."""

    async def get_by_code(self, ticket_code: str) -> Ticket:
        row = await TicketModel.filter(ticket_code=ticket_code).first()
        if row is None:
            raise NotFound("ticket", ticket_code)
        (ticket,) = await with_seats([row])
        return ticket

    async def search(self, wanted: TicketFilter, page: PageRequest) -> Page[Ticket]:
        query = TicketModel.all()
        for name in ("event_id", "user_id", "status"):
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{name: value})
        found = await fetch_page(query, page, lambda row: row)
        return Page(await with_seats(found.items), found.next)

    async def live_counts(self, event_id: int, user_ids: Collection[int]) -> dict[int, int]:
        rows = await current_connection().execute_query_dict(
            LIVE_COUNTS, [event_id, list(user_ids)]
        )
        return {row["user_id"]: row["tickets"] for row in rows}

    async def taken_seats(self, event_id: int, seat_ids: Collection[int] | None = None) -> set[int]:
        query, values = TAKEN_SEATS, list[object]([event_id])
        if seat_ids is not None:
            query, values = f"{TAKEN_SEATS} AND seat_id = ANY($2)", [event_id, list(seat_ids)]
        rows = await current_connection().execute_query_dict(query, values)
        return {row["seat_id"] for row in rows}

    async def save(self, ticket: Ticket) -> None:
        columns = ("status", "ticket_code", "issue", "user_id", "used_at", "used_by", "gate")
        values = mapping.to_row(ticket, columns)
        await TicketModel.filter(event_id=ticket.event_id, id=ticket.id).update(**values)
        row = await TicketModel.get(event_id=ticket.event_id, id=ticket.id)
        ticket.updated_at = row.updated_at


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

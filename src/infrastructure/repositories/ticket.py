"""Tickets in PostgreSQL."""

from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.errors import NotFound
from src.domain.repositories.page import Page, PageRequest
from src.domain.repositories.ticket import TicketFilter
from src.infrastructure.database.models import TicketModel
from src.infrastructure.repositories import mapping
from src.infrastructure.repositories.keyset import fetch_page

LIVE = [TicketStatus.RESERVED, TicketStatus.ACTIVE, TicketStatus.USED]


class TortoiseTicketRepository:
    """Implements `TicketRepository`."""

    async def get_by_code(self, ticket_code: str) -> Ticket:
        row = await TicketModel.filter(ticket_code=ticket_code).first()
        if row is None:
            raise NotFound("ticket", ticket_code)
        return _to_entity(row)

    async def search(self, wanted: TicketFilter, page: PageRequest) -> Page[Ticket]:
        query = TicketModel.all()
        for name in ("event_id", "user_id", "status"):
            if (value := getattr(wanted, name)) is not None:
                query = query.filter(**{name: value})
        return await fetch_page(query, page, _to_entity)

    async def live_count(self, event_id: int, user_id: int) -> int:
        query = TicketModel.filter(event_id=event_id, user_id=user_id, status__in=LIVE)
        return await query.count()

    async def save(self, ticket: Ticket) -> None:
        columns = ("status", "ticket_code", "user_id", "used_at", "used_by", "gate")
        values = mapping.to_row(ticket, columns)
        await TicketModel.filter(event_id=ticket.event_id, id=ticket.id).update(**values)
        row = await TicketModel.get(event_id=ticket.event_id, id=ticket.id)
        ticket.updated_at = row.updated_at


def _to_entity(row: TicketModel) -> Ticket:
    return mapping.to_entity(Ticket, row)

"""Say what became of a ticket whose code was replaced."""

from src.application.dtos.own_tickets import OldCode
from src.domain.entities.ticket import Retirement
from src.domain.entities.user import Actor
from src.domain.errors import CodeRetired, NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_holder import TicketHolderRepository


class TraceOldCode:
    """Say what became of a ticket under a code that it had before: given away, or issued anew.

    Authorization: who held the ticket under that code. A code that is in use is not found.
    """

    def __init__(
        self, tickets: TicketRepository, events: EventRepository, holders: TicketHolderRepository
    ) -> None:
        self._tickets = tickets
        self._events = events
        self._holders = holders

    async def execute(self, actor: Actor, ticket_code: str) -> OldCode:
        try:
            await self._tickets.get_by_code(ticket_code)
        except CodeRetired as retired:
            if await self._holders.last_holder(ticket_code) != actor.id:
                raise NotFound("ticket", ticket_code) from None
            return await self._old_code(actor, ticket_code, retired)
        raise NotFound("ticket", ticket_code)

    async def _old_code(self, actor: Actor, code: str, retired: CodeRetired) -> OldCode:
        events = await self._events.by_ids([retired.event_id])
        codes = await self._tickets.retired_codes(retired.event_id, [code])
        ticket = await self._tickets.get(codes[code][0])
        return OldCode(
            code=code,
            reason=Retirement(retired.reason),
            at=retired.at,
            event=events[retired.event_id],
            new_code=ticket.ticket_code if ticket.user_id == actor.id else None,
        )

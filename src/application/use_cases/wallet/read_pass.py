"""Shared by the passes of all wallets: who gets one, and what it shows."""

from src.application.dtos.wallet import WalletPass
from src.application.ports.security import TicketTokens
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.user import Actor
from src.domain.errors import InvalidState, NotFound
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.user import UserRepository
from src.domain.repositories.venue import VenueRepository


class ReadPass:
    """Read what a pass shows. Only the holder and admins get it: it admits a person."""

    def __init__(
        self,
        tickets: TicketRepository,
        ticket_types: TicketTypeRepository,
        events: EventRepository,
        venues: VenueRepository,
        users: UserRepository,
        tokens: TicketTokens,
    ) -> None:
        self._tickets = tickets
        self._ticket_types = ticket_types
        self._events = events
        self._venues = venues
        self._users = users
        self._tokens = tokens

    async def execute(self, actor: Actor, ticket_code: str) -> WalletPass:
        """Raises NotFound; InvalidState for a cancelled ticket, and for an add-on."""
        ticket = await self._tickets.get_by_code(ticket_code)
        if ticket.user_id != actor.id and not actor.is_admin:
            raise NotFound("ticket", ticket_code)
        ticket.require_admission("active")
        if ticket.status is TicketStatus.CANCELLED:
            why = "This ticket was cancelled: it admits nobody."
            raise InvalidState("ticket", "cancelled", "active", why)
        return await self.of(ticket)

    async def of(self, ticket: Ticket) -> WalletPass:
        """What the pass of this ticket shows."""
        event = (await self._events.by_ids([ticket.event_id]))[ticket.event_id]
        types = await self._ticket_types.by_ids([ticket.ticket_type_id])
        venues = await self._venues.by_ids([event.venue_id] if event.venue_id else [])
        return WalletPass(
            event=event,
            ticket=ticket,
            ticket_type=types[ticket.ticket_type_id].name,
            holder=(await self._users.by_ids([ticket.user_id]))[ticket.user_id].name,
            token=self._tokens.issue(ticket),
            address=venues[event.venue_id].location if event.venue_id else None,
        )

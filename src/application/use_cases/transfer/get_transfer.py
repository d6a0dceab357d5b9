"""Get an offer by its token."""

from src.application.dtos.transfer import TransferOffer
from src.application.ports.database import Clock
from src.application.ports.transfers import TransferTokens
from src.domain.repositories.event import EventRepository
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.transfer import TransferRepository
from src.domain.repositories.user import UserRepository


class GetTransfer:
    """Get what is offered, and by whom, with the token from the mail.

    Authorization: everybody who has the token.
    """

    def __init__(
        self,
        transfers: TransferRepository,
        tickets: TicketRepository,
        ticket_types: TicketTypeRepository,
        events: EventRepository,
        users: UserRepository,
        tokens: TransferTokens,
        clock: Clock,
    ) -> None:
        self._transfers = transfers
        self._tickets = tickets
        self._ticket_types = ticket_types
        self._events = events
        self._users = users
        self._tokens = tokens
        self._clock = clock

    async def execute(self, token: str) -> TransferOffer:
        transfer = await self._transfers.get_by_token(self._tokens.hash(token))
        ticket = await self._tickets.get(transfer.ticket_id)
        types = await self._ticket_types.by_ids([ticket.ticket_type_id])
        events = await self._events.by_ids([transfer.event_id])
        senders = await self._users.by_ids([transfer.from_user_id])
        return TransferOffer(
            status=transfer.status_at(self._clock()),
            expires_at=transfer.expires_at,
            sender=senders[transfer.from_user_id].name,
            event=events[transfer.event_id],
            ticket_type=types[ticket.ticket_type_id].name,
            seat=ticket.seat,
        )

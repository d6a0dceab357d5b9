"""Get the transfer of a ticket."""

from src.application.access import require_holder
from src.application.dtos.transfer import TicketTransfer
from src.application.ports.database import Clock
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.ticket import TicketRepository
from src.domain.repositories.transfer import TransferRepository


class GetTicketTransfer:
    """Get the last offer of a ticket, open or closed.

    Authorization: the ticket's holder and admins. An offer of an earlier holder, or of a code that
    was replaced, is not found.
    """

    def __init__(
        self, tickets: TicketRepository, transfers: TransferRepository, clock: Clock
    ) -> None:
        self._tickets = tickets
        self._transfers = transfers
        self._clock = clock

    async def execute(self, actor: Actor, ticket_code: str) -> TicketTransfer:
        ticket = await self._tickets.get_by_code(ticket_code)
        require_holder(actor, ticket)
        transfer = await self._transfers.latest(ticket.id, issue=ticket.issue)
        if transfer is None:
            raise NotFound("transfer of this ticket")
        return TicketTransfer.of(transfer, ticket, self._clock())

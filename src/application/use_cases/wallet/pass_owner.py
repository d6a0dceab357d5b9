"""Shared by what phones ask: the ticket whose pass has the token that they send."""

from src.application.ports.wallets import AppleWallet
from src.domain.entities.ticket import Ticket
from src.domain.errors import NotAuthenticated
from src.domain.repositories.ticket import TicketRepository


class PassOwner:
    """Finds the ticket of a pass, by serial number and token."""

    def __init__(self, tickets: TicketRepository, wallet: AppleWallet) -> None:
        self._tickets = tickets
        self._wallet = wallet

    async def find(self, pass_type_id: str, serial: str, token: str) -> Ticket:
        """Raises NotAuthenticated, also when the ticket has been issued anew since."""
        ticket_id, _, issue = serial.partition("-")
        ticket = await self._tickets.find(int(ticket_id))
        is_same = ticket is not None and ticket.issue == int(issue)
        if ticket is None or not is_same or not self._wallet.is_pass(pass_type_id, ticket, token):
            raise NotAuthenticated("This is not the token of this pass.")
        return ticket

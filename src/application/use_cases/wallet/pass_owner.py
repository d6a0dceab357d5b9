"""Shared by what phones ask: the ticket whose pass has the token that they send."""

from src.application.dtos.wallet import serial_of
from src.application.ports.wallets import AppleWallet
from src.domain.entities.ticket import Ticket
from src.domain.errors import NotAuthenticated, NotFound
from src.domain.repositories.ticket import TicketRepository

MAX_DIGITS = 18


class PassOwner:
    """Finds the ticket of a pass, by serial number and token."""

    def __init__(self, tickets: TicketRepository, wallet: AppleWallet) -> None:
        self._tickets = tickets
        self._wallet = wallet

    async def find(self, pass_type_id: str, serial: str, token: str) -> Ticket:
        """Raises NotAuthenticated, also when the ticket has been issued anew since."""
        ticket_id = serial.partition("-")[0]
        is_id = ticket_id.isascii() and ticket_id.isdigit() and len(ticket_id) <= MAX_DIGITS
        if not is_id:
            raise _stranger()
        try:
            ticket = await self._tickets.get(int(ticket_id))
        except NotFound:
            raise _stranger() from None
        is_same = serial_of(ticket.id, ticket.issue) == serial
        if not is_same or not self._wallet.is_pass(pass_type_id, ticket, token):
            raise _stranger()
        return ticket


def _stranger() -> NotAuthenticated:
    return NotAuthenticated("This is not the token of this pass.")

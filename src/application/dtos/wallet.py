"""A ticket in the wallet of a phone."""

from dataclasses import dataclass

from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletPass:
    """What a pass shows: `token` is what its QR code holds, `address` that of the venue."""

    event: Event
    ticket: Ticket
    ticket_type: str
    holder: str
    token: str
    address: str | None = None

    @property
    def code(self) -> str:
        """The ticket's code, which names the pass: a ticket that is issued anew has another."""
        return self.ticket.ticket_code or ""

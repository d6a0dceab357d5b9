"""A ticket in the wallet of a phone."""

from dataclasses import dataclass
from datetime import datetime

from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket, TicketStatus


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
        """The ticket's code."""
        return self.ticket.ticket_code or ""

    @property
    def serial(self) -> str:
        """The name of the pass; a ticket that is issued anew has another pass."""
        return serial_of(self.ticket.id, self.ticket.issue)

    @property
    def is_void(self) -> bool:
        """Whether the ticket admits nobody any more."""
        return self.ticket.status is TicketStatus.CANCELLED

    @property
    def changed_at(self) -> datetime:
        """When the event or the ticket last changed."""
        times = (self.event.updated_at, self.ticket.updated_at)
        return max((time for time in times if time), default=self.event.date_time)


def serial_of(ticket_id: int, issue: int) -> str:
    """The serial number of a pass, which is no code and admits nobody."""
    return f"{ticket_id}-{issue}"

"""Transfers as their senders and their receivers see them."""

from dataclasses import dataclass
from datetime import datetime

from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket
from src.domain.entities.transfer import Transfer, TransferStatus
from src.domain.entities.venue import Seat


@dataclass(frozen=True, slots=True)
class TicketTransfer:
    """A transfer as the holder of its ticket sees it; never with its token."""

    id: int
    ticket_id: int
    ticket_code: str | None
    email: str | None
    status: TransferStatus
    expires_at: datetime
    created_at: datetime | None
    closed_at: datetime | None

    @classmethod
    def of(cls, transfer: Transfer, ticket: Ticket, now: datetime) -> "TicketTransfer":
        """The transfer with its status at this moment."""
        return cls(
            id=transfer.id,
            ticket_id=ticket.id,
            ticket_code=ticket.ticket_code,
            email=transfer.email,
            status=transfer.status_at(now),
            expires_at=transfer.expires_at,
            created_at=transfer.created_at,
            closed_at=transfer.closed_at,
        )


@dataclass(frozen=True, slots=True)
class TransferOffer:
    """A transfer as the owner of its token sees it: what is offered, and by whom."""

    status: TransferStatus
    expires_at: datetime
    sender: str
    event: Event
    ticket_type: str
    seat: Seat | None

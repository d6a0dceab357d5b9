"""What the domain asks about tickets."""

from dataclasses import dataclass
from typing import Protocol

from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class TicketFilter:
    """`user_id` is the holder."""

    event_id: int | None = None
    user_id: int | None = None
    status: TicketStatus | None = None


class TicketRepository(Protocol):
    """Tickets of all bookings."""

    async def get_by_code(self, ticket_code: str) -> Ticket:
        """Raises NotFound."""

    async def search(self, wanted: TicketFilter, page: PageRequest) -> Page[Ticket]: ...

    async def live_count(self, event_id: int, user_id: int) -> int:
        """How many tickets of the event that take stock this user holds."""

    async def save(self, ticket: Ticket) -> None:
        """Store its status and where and when it was used."""

"""The repository of tickets."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from src.domain.entities.ticket import RetiredCode, Ticket, TicketStatus
from src.domain.repositories.event import EventUser
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class TicketFilter:
    """A filter of tickets that admit; `user_id` is the holder."""

    event_id: int | None = None
    user_id: int | None = None
    status: TicketStatus | None = None


class TicketRepository(Protocol):
    """Tickets of all bookings."""

    async def get(self, ticket_id: int) -> Ticket:
        """Return the ticket. Raises NotFound."""

    async def get_by_code(self, ticket_code: str) -> Ticket:
        """Return the ticket. Raises NotFound; CodeRetired for a code that it had before."""

    async def of_event(
        self, event_id: int, *, codes: Collection[str] = (), ticket_ids: Collection[int] = ()
    ) -> list[Ticket]:
        """Return the tickets of the event that have one of these codes or ids."""

    async def retired_codes(
        self, event_id: int, codes: Collection[str]
    ) -> dict[str, tuple[int, int]]:
        """Return, for those that tickets of the event had before, the ticket's id and the issue."""

    async def search(self, wanted: TicketFilter, page: PageRequest) -> Page[Ticket]: ...

    async def admitting(self, user_id: int, *, event_ids: Collection[int]) -> list[Ticket]:
        """Return the user's active and used tickets of these events, the first 21 of each."""

    async def live_counts(self, users: Collection[EventUser]) -> dict[EventUser, int]:
        """Count, for each who has any, the tickets that admit and take stock."""

    async def taken_seats(self, event_id: int, seat_ids: Collection[int] | None = None) -> set[int]:
        """Return which of these seats, or of all, have a ticket of the event that takes stock."""

    async def save(self, ticket: Ticket) -> None:
        """Store its status, and where and when it was used."""

    async def save_passages(self, event_id: int, tickets: Sequence[Ticket]) -> None:
        """Like `save`, for many tickets of one event that were scanned at its door."""

    async def save_given_back(self, event_id: int, tickets: Sequence[Ticket]) -> None:
        """Store what goes back and what is kept of tickets of one event; not their status."""

    async def renew_on_door_lists(self, order_id: int) -> None:
        """Let scanners read the order's tickets anew, of which something else has changed."""

    async def replace_code(self, ticket: Ticket, retired: RetiredCode) -> None:
        """Store its new code, issue and holder, and remember the code that it had before.

        Raises CodeCollision if the new code is that of a ticket, or was.
        """

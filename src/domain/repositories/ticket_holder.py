"""The repository of what somebody has: the events, bookings and tickets that are theirs."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from src.domain.entities.booking import Booking
from src.domain.entities.ticket import Ticket
from src.domain.repositories.page import Page, PageRequest


class TicketHolderRepository(Protocol):
    """Reads of what a user bought, and of what others gave to them."""

    async def event_ids(
        self, user_id: int, *, now: datetime, is_ahead: bool, page: PageRequest
    ) -> Page[int]:
        """Return the ids of the events that the user has bookings or tickets of.

        Those ahead, earliest first: not over, with a hold, a confirmed booking or a ticket that
        admits; and cancelled ones that the user had a ticket of. Otherwise all others, latest
        first. Deleted events are left out. The page's `sort` is not asked.
        """

    async def bookings(self, user_id: int, *, event_ids: Collection[int]) -> list[Booking]:
        """Return the user's bookings of these events, newest first, at most 50 of each."""

    async def received(self, user_id: int, *, event_ids: Collection[int]) -> list[Ticket]:
        """Return the tickets that others gave to the user, newest first, at most 50 of each."""

    async def order_references(self, order_ids: Collection[int]) -> dict[int, str]:
        """Return the references of these orders by id."""

    async def unreturned(self, booking_ids: Collection[int]) -> dict[int, bool]:
        """Return those of these refunded bookings whose money is not back yet.

        True is for one that could not be sent back, False for one that is on its way.
        """

    async def last_holder(self, retired_code: str) -> int | None:
        """Return who held the ticket under this code, which it had before; None for any other."""

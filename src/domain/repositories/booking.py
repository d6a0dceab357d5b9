"""What the domain asks about bookings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class BookingFilter:
    """The dates bound `booking_date`: from inclusive, to exclusive."""

    event_id: int | None = None
    user_id: int | None = None
    status: BookingStatus | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class CalledOff:
    """What became of one booking when its event was cancelled."""

    booking_id: int
    before: BookingStatus
    after: BookingStatus


class BookingRepository(Protocol):
    """Bookings, always with their tickets."""

    async def get(self, booking_id: int) -> Booking:
        """Raises NotFound."""

    async def search(self, wanted: BookingFilter, page: PageRequest) -> Page[Booking]: ...

    async def add(self, bookings: Sequence[Booking]) -> None:
        """Store them, all of one event, with their tickets, and give all of those ids.

        One statement for the bookings, one for the tickets. Raises CodeCollision.
        """

    async def save(self, booking: Booking) -> None:
        """Store the status of it and of its tickets. Raises CodeCollision."""

    async def hold_counts(self, event_id: int, user_ids: Collection[int]) -> dict[int, int]:
        """How many pending bookings of the event each of these users has."""

    async def events_with_lapsed_holds(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        """Events with pending bookings whose time has passed; ids in order, without `but`."""

    async def expire_lapsed(self, event_id: int, now: datetime) -> list[int]:
        """Expire the event's pending bookings whose time has passed; their ids."""

    async def live_count(self, event_id: int) -> int:
        """Pending and confirmed bookings of the event."""

    async def cancel_all(self, event_id: int) -> list[CalledOff]:
        """Cancel all live bookings of a cancelled event, with every unused ticket.

        What was paid online becomes refunded, its refund due. A booking with a used ticket
        keeps its status.
        """

    async def refund_due(self, *, after_id: int, limit: int) -> list[tuple[int, int]]:
        """(booking id, order id) whose refund is due and not begun, from behind `after_id`."""

    async def begin_refund(self, booking_id: int) -> bool:
        """Note that its refund is begun; False if it was already."""

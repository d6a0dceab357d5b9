"""The repository of bookings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.repositories.event import EventUser
from src.domain.repositories.page import Page, PageRequest


@dataclass(frozen=True, slots=True)
class BookingFilter:
    """A filter of bookings; `booking_date` is in [`date_from`, `date_to`)."""

    event_id: int | None = None
    user_id: int | None = None
    status: BookingStatus | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    is_complimentary: bool | None = None


@dataclass(frozen=True, slots=True)
class BookingStatusChange:
    """A booking's status before and after its event was cancelled."""

    booking_id: int
    before: BookingStatus
    after: BookingStatus


@dataclass(frozen=True, slots=True)
class CancellationStep:
    """What one step of cancelling an event's bookings did.

    `last_id` is the last booking that the step looked at, None when there are no more.
    """

    changes: list[BookingStatusChange]
    order_ids: list[int]
    last_id: int | None


class BookingRepository(Protocol):
    """Bookings, always loaded with their tickets."""

    async def get(self, booking_id: int) -> Booking:
        """Return the booking. Raises NotFound."""

    async def by_ids(self, booking_ids: Sequence[int]) -> list[Booking]:
        """Return these bookings in this order, without those that do not exist."""

    async def was_booked_by_customer(self, booking_id: int) -> bool:
        """Whether its customer booked it, rather than an organizer for them."""

    async def held_by(self, user_id: int) -> list[int]:
        """Return the ids of the user's reservations that belong to no order, in order."""

    async def search(self, wanted: BookingFilter, page: PageRequest) -> Page[Booking]: ...

    async def add(self, bookings: Sequence[Booking]) -> None:
        """Store bookings with their tickets, and set all ids.

        Uses one statement for the bookings and one for the tickets. Raises CodeCollision.
        """

    async def save(self, *bookings: Booking) -> None:
        """Store the status of the bookings and of their tickets, with one statement for each.

        Raises CodeCollision.
        """

    async def reprice(self, booking: Booking) -> None:
        """Store the prices of the booking's tickets; `save` stores its amount."""

    async def forget_words_of(self, user_id: int) -> None:
        """Empty the reasons why tickets were given to the user: they were given all the same."""

    async def hold_counts(self, users: Collection[EventUser]) -> dict[EventUser, int]:
        """Count, for each who has any, the pending bookings."""

    async def events_with_lapsed_holds(
        self, now: datetime, *, limit: int, but: Collection[int] = ()
    ) -> list[int]:
        """Return the ids of events with lapsed holds, without those in `but`, in order."""

    async def expire_lapsed(
        self, event_ids: Collection[int], now: datetime
    ) -> list[tuple[int, int]]:
        """Expire the lapsed holds of these events; the ids of event and booking of each."""

    async def live_count(self, event_id: int) -> int:
        """Count the pending and confirmed bookings of the event."""

    async def cancel_of_event(
        self, event_id: int, *, after_id: int, limit: int
    ) -> CancellationStep:
        """Cancel live bookings of a cancelled event with ids above `after_id`, at most `limit`.

        Their unused tickets are cancelled. A booking that was paid online becomes `refunded`, and
        its refund is due. A booking with a used ticket keeps its status.
        """

    async def uncancelled_events(self, *, limit: int, but: Collection[int] = ()) -> dict[int, int]:
        """Return the cancelled events that still have valid or reserved tickets, in order.

        With the number of these and of used tickets, by id. Those in `but` are left out.
        """

    async def refund_due(self, *, after_id: int, limit: int) -> list[tuple[int, int]]:
        """Return (booking id, order id) of due refunds not yet begun, with ids above `after_id`."""

    async def begin_refund(self, booking_id: int) -> bool:
        """Mark its refund as begun; False if it was already."""

"""Show a booking, and what cancelling it would do."""

from src.application.access import require_party
from src.application.dtos.own_tickets import BookingView
from src.application.ports.database import Clock
from src.application.selling.order_for_update import require_unpaid
from src.application.use_cases.holder.read_bookings import ReadBookings
from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.errors import HoldExpired, TicketingError
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.transaction import TransactionRepository


class ShowBooking:
    """Show a booking with its tickets, and what its buyer may do with it.

    Authorization: its customer, the event's organizer and admins.
    """

    def __init__(
        self,
        bookings: BookingRepository,
        events: EventRepository,
        orders: OrderRepository,
        transactions: TransactionRepository,
        read_bookings: ReadBookings,
        clock: Clock,
    ) -> None:
        self._bookings = bookings
        self._events = events
        self._orders = orders
        self._transactions = transactions
        self._read_bookings = read_bookings
        self._clock = clock

    async def execute(self, actor: Actor, booking_id: int) -> BookingView:
        booking = await self._bookings.get(booking_id)
        events = await self._events.by_ids([booking.event_id])
        require_party(actor, booking, events[booking.event_id])
        others = await self._held_together(booking)
        events |= await self._events.by_ids({other.event_id for other in others})
        own, *together = await self._read_bookings.execute([booking, *others], events)
        return BookingView(
            event=events[booking.event_id],
            booking=own,
            is_buyer=actor.id == booking.user_id,
            refusal=await self._refusal(booking, events[booking.event_id]),
            together=tuple(
                (events[other.event_id], own) for other, own in zip(others, together, strict=True)
            ),
        )

    async def _held_together(self, booking: Booking) -> list[Booking]:
        """Return the other holds of its order, which change with it while it is a hold itself."""
        if booking.order_id is None or booking.status is not BookingStatus.PENDING:
            return []
        order = await self._orders.get_any(booking.order_id)
        return [
            other
            for other in order.bookings
            if other.id != booking.id and other.status is BookingStatus.PENDING
        ]

    async def _refusal(self, booking: Booking, event: Event) -> TicketingError | None:
        """Return why its buyer cannot cancel it, which cancelling itself decides under a lock."""
        if booking.is_lapsed(self._clock()):
            return HoldExpired()
        try:
            booking.require_cancellable(event=event, is_staff=False, now=self._clock())
            if booking.order_id is not None and booking.status is BookingStatus.CONFIRMED:
                order = await self._orders.get_any(booking.order_id)
                require_unpaid(order, await self._transactions.of_order(order.id))
        except TicketingError as refusal:
            return refusal
        return None

"""Read a booking as its organizer sees it."""

from collections.abc import Mapping
from dataclasses import dataclass

from src.application.access import require_organizer_role
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.order import Order
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.user import UserRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldBookingDetails:
    """A booking with its event, its customer, and its order if it has one."""

    booking: Booking
    event: Event
    order: Order | None
    name: str | None
    email: str | None
    ticket_types: Mapping[int, TicketType]


class ReadSoldBooking:
    """Read a booking with its customer.

    Authorization: the event's organizer and admins. An organizer learns the name and address of
    an account only if its user booked.
    """

    def __init__(
        self,
        bookings: BookingRepository,
        orders: OrderRepository,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        users: UserRepository,
    ) -> None:
        self._bookings = bookings
        self._orders = orders
        self._events = events
        self._ticket_types = ticket_types
        self._users = users

    async def execute(self, actor: Actor, booking_id: int) -> SoldBookingDetails:
        require_organizer_role(actor)
        booking = await self._bookings.get(booking_id)
        event = (await self._events.by_ids([booking.event_id]))[booking.event_id]
        if not event.is_managed_by(actor):
            raise NotFound("booking", booking_id)
        order = await self._orders.get_any(booking.order_id) if booking.order_id else None
        customer = (await self._users.by_ids({booking.user_id}))[booking.user_id]
        is_known = actor.is_admin or await self._bookings.was_booked_by_customer(booking_id)
        return SoldBookingDetails(
            booking=booking,
            event=event,
            order=order,
            name=(order and order.contact_name) or (customer.name if is_known else None),
            email=(order and order.contact_email) or (customer.email if is_known else None),
            ticket_types=await self._ticket_types.by_ids(
                {ticket.ticket_type_id for ticket in booking.tickets}
            ),
        )

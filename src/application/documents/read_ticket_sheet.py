"""Read what stands on printed tickets: shared by documents and mails."""

import asyncio
from collections.abc import Sequence

from src.application.dtos.ticket_document import PrintedTicket, SeatLabel, TicketSheet
from src.application.ports.security import TicketTokens
from src.domain.entities.booking import Booking
from src.domain.entities.event import Event
from src.domain.entities.gate import Gate, open_to
from src.domain.entities.ticket import Ticket
from src.domain.entities.ticket_type import TicketType
from src.domain.entities.user import Actor, User
from src.domain.entities.venue import Seat
from src.domain.errors import NotFound
from src.domain.repositories.booking import BookingRepository
from src.domain.repositories.door import DoorRepository
from src.domain.repositories.event import EventRepository
from src.domain.repositories.order import OrderRepository
from src.domain.repositories.ticket_type import TicketTypeRepository
from src.domain.repositories.user import UserRepository
from src.domain.repositories.venue import VenueRepository

SIGNED_AT_ONCE = 50
"""Tokens that are made before other requests have their turn: two milliseconds of signing."""


class ReadTicketSheet:
    """Reads what stands on printed tickets of one booking."""

    def __init__(
        self,
        events: EventRepository,
        ticket_types: TicketTypeRepository,
        bookings: BookingRepository,
        orders: OrderRepository,
        users: UserRepository,
        venues: VenueRepository,
        door: DoorRepository,
        tokens: TicketTokens,
    ) -> None:
        self._events = events
        self._ticket_types = ticket_types
        self._bookings = bookings
        self._orders = orders
        self._users = users
        self._venues = venues
        self._door = door
        self._tokens = tokens

    async def event(self, event_id: int) -> Event:
        return (await self._events.by_ids([event_id]))[event_id]

    async def execute(
        self, actor: Actor, event: Event, booking: Booking, tickets: Sequence[Ticket]
    ) -> TicketSheet:
        """Return a sheet with `tickets`, which belong to `booking`."""
        types = await self._ticket_types.by_ids({ticket.ticket_type_id for ticket in tickets})
        users = await self._users.by_ids({ticket.user_id for ticket in tickets})
        holders = {user.id: await self._name(actor, booking, user) for user in users.values()}
        admitting = [ticket.id for ticket in booking.tickets if ticket.is_valid]
        numbers = {ticket_id: number for number, ticket_id in enumerate(admitting, 1)}
        order = await self._orders.get_any(booking.order_id) if booking.order_id else None
        return TicketSheet(
            event_title=event.title,
            venue=event.venue,
            location=await self._location(event),
            country=event.country,
            starts_at=event.date_time,
            ends_at=event.ends_at,
            timezone=event.timezone,
            language=event.language,
            terms=event.terms or None,
            currency=booking.currency,
            booking_reference=booking.reference,
            order_reference=order.reference if order else None,
            booked_at=booking.booking_date,
            quantity=len(admitting),
            tickets=await self._printed(
                tickets, numbers, types, holders, await self._door.gates(event.id)
            ),
        )

    async def _printed(
        self,
        tickets: Sequence[Ticket],
        numbers: dict[int, int],
        types: dict[int, TicketType],
        holders: dict[int, str],
        gates: Sequence[Gate],
    ) -> tuple[PrintedTicket, ...]:
        printed = []
        for at, ticket in enumerate(tickets):
            if at % SIGNED_AT_ONCE == SIGNED_AT_ONCE - 1:
                await asyncio.sleep(0)
            seat = ticket.seat
            printed.append(
                PrintedTicket(
                    number=numbers.get(ticket.id, 0),
                    code=ticket.ticket_code or "",
                    token=self._tokens.issue(ticket),
                    holder=holders[ticket.user_id],
                    ticket_type=types[ticket.ticket_type_id].name,
                    price=ticket.price,
                    seat=_label(seat),
                    gate=", ".join(open_to(gates, ticket.ticket_type_id)) or None,
                )
            )
        return tuple(printed)

    async def _name(self, actor: Actor, booking: Booking, holder: User) -> str:
        """Return the name of the holder, which organizers learn only from the holder.

        Who is not the booking's customer was given the ticket, and took it themselves.
        """
        is_known = actor.is_admin or holder.id == actor.id or holder.id != booking.user_id
        if is_known or await self._bookings.was_booked_by_customer(booking.id):
            return holder.name
        return f"Customer {holder.id}"

    async def _location(self, event: Event) -> str | None:
        if event.venue_id is None:
            return None
        try:
            return (await self._venues.get(event.venue_id)).location
        except NotFound:
            # The venue was deleted; the event keeps its name.
            return None


def _label(seat: Seat | None) -> SeatLabel | None:
    if seat is None:
        return None
    return SeatLabel(section=seat.section, row=seat.row, number=seat.seat_number)

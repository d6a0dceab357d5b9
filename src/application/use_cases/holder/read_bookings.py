"""Shared by what buyers see of their bookings: names of ticket types, orders, and what they may."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from src.application.dtos.own_tickets import MoneyToCome, OwnAddOn, OwnBooking, OwnTicket
from src.application.ports.database import Clock
from src.domain.entities.booking import Booking, BookingStatus, TransferredTicket
from src.domain.entities.event import Event, Payment
from src.domain.entities.ticket import Ticket
from src.domain.repositories.ticket_holder import TicketHolderRepository
from src.domain.repositories.ticket_type import TicketTypeRepository


class ReadBookings:
    """Describes bookings to their buyers, and tickets to who got them."""

    def __init__(
        self,
        holders: TicketHolderRepository,
        ticket_types: TicketTypeRepository,
        clock: Clock,
        hold_at_most: timedelta,
    ) -> None:
        self._holders = holders
        self._ticket_types = ticket_types
        self._clock = clock
        self._hold_at_most = hold_at_most

    async def execute(
        self, bookings: Sequence[Booking], events: Mapping[int, Event]
    ) -> list[OwnBooking]:
        """Return the bookings as their buyers see them, in the same order."""
        order_ids = {booking.order_id for booking in bookings if booking.order_id is not None}
        references = await self._holders.order_references(order_ids) if order_ids else {}
        types = await self._names(ticket for booking in bookings for ticket in booking.tickets)
        money = await self._money_to_come(bookings)
        return [
            replace(
                self._own(booking, events[booking.event_id], references, types),
                money_to_come=money.get(booking.id),
            )
            for booking in bookings
        ]

    async def received(self, tickets: Collection[Ticket]) -> list[OwnTicket]:
        """Return tickets of others' bookings as their holder sees them, in the same order."""
        types = await self._names(tickets)
        return [_own_ticket(ticket, types) for ticket in tickets]

    async def _money_to_come(self, bookings: Sequence[Booking]) -> Mapping[int, MoneyToCome]:
        refunded = [
            booking.id
            for booking in bookings
            if booking.status is BookingStatus.REFUNDED and booking.order_id is not None
        ]
        if not refunded:
            return {}
        return {
            booking_id: MoneyToCome.OWED if is_owed else MoneyToCome.UNDER_WAY
            for booking_id, is_owed in (await self._holders.unreturned(refunded)).items()
        }

    async def _names(self, tickets: Iterable[Ticket]) -> dict[int, str]:
        found = await self._ticket_types.by_ids({ticket.ticket_type_id for ticket in tickets})
        return {ticket_type.id: ticket_type.name for ticket_type in found.values()}

    def _own(
        self,
        booking: Booking,
        event: Event,
        references: Mapping[int, str],
        types: Mapping[int, str],
    ) -> OwnBooking:
        now = self._clock()
        is_lapsed = booking.is_lapsed(now)
        is_hold = booking.status is BookingStatus.PENDING and not is_lapsed
        return OwnBooking(
            id=booking.id,
            reference=booking.reference,
            status=BookingStatus.EXPIRED if is_lapsed else booking.status,
            booked_at=booking.booking_date,
            total_amount=booking.total_amount,
            currency=booking.currency,
            expires_at=booking.expires_at,
            order_reference=None if booking.order_id is None else references[booking.order_id],
            tickets=tuple(_own_ticket(ticket, types) for ticket in booking.tickets_for_buyer),
            add_ons=_add_ons(booking, types),
            may_cancel=not is_lapsed and booking.is_cancellable_by_buyer(event, now),
            may_give_back=booking.can_be_given_back_by_buyer(event, now),
            may_extend=booking.is_extendable(now, self._hold_at_most),
            may_confirm=is_hold and booking.order_id is None and event.payment is Payment.NONE,
        )


def _add_ons(booking: Booking, types: Mapping[int, str]) -> tuple[OwnAddOn, ...]:
    counts = Counter((types[piece.ticket_type_id], piece.status) for piece in booking.add_ons)
    return tuple(
        OwnAddOn(name=name, quantity=quantity, status=status)
        for (name, status), quantity in counts.items()
    )


def _own_ticket(ticket: Ticket | TransferredTicket, types: Mapping[int, str]) -> OwnTicket:
    return OwnTicket(
        code=ticket.ticket_code,
        ticket_type=types[ticket.ticket_type_id],
        seat=ticket.seat,
        status=ticket.status,
        is_given_away=isinstance(ticket, TransferredTicket),
        refunded_amount=ticket.refunded_amount,
    )

"""A booking: one user's claim on tickets of one event. The only thing that takes stock."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.event import Event
from src.domain.entities.ticket import Ticket, TicketStatus
from src.domain.entities.ticket_type import TicketType
from src.domain.errors import HoldExpired, InvalidState
from src.domain.services.moves import require_move
from src.domain.services.ticket_code import RandomCode, booking_reference, ticket_code


class BookingStatus(StrEnum):
    """`pending` is a hold with a deadline; the last three are final."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    EXPIRED = "expired"


MOVES = {
    BookingStatus.PENDING: frozenset(
        {BookingStatus.CONFIRMED, BookingStatus.CANCELLED, BookingStatus.EXPIRED}
    ),
    BookingStatus.CONFIRMED: frozenset({BookingStatus.CANCELLED, BookingStatus.REFUNDED}),
}


@dataclass(kw_only=True, slots=True)
class Booking:
    """`total_amount` is the sum of its tickets' prices, in `currency`."""

    id: int = 0
    reference: str
    user_id: int
    event_id: int
    quantity: int
    total_amount: Decimal
    currency: str
    status: BookingStatus = BookingStatus.PENDING
    booking_date: datetime
    expires_at: datetime | None = None
    tickets: list[Ticket] = field(default_factory=list)
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @classmethod
    def confirmed(
        cls,
        event: Event,
        ticket_type: TicketType,
        quantity: int,
        *,
        user_id: int,
        now: datetime,
        random_code: RandomCode,
    ) -> "Booking":
        """A booking that needs no payment: its tickets are valid at once.

        The caller has asked `event.require_sale(...)` under the event's lock.
        """
        tickets = [
            Ticket(
                event_id=event.id,
                ticket_type_id=ticket_type.id,
                user_id=user_id,
                price=ticket_type.price,
            )
            for _ in range(quantity)
        ]
        booking = cls(
            reference=booking_reference(random_code),
            user_id=user_id,
            event_id=event.id,
            quantity=quantity,
            total_amount=ticket_type.price * quantity,
            currency=event.currency,
            booking_date=now,
            tickets=tickets,
        )
        booking.confirm(now=now, random_code=random_code)
        return booking

    def confirm(self, *, now: datetime, random_code: RandomCode) -> None:
        """Make it valid and give its tickets their codes. Raises InvalidState, HoldExpired."""
        require_move("booking", MOVES, current=self.status, wanted=BookingStatus.CONFIRMED)
        if self.expires_at is not None and self.expires_at <= now:
            raise HoldExpired(self.expires_at)
        self.status = BookingStatus.CONFIRMED
        self.expires_at = None
        for ticket in self.tickets:
            ticket.activate(ticket_code(now, random_code))

    def cancel(self, *, event: Event, is_staff: bool, now: datetime) -> None:
        """Give it up and free its stock. Buyers can until the event starts, staff later too.

        Raises InvalidState; with a used ticket always.
        """
        if not is_staff and now >= event.date_time and self.status in MOVES:
            why = "The event has started: only its organizer can cancel this booking now."
            raise InvalidState("booking", self.status.value, "cancelled", why)
        self._end(BookingStatus.CANCELLED)

    def refund(self) -> None:
        """Record that what was paid went back, and free its stock. Raises InvalidState."""
        self._end(BookingStatus.REFUNDED)

    def _end(self, wanted: BookingStatus) -> None:
        require_move("booking", MOVES, current=self.status, wanted=wanted)
        used = [t for t in self.tickets if t.status is TicketStatus.USED]
        if used:
            why = f"Ticket {used[0].ticket_code} was used: the booking cannot be {wanted.value}."
            raise InvalidState("booking", self.status.value, wanted.value, why)
        self.status = wanted
        self.expires_at = None
        for ticket in self.tickets:
            if ticket.status is not TicketStatus.CANCELLED:
                ticket.cancel()

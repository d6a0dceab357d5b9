"""A booking: a user's tickets and add-ons of one event. Only bookings take stock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.cancellation_policy import CancellationPolicy
from src.domain.entities.event import Event, Payment
from src.domain.entities.ticket import ADMITTING, Place, Ticket, TicketStatus
from src.domain.entities.venue import Seat
from src.domain.errors import HoldExpired, InvalidState, NotFound
from src.domain.shared.codes import RandomCode, booking_reference, ticket_code
from src.domain.shared.money import ZERO
from src.domain.shared.transitions import require_transition


class BookingStatus(StrEnum):
    """The status of a booking: `pending` is a hold with a deadline; the last three are final."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    EXPIRED = "expired"


TRANSITIONS = {
    BookingStatus.PENDING: frozenset(
        {BookingStatus.CONFIRMED, BookingStatus.CANCELLED, BookingStatus.EXPIRED}
    ),
    BookingStatus.CONFIRMED: frozenset({BookingStatus.CANCELLED, BookingStatus.REFUNDED}),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TransferredTicket:
    """A ticket of a booking that has another holder than the buyer: without its code."""

    id: int
    ticket_type_id: int
    seat: Seat | None
    price: Decimal
    status: TicketStatus
    refunded_amount: Decimal | None = None
    kept_amount: Decimal | None = None
    ticket_code: None = None
    transferred: bool = True

    @classmethod
    def of(cls, ticket: Ticket) -> "TransferredTicket":
        """What the buyer still sees of the ticket."""
        return cls(
            id=ticket.id,
            ticket_type_id=ticket.ticket_type_id,
            seat=ticket.seat,
            price=ticket.price,
            status=ticket.status,
            refunded_amount=ticket.refunded_amount,
            kept_amount=ticket.kept_amount,
        )


@dataclass(kw_only=True, slots=True)
class Booking:
    """A booking. `total_amount` is the sum of its tickets' prices, in `currency`.

    A pending booking is a reservation: it holds its tickets until `expires_at`. Pieces of add-ons
    are tickets that do not admit: they count in `total_amount`, and not in `quantity`. Tickets
    that were given back alone count in neither. Those that were given away have a
    `complimentary_reason`, which is the giver's own word: the receiver does not read it.
    """

    id: int = 0
    reference: str
    user_id: int
    event_id: int
    order_id: int | None = None
    quantity: int
    total_amount: Decimal
    currency: str
    status: BookingStatus = BookingStatus.PENDING
    booking_date: datetime
    expires_at: datetime | None = None
    is_extended: bool = False
    complimentary_reason: str | None = None
    tickets: list[Ticket] = field(default_factory=list)
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def is_complimentary(self) -> bool:
        """Whether its tickets were given away."""
        return self.complimentary_reason is not None

    @property
    def tickets_for_buyer(self) -> list["Ticket | TransferredTicket"]:
        """Its tickets that admit, as the buyer may see them: without codes held by others."""
        return [
            ticket if self._is_with_buyer(ticket) else TransferredTicket.of(ticket)
            for ticket in self.admissions
        ]

    @property
    def admissions(self) -> list[Ticket]:
        """Its tickets that admit, now or once."""
        return [ticket for ticket in self.tickets if ticket.admits]

    @property
    def add_ons(self) -> list[Ticket]:
        """Its pieces of add-ons."""
        return [ticket for ticket in self.tickets if not ticket.admits]

    @classmethod
    def of_places(
        cls,
        event: Event,
        places: Sequence[Place],
        *,
        user_id: int,
        hold_for: timedelta,
        now: datetime,
        random_code: RandomCode,
    ) -> "Booking":
        """Return a hold on places from `Stock.allocate`, under the event's lock."""
        tickets = [
            Ticket(
                event_id=event.id,
                ticket_type_id=place.ticket_type.id,
                user_id=user_id,
                admits=place.ticket_type.admits,
                price=place.price,
                seat=place.seat,
            )
            for place in places
        ]
        return cls(
            reference=booking_reference(random_code),
            user_id=user_id,
            event_id=event.id,
            quantity=sum(ticket.admits for ticket in tickets),
            total_amount=sum((ticket.price for ticket in tickets), ZERO),
            currency=event.currency,
            booking_date=now,
            expires_at=now + hold_for,
            tickets=tickets,
        )

    def confirm(self, *, now: datetime, random_code: RandomCode, is_late: bool = False) -> None:
        """Confirm the booking and set the codes of its tickets. Raises InvalidState, HoldExpired.

        `is_late` accepts a lapsed hold that still has its tickets.
        """
        if not is_late:
            self._require_not_lapsed(now)
        require_transition(
            "booking", TRANSITIONS, current=self.status, wanted=BookingStatus.CONFIRMED
        )
        self.status = BookingStatus.CONFIRMED
        self.expires_at = None
        for ticket in self.tickets:
            ticket.activate(ticket_code(now, random_code))

    def merge(self, other: "Booking") -> None:
        """Add the tickets of another, unsaved hold of the same event."""
        for ticket in other.tickets:
            ticket.booking_id = self.id
        self.tickets += other.tickets
        self.quantity += other.quantity
        self.total_amount += other.total_amount

    def extend(self, *, hold_for: timedelta, at_most: timedelta, now: datetime) -> None:
        """Extend the hold to `hold_for` from now, once, and at most to `at_most` from its start.

        Raises InvalidState, HoldExpired.
        """
        expires_at = self._require_extendable(now)
        until = min(now + hold_for, self.booking_date + at_most)
        self.expires_at = max(expires_at, until)
        self.is_extended = True

    def cancel(self, *, event: Event, is_staff: bool, now: datetime) -> None:
        """Cancel the booking, freeing its stock. Raises InvalidState like `require_cancellable`."""
        self.require_cancellable(event=event, is_staff=is_staff, now=now)
        self._end(BookingStatus.CANCELLED)

    def require_cancellable(self, *, event: Event, is_staff: bool, now: datetime) -> None:
        """Raise InvalidState unless it can be cancelled: by buyers until the event starts.

        By staff later too. Not if a ticket was used, by a buyer who paid online, where a refund
        cancels the booking, and by a buyer one of whose tickets has another holder by now.
        """
        if not is_staff and now >= event.date_time and self.status in TRANSITIONS:
            why = "The event has started: only its organizer can cancel this booking now."
            raise InvalidState("booking", self.status.value, "cancelled", why)
        is_paid_online = event.payment is Payment.ONLINE and self.total_amount > 0
        if not is_staff and is_paid_online and self.status is BookingStatus.CONFIRMED:
            why = "This booking is paid: ask the organizer for a refund, which cancels it."
            raise InvalidState("booking", "confirmed", "cancelled", why)
        is_confirmed = self.status is BookingStatus.CONFIRMED
        if not is_staff and is_confirmed and self._has_transferred_tickets():
            why = "A ticket of it was transferred: only the event's organizer can cancel it now."
            raise InvalidState("booking", "confirmed", "cancelled", why)
        self._require_end(BookingStatus.CANCELLED)

    def cancel_hold(self) -> None:
        """Cancel a hold with the order that it is part of. Raises InvalidState."""
        self._end(BookingStatus.CANCELLED)

    def expire(self) -> None:
        """Expire a lapsed hold, freeing its stock. Raises InvalidState."""
        self._end(BookingStatus.EXPIRED)

    def refund(self) -> None:
        """Record the refund and free its stock. Raises InvalidState."""
        self._end(BookingStatus.REFUNDED)

    def tickets_to_give_back(self, ticket_ids: Collection[int] | None) -> list[Ticket]:
        """Return these tickets of it, None for all of them, if each can be given back alone.

        With the last ticket go the add-ons, which are sold with tickets only. Raises NotFound;
        InvalidState unless it is confirmed and they are valid and not used.
        """
        if self.status is not BookingStatus.CONFIRMED:
            raise InvalidState("booking", self.status.value, BookingStatus.CANCELLED.value)
        if ticket_ids is None:
            self._require_end(BookingStatus.CANCELLED)
            return [ticket for ticket in self.tickets if ticket.status is TicketStatus.ACTIVE]
        found = {ticket.id: ticket for ticket in self.tickets}
        for ticket_id in ticket_ids:
            if ticket_id not in found:
                raise NotFound("ticket", ticket_id)
            found[ticket_id].require_returnable()
        chosen = [ticket for ticket in self.tickets if ticket.id in set(ticket_ids)]
        left = [
            ticket
            for ticket in self.tickets
            if ticket.status in ADMITTING and ticket.id not in set(ticket_ids)
        ]
        is_last = any(ticket.admits for ticket in chosen)
        if is_last and not any(ticket.admits for ticket in left):
            return [ticket for ticket in self.tickets if ticket in chosen or ticket in left]
        return chosen

    def require_with_buyer(self, tickets: Collection[Ticket]) -> None:
        """Raise InvalidState if one of these tickets of it has another holder than the buyer."""
        if not all(self._is_with_buyer(ticket) for ticket in tickets):
            why = "A ticket was transferred: only the event's organizer can cancel it now."
            raise InvalidState("booking", self.status.value, BookingStatus.CANCELLED.value, why)

    def require_giveable(self, event: Event, now: datetime) -> CancellationPolicy:
        """Return the terms on which its buyer gives tickets of it back now.

        Raises Forbidden, InvalidState.
        """
        is_whole_cancellable = (
            self.status is BookingStatus.CONFIRMED and self.is_cancellable_by_buyer(event, now)
        )
        return event.require_taking_tickets_back(now, is_whole_cancellable=is_whole_cancellable)

    def can_be_given_back_by_buyer(self, event: Event, now: datetime) -> bool:
        """Whether the event's policy lets its buyer give back a ticket of it now."""
        return (
            self.status is BookingStatus.CONFIRMED
            and event.takes_tickets_back(now)
            and any(
                ticket.status is TicketStatus.ACTIVE and self._is_with_buyer(ticket)
                for ticket in self.tickets
            )
        )

    def follow_tickets(self) -> None:
        """Adjust number and amount to the tickets that are left of it; without any it ends."""
        left = [ticket for ticket in self.tickets if ticket.status in ADMITTING]
        if left:
            self.quantity = sum(ticket.admits for ticket in left)
            self.total_amount = sum((ticket.price for ticket in left), ZERO)
            return
        is_refunded = any(ticket.refunded_amount for ticket in self.tickets)
        self._end(BookingStatus.REFUNDED if is_refunded else BookingStatus.CANCELLED)

    def is_lapsed(self, now: datetime) -> bool:
        """Whether it is a hold whose deadline has passed, released yet or not."""
        return self.expires_at is not None and self.expires_at <= now

    def is_extendable(self, now: datetime, at_most: timedelta) -> bool:
        """Whether it is a hold that lasts longer once it is extended now, up to `at_most`."""
        try:
            expires_at = self._require_extendable(now)
        except (InvalidState, HoldExpired):
            return False
        return expires_at < self.booking_date + at_most

    def is_cancellable_by_buyer(self, event: Event, now: datetime) -> bool:
        """Whether its buyer can cancel it now, as far as it knows itself."""
        try:
            self.require_cancellable(event=event, is_staff=False, now=now)
        except InvalidState:
            return False
        return True

    def _require_extendable(self, now: datetime) -> datetime:
        """Return its deadline. Raises InvalidState, HoldExpired."""
        self._require_not_lapsed(now)
        if self.status is not BookingStatus.PENDING or self.expires_at is None:
            raise InvalidState("booking", self.status.value, "pending")
        if self.is_extended:
            why = "This hold was extended once already; confirm it or cancel it."
            raise InvalidState("booking", "pending", "pending", why)
        return self.expires_at

    def _has_transferred_tickets(self) -> bool:
        """Whether somebody else holds a ticket of it that still admits."""
        return any(
            ticket.status is TicketStatus.ACTIVE and not self._is_with_buyer(ticket)
            for ticket in self.tickets
        )

    def _is_with_buyer(self, ticket: Ticket) -> bool:
        return ticket.user_id == self.user_id

    def _require_not_lapsed(self, now: datetime) -> None:
        # To the buyer it makes no difference whether a lapsed hold was released yet.
        if self.status is BookingStatus.EXPIRED:
            raise HoldExpired()
        if self.is_lapsed(now):
            raise HoldExpired()

    def _require_end(self, wanted: BookingStatus) -> None:
        require_transition("booking", TRANSITIONS, current=self.status, wanted=wanted)
        used = [ticket for ticket in self.tickets if ticket.status is TicketStatus.USED]
        if used:
            # The code of a ticket that was transferred is not for the buyer to know.
            code = used[0].ticket_code if self._is_with_buyer(used[0]) else "that was transferred"
            why = f"Ticket {code} was used: the booking cannot be {wanted.value}."
            raise InvalidState("booking", self.status.value, wanted.value, why)

    def _end(self, wanted: BookingStatus) -> None:
        self._require_end(wanted)
        self.status = wanted
        self.expires_at = None
        for ticket in self.tickets:
            if ticket.status is not TicketStatus.CANCELLED:
                ticket.cancel()

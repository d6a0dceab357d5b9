"""Bookings and tickets as who has them sees them."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.application.dtos.ticket_document import TicketSheet
from src.application.dtos.transfer import TicketTransfer
from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.ticket import Retirement, Ticket, TicketStatus
from src.domain.entities.venue import Seat
from src.domain.errors import TicketingError


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTicket:
    """A ticket in a list; `code` is None before it is confirmed, and once it has another holder.

    `refunded_amount` is what goes back for it, if it was given back alone.
    """

    code: str | None
    ticket_type: str
    seat: Seat | None
    status: TicketStatus
    is_given_away: bool = False
    refunded_amount: Decimal | None = None


class MoneyToCome(StrEnum):
    """What a refunded booking waits for: money on its way, or owed because it could not be sent."""

    UNDER_WAY = "under_way"
    OWED = "owed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAddOn:
    """Pieces of an add-on in a booking, all in one status."""

    name: str
    quantity: int
    status: TicketStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBooking:
    """A booking with its tickets, and what its buyer may do with it now.

    `status` is `expired` for a hold whose deadline has passed, released yet or not. `may_confirm`
    is about a hold without an order, which nothing has to be paid for here; one with an order is
    continued by its `order_reference`.
    """

    id: int
    reference: str
    status: BookingStatus
    booked_at: datetime
    total_amount: Decimal
    currency: str
    expires_at: datetime | None
    order_reference: str | None
    tickets: tuple[OwnTicket, ...]
    add_ons: tuple[OwnAddOn, ...] = ()
    money_to_come: MoneyToCome | None = None
    may_cancel: bool = False
    may_extend: bool = False
    may_confirm: bool = False
    may_give_back: bool = False

    @property
    def live(self) -> list[OwnTicket]:
        """Those tickets that were not cancelled."""
        return [ticket for ticket in self.tickets if ticket.status is not TicketStatus.CANCELLED]

    @property
    def printable(self) -> list[OwnTicket]:
        """Those tickets that the buyer gets as documents."""
        admitting = (TicketStatus.ACTIVE, TicketStatus.USED)
        return [ticket for ticket in self.tickets if ticket.code and ticket.status in admitting]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEvent:
    """An event with what somebody has of it: own bookings, and tickets that others gave them."""

    event: Event
    bookings: tuple[OwnBooking, ...]
    received: tuple[OwnTicket, ...]

    def to_come(self) -> "OwnEvent | None":
        """What of it is still to come; all of a cancelled event, which its page says."""
        return self if self.event.status is EventStatus.CANCELLED else self._part(is_ended=False)

    def ended(self) -> "OwnEvent | None":
        """What of an event to come has ended: bookings and tickets that were cancelled."""
        return None if self.event.status is EventStatus.CANCELLED else self._part(is_ended=True)

    def _part(self, *, is_ended: bool) -> "OwnEvent | None":
        live = (BookingStatus.PENDING, BookingStatus.CONFIRMED)
        bookings = tuple(
            booking for booking in self.bookings if (booking.status not in live) is is_ended
        )
        received = tuple(
            ticket
            for ticket in self.received
            if (ticket.status is TicketStatus.CANCELLED) is is_ended
        )
        return replace(self, bookings=bookings, received=received) if bookings or received else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHold:
    """What is held until one deadline: the bookings of an order, or a booking without one."""

    parts: tuple[tuple[Event, OwnBooking], ...]
    expires_at: datetime

    @property
    def first(self) -> OwnBooking:
        """The booking that stands for the others: they change together."""
        return self.parts[0][1]

    @property
    def quantity(self) -> int:
        """The number of tickets of all its bookings."""
        return sum(len(booking.tickets) for _, booking in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingView:
    """A booking on its own page.

    `refusal` is why its buyer cannot cancel it. `together` are the holds of the same order at
    other events: they are cancelled with it.
    """

    event: Event
    booking: OwnBooking
    is_buyer: bool
    refusal: TicketingError | None
    together: tuple[tuple[Event, OwnBooking], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QrCode:
    """A QR code as a drawing of `size` by `size` modules, its quiet zone included.

    `path` is the data of an SVG path that covers the dark modules.
    """

    size: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """A ticket on its own page, and what its viewer may do with it now.

    `qr` is for its holder alone, while the ticket can admit somebody. `transfer` is the last offer
    of it, for its holder.
    """

    ticket: Ticket
    event: Event
    sheet: TicketSheet
    is_holder: bool
    is_buyer: bool
    may_print: bool
    qr: QrCode | None = None
    transfer: TicketTransfer | None = None
    may_transfer: bool = False
    may_reissue: bool = False
    may_cancel: bool = False
    may_give_back: bool = False
    has_apple_pass: bool = False
    has_google_pass: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OldCode:
    """What became of a ticket under a code that it had before, for who held it then.

    `new_code` is what it has now, if it is still theirs.
    """

    code: str
    reason: Retirement
    at: datetime
    event: Event
    new_code: str | None

"""An order: a checkout over one or more events, paid as one, held and confirmed as one."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.event import Payment
from src.domain.errors import HoldExpired, InvalidState
from src.domain.shared.codes import RandomCode
from src.domain.shared.money import ZERO
from src.domain.shared.transitions import require_transition


class OrderStatus(StrEnum):
    """`pending` waits for its payment until a deadline."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class LatePayment(StrEnum):
    """What became of money that arrived after the order's deadline."""

    HONOURED = "honoured"
    REFUNDED = "refunded"


TRANSITIONS = {
    OrderStatus.PENDING: frozenset(
        {OrderStatus.CONFIRMED, OrderStatus.CANCELLED, OrderStatus.EXPIRED}
    ),
    OrderStatus.CONFIRMED: frozenset({OrderStatus.COMPLETED, OrderStatus.CANCELLED}),
    # Only for money that came late, when the stock is still free.
    OrderStatus.EXPIRED: frozenset({OrderStatus.CONFIRMED}),
}

GIVEN_UP = frozenset({BookingStatus.CANCELLED, BookingStatus.REFUNDED, BookingStatus.EXPIRED})


@dataclass(kw_only=True, slots=True)
class OrderItem:
    """Tickets of one type. Its amounts are those of `pricing.Amounts`, kept as they were."""

    id: int = 0
    order_id: int = 0
    event_id: int
    ticket_type_id: int
    booking_id: int = 0
    quantity: int
    unit_price: Decimal
    subtotal: Decimal
    discount_amount: Decimal = ZERO
    fee_amount: Decimal = ZERO
    tax_rate: Decimal = ZERO
    tax_amount: Decimal = ZERO
    tax_included: Decimal = ZERO
    total_amount: Decimal


@dataclass(kw_only=True, slots=True)
class Order:
    """`total_amount` is what is paid: tickets less discount, plus fees and taxes.

    It has one booking for each of its events, all with the order's own deadline.
    """

    id: int = 0
    reference: str
    user_id: int
    status: OrderStatus = OrderStatus.PENDING
    payment: Payment
    currency: str
    subtotal: Decimal = ZERO
    discount_amount: Decimal = ZERO
    fee_amount: Decimal = ZERO
    tax_amount: Decimal = ZERO
    tax_included: Decimal = ZERO
    total_amount: Decimal = ZERO
    discount_id: int | None = None
    discount_code: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    notes: str | None = None
    late_payment: LatePayment | None = None
    expires_at: datetime | None = None
    items: list[OrderItem] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def event_ids(self) -> list[int]:
        """Its events, in the order in which they are locked."""
        return sorted({booking.event_id for booking in self.named_bookings})

    @property
    def named_bookings(self) -> list[Booking]:
        """The bookings that its items name: one that was booked anew has replaced its first."""
        named = {item.booking_id for item in self.items}
        return [booking for booking in self.bookings if booking.id in named]

    @property
    def has_lost_tickets(self) -> bool:
        """Whether a booking of it was given up, so that it can no longer be had whole."""
        return any(one.status in GIVEN_UP for one in self.named_bookings)

    @property
    def has_expired_tickets(self) -> bool:
        """Whether it has lost tickets, all of them because their time was over."""
        lost = {one.status for one in self.named_bookings} & GIVEN_UP
        return lost == {BookingStatus.EXPIRED}

    def is_lapsed(self, now: datetime) -> bool:
        """Whether its deadline has passed, noticed or not."""
        return self.expires_at is not None and self.expires_at <= now

    def require_payable(self, now: datetime) -> None:
        """Raise HoldExpired or InvalidState unless a payment can confirm it."""
        if self.status is OrderStatus.EXPIRED or self.is_lapsed(now):
            raise HoldExpired()
        if self.status is not OrderStatus.PENDING:
            raise InvalidState("order", self.status.value, OrderStatus.CONFIRMED.value)
        self.require_whole()

    def require_whole(self) -> None:
        """Raise InvalidState once it has lost tickets: it is had whole or not at all."""
        if self.has_lost_tickets:
            why = "Tickets of this order were given up; order again."
            raise InvalidState("order", self.status.value, OrderStatus.CONFIRMED.value, why)

    def confirm(self, *, now: datetime, random_code: RandomCode, is_late: bool = False) -> None:
        """Confirm every booking. Raises InvalidState; HoldExpired unless the stock `is_late` held.

        `is_late` says that nobody has taken what it held, though its time is over.
        """
        if not is_late:
            self.require_payable(now)
        self._transition_to(OrderStatus.CONFIRMED)
        for booking in self.named_bookings:
            if booking.status is BookingStatus.PENDING:
                booking.confirm(now=now, random_code=random_code, is_late=is_late)

    def expire(self) -> None:
        """Give up what it holds, since its time is over. Raises InvalidState."""
        self._transition_to(OrderStatus.EXPIRED)
        for booking in self.bookings:
            if booking.status is BookingStatus.PENDING:
                booking.expire()

    def end_if_lost(self, now: datetime) -> bool:
        """Expire it if its time is over, cancel it if tickets were given up; whether it ended.

        Bookings that have expired tell that its time was over, whatever `now` says: the clock
        that counted is that of whoever expired them.
        """
        if self.status is not OrderStatus.PENDING:
            return False
        if self.is_lapsed(now) or self.has_expired_tickets:
            self.expire()
        elif self.has_lost_tickets:
            self.cancel_pending()
        return self.status is not OrderStatus.PENDING

    def complete(self) -> None:
        """All its events are over. Raises InvalidState."""
        self._transition_to(OrderStatus.COMPLETED)

    def cancel_pending(self) -> None:
        """Let go of everything that it holds. Raises InvalidState."""
        if self.status is not OrderStatus.PENDING:
            raise InvalidState("order", self.status.value, OrderStatus.CANCELLED.value)
        for booking in self.bookings:
            if booking.status is BookingStatus.PENDING:
                booking.cancel_hold()
        self._transition_to(OrderStatus.CANCELLED)

    def sync_status(self) -> bool:
        """Become what its bookings have become; whether that changed it.

        Confirmed when all of them are, cancelled when none is left, and with their deadline:
        the latest is that of all.
        """
        before = (self.status, self.expires_at)
        bookings = self.named_bookings
        is_open = self.status in (OrderStatus.PENDING, OrderStatus.CONFIRMED)
        if is_open and all(one.status in GIVEN_UP for one in bookings):
            self._transition_to(OrderStatus.CANCELLED)
        elif self.status is OrderStatus.PENDING:
            if all(one.status is BookingStatus.CONFIRMED for one in bookings):
                self._transition_to(OrderStatus.CONFIRMED)
            else:
                waiting = [one for one in bookings if one.expires_at]
                deadlines = (one.expires_at for one in waiting if one.expires_at)
                self.expires_at = max(deadlines, default=self.expires_at)
                for one in waiting:
                    one.expires_at = self.expires_at
        return before != (self.status, self.expires_at)

    def _transition_to(self, wanted: OrderStatus) -> None:
        require_transition("order", TRANSITIONS, current=self.status, wanted=wanted)
        self.status = wanted
        self.expires_at = None

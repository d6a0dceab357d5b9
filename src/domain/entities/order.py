"""An order: a checkout over one or more events that is held, paid and confirmed as a whole."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.booking import Booking, BookingStatus
from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountTerms
from src.domain.entities.event import Payment
from src.domain.entities.ticket import TicketStatus
from src.domain.errors import HoldExpired, InvalidState
from src.domain.shared.codes import RandomCode
from src.domain.shared.money import ZERO
from src.domain.shared.tax import TaxRelief, TaxRounding
from src.domain.shared.transitions import require_transition


class OrderStatus(StrEnum):
    """The status of an order; `pending` waits for a payment until a deadline."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class LatePayment(StrEnum):
    """How a payment that arrived after the order's deadline was handled."""

    HONOURED = "honoured"
    REFUNDED = "refunded"


class LateRefusal(StrEnum):
    """Why a payment that arrived after the deadline bought nothing."""

    TICKETS_GONE = "tickets_gone"
    OVER_LIMIT = "over_limit"
    EVENT_CANCELLED = "event_cancelled"
    EVENT_DELETED = "event_deleted"
    EVENT_OVER = "event_over"
    CURRENCY_CHANGED = "currency_changed"
    BUYER_DELETED = "buyer_deleted"


TRANSITIONS = {
    OrderStatus.PENDING: frozenset(
        {OrderStatus.CONFIRMED, OrderStatus.CANCELLED, OrderStatus.EXPIRED}
    ),
    OrderStatus.CONFIRMED: frozenset({OrderStatus.COMPLETED, OrderStatus.CANCELLED}),
    # Only for a late payment, while the tickets are still available.
    OrderStatus.EXPIRED: frozenset({OrderStatus.CONFIRMED}),
}

ENDED = frozenset({BookingStatus.CANCELLED, BookingStatus.REFUNDED, BookingStatus.EXPIRED})


@dataclass(kw_only=True, slots=True)
class OrderItem:
    """Tickets of one type, with the `pricing.Amounts` and the names of the time of the order.

    The fee of earlier orders has no tax of its own: it has the rate of the tickets, and its share.
    `tax_relief` is why there is no tax, where it is not the rate; with a reverse charge the
    `relieved` rates are those that the item would have without. `tax_rounding` is its seller's.

    `event_country` is where its event was to take place when it was sold, and `tax_inclusive` is
    whether price and fee contained the tax then: without a tax the amounts do not say it. Of
    earlier orders it is not known.

    The names are stored when an item is added, and stay as they were. Only `Order.items_now` knows
    its `cancelled_quantity`, which is not stored.
    """

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
    fee_tax_rate: Decimal | None = None
    fee_tax_amount: Decimal | None = None
    tax_relief: TaxRelief | None = None
    relieved_tax_rate: Decimal | None = None
    relieved_fee_tax_rate: Decimal | None = None
    tax_rounding: TaxRounding = TaxRounding.LINE
    total_amount: Decimal
    event_country: str | None = None
    tax_inclusive: bool | None = None
    cancelled_quantity: int = 0
    event_title: str | None = None
    ticket_type_name: str | None = None

    @property
    def tax_rates(self) -> set[Decimal]:
        """The rates of its tickets and, if there is one, of their fee."""
        fee = self.tax_rate if self.fee_tax_rate is None else self.fee_tax_rate
        return {self.tax_rate, fee} if self.fee_amount else {self.tax_rate}

    @property
    def is_reverse_charged(self) -> bool:
        """Whether its buyer, a business of another country, owes the tax."""
        return self.tax_relief is TaxRelief.REVERSE_CHARGE


@dataclass(kw_only=True, slots=True)
class Order:
    """An order. `total_amount` is the amount to pay: tickets less discount, plus fees and taxes.

    It has one booking for each of its events, all with the deadline of the order. `late_refusal`
    is why a late payment was refunded. The database keeps `buyer_name`, the buyer's name at the
    time of the order. It keeps the terms of its discount code, and the number of tickets that
    these cover; `counts_use` while it counts as one of the code's uses.
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
    discount_terms: DiscountTerms | None = None
    discount_tickets: int = 0
    counts_use: bool = True
    buyer_name: str | None = None
    contact_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    notes: str | None = None
    late_payment: LatePayment | None = None
    late_refusal: LateRefusal | None = None
    expires_at: datetime | None = None
    items: list[OrderItem] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    deleted_at: datetime | None = None
    version: int = 1
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def tax_rates(self) -> list[Decimal]:
        """The rates of its tickets and of their fees, each once."""
        return sorted({rate for item in self.items for rate in item.tax_rates})

    @property
    def is_reverse_charged(self) -> bool:
        """Whether its buyer owes the tax of something in it."""
        return any(item.is_reverse_charged for item in self.items)

    @property
    def items_now(self) -> list[OrderItem]:
        """Its items, each with the number of its tickets that were cancelled or refunded since."""
        cancelled = Counter(
            (ticket.booking_id, ticket.ticket_type_id)
            for booking in self.bookings
            for ticket in booking.tickets
            if ticket.status is TicketStatus.CANCELLED
        )
        items = []
        for item in self.items:
            key = (item.booking_id, item.ticket_type_id)
            number = min(item.quantity, cancelled[key])
            cancelled[key] -= number
            items.append(replace(item, cancelled_quantity=number))
        return items

    @property
    def event_ids(self) -> list[int]:
        """The ids of its events, in the order in which they are locked."""
        return sorted({booking.event_id for booking in self.current_bookings})

    @property
    def current_bookings(self) -> list[Booking]:
        """The bookings of its items, without those that a later booking has replaced."""
        current = {item.booking_id for item in self.items}
        return [booking for booking in self.bookings if booking.id in current]

    @property
    def has_lost_tickets(self) -> bool:
        """Whether one of its bookings has ended, so that the order is no longer complete."""
        return any(booking.status in ENDED for booking in self.current_bookings)

    @property
    def has_expired_tickets(self) -> bool:
        """Whether some of its bookings have ended, all of those by expiry."""
        lost = {booking.status for booking in self.current_bookings} & ENDED
        return lost == {BookingStatus.EXPIRED}

    def part_of(self, event_ids: Collection[int]) -> "Order":
        """What the organizer of these events sees of it: their lines, and what these come to."""
        items = [item for item in self.items if item.event_id in event_ids]
        if len(items) == len(self.items):
            return self
        discount = sum((item.discount_amount for item in items), ZERO)
        return replace(
            self,
            subtotal=sum((item.subtotal for item in items), ZERO),
            discount_amount=discount,
            discount_id=self.discount_id if discount else None,
            discount_code=self.discount_code if discount else None,
            fee_amount=sum((item.fee_amount for item in items), ZERO),
            tax_amount=sum((item.tax_amount for item in items), ZERO),
            tax_included=sum((item.tax_included for item in items), ZERO),
            total_amount=sum((item.total_amount for item in items), ZERO),
            notes=None,
            items=items,
            bookings=[booking for booking in self.bookings if booking.event_id in event_ids],
        )

    def is_lapsed(self, now: datetime) -> bool:
        """Whether its deadline has passed, expired yet or not."""
        return self.expires_at is not None and self.expires_at <= now

    def require_payable(self, now: datetime) -> None:
        """Raise HoldExpired or InvalidState unless a payment can confirm the order."""
        if self.status is OrderStatus.EXPIRED or self.is_lapsed(now):
            raise HoldExpired()
        if self.status is not OrderStatus.PENDING:
            raise InvalidState("order", self.status.value, OrderStatus.CONFIRMED.value)
        self.require_whole()

    def require_whole(self) -> None:
        """Raise InvalidState once it has lost tickets: an order is all or nothing."""
        if self.has_lost_tickets:
            why = "Tickets of this order were cancelled or released; order again."
            raise InvalidState("order", self.status.value, OrderStatus.CONFIRMED.value, why)

    def confirm(self, *, now: datetime, random_code: RandomCode, is_late: bool = False) -> None:
        """Confirm the order and its pending bookings. Raises InvalidState, HoldExpired.

        `is_late` accepts an order that has lapsed while its tickets are still available.
        """
        if not is_late:
            self.require_payable(now)
        self._transition_to(OrderStatus.CONFIRMED)
        for booking in self.current_bookings:
            if booking.status is BookingStatus.PENDING:
                booking.confirm(now=now, random_code=random_code, is_late=is_late)

    def expire(self) -> None:
        """Expire the order and its holds. Raises InvalidState."""
        self._transition_to(OrderStatus.EXPIRED)
        # The code may have been used by others since, for the last time.
        self.counts_use = False
        for booking in self.bookings:
            if booking.status is BookingStatus.PENDING:
                booking.expire()

    def end_if_lost(self, now: datetime) -> bool:
        """Expire it if it has lapsed, cancel it if it lost tickets otherwise; whether it ended.

        Expired bookings prove that its deadline had passed by the clock of another process, which
        counts, whatever `now` is.
        """
        if self.status is not OrderStatus.PENDING:
            return False
        if self.is_lapsed(now) or self.has_expired_tickets:
            self.expire()
        elif self.has_lost_tickets:
            self.cancel_pending()
        return self.status is not OrderStatus.PENDING

    @property
    def held_since(self) -> datetime | None:
        """When the first of its tickets was held; None without any."""
        return min((booking.booking_date for booking in self.current_bookings), default=None)

    def wait_until(self, until: datetime) -> None:
        """Hold its tickets until then for money that is on its way; never for a shorter time."""
        if self.status is OrderStatus.PENDING and self.expires_at is not None:
            self._move_deadline(max(self.expires_at, until))

    def wait_no_longer_than(self, until: datetime) -> None:
        """Hold its tickets until then at most, after the money they waited for was given up."""
        if self.status is OrderStatus.PENDING and self.expires_at is not None:
            self._move_deadline(min(self.expires_at, until))

    def refuse_late(self, why: LateRefusal) -> None:
        """Record that its money came late and goes back."""
        self.late_payment, self.late_refusal = LatePayment.REFUNDED, why

    def honour_late(self) -> None:
        """Record that its money came late and has bought the tickets all the same."""
        self.late_payment, self.late_refusal = LatePayment.HONOURED, None

    def complete(self) -> None:
        """Complete the order after all of its events. Raises InvalidState."""
        self._transition_to(OrderStatus.COMPLETED)

    def cancel_pending(self) -> None:
        """Cancel a pending order and its holds. Raises InvalidState."""
        if self.status is not OrderStatus.PENDING:
            raise InvalidState("order", self.status.value, OrderStatus.CANCELLED.value)
        for booking in self.bookings:
            if booking.status is BookingStatus.PENDING:
                booking.cancel_hold()
        self._transition_to(OrderStatus.CANCELLED)

    def sync_status(self) -> bool:
        """Update the status and deadline from its bookings; whether that changed the order.

        It becomes confirmed when all bookings are, cancelled when none is left. The latest
        deadline of its bookings becomes the deadline of all.
        """
        before = (self.status, self.expires_at)
        bookings = self.current_bookings
        is_open = self.status in (OrderStatus.PENDING, OrderStatus.CONFIRMED)
        if is_open and all(booking.status in ENDED for booking in bookings):
            self._transition_to(OrderStatus.CANCELLED)
        elif self.status is OrderStatus.PENDING:
            if all(booking.status is BookingStatus.CONFIRMED for booking in bookings):
                self._transition_to(OrderStatus.CONFIRMED)
            else:
                waiting = [booking for booking in bookings if booking.expires_at]
                deadlines = (booking.expires_at for booking in waiting if booking.expires_at)
                self.expires_at = max(deadlines, default=self.expires_at)
                for booking in waiting:
                    booking.expires_at = self.expires_at
        return before != (self.status, self.expires_at)

    def _move_deadline(self, until: datetime) -> None:
        self.expires_at = until
        for booking in self.current_bookings:
            if booking.status is BookingStatus.PENDING:
                booking.expires_at = until

    def use_code(self, discount: Discount | None, *, tickets: int) -> None:
        """Use this code, which covers so many of its tickets, instead of any other."""
        self.discount_id = discount.id if discount else None
        self.discount_code = discount.code if discount else None
        self.discount_terms = discount.terms if discount else None
        self.discount_tickets = tickets
        self.counts_use = True

    def _transition_to(self, wanted: OrderStatus) -> None:
        require_transition("order", TRANSITIONS, current=self.status, wanted=wanted)
        self.status = wanted
        self.expires_at = None

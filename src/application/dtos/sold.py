"""What was sold, as organizers look through it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus, Payment
from src.domain.entities.order import OrderStatus
from src.domain.entities.transaction import Transaction, TransactionKind, TransactionStatus


class SoldSort(StrEnum):
    """The order of a list of what was sold."""

    NEWEST = "newest"
    OLDEST = "oldest"
    HIGHEST = "highest"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldSearch:
    """Which orders or bookings to list, None means any; made in [`date_from`, `date_to`).

    `q` is part of a buyer's name or e-mail address, or a reference, or the code of a ticket or
    discount. `reference` is that of an order or booking, `provider` one that it was paid through.
    """

    event_id: int | None = None
    user_id: int | None = None
    q: str | None = None
    reference: str | None = None
    status: str | None = None
    payment: Payment | None = None
    provider: str | None = None
    is_complimentary: bool | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TransactionSearch(SoldSearch):
    """Which payments and refunds to list: those of orders with `event_id`.

    `refunded_event_id` finds only refunds of this event's bookings.
    """

    id: int | None = None
    order_id: int | None = None
    kind: TransactionKind | None = None
    refunded_event_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldOrder:
    """An order in a list.

    `name` and `email` are what the buyer gave for the order, else those of the account, which an
    organizer learns only from the buyer: None for an order that somebody else made. Of an order
    that is not theirs as a whole (`is_whole`) an organizer sees the events, tickets and amounts of
    their own lines.
    """

    id: int
    reference: str
    user_id: int
    name: str | None
    email: str | None
    status: OrderStatus
    payment: Payment
    discount_code: str | None
    is_whole: bool
    events: str
    tickets: int
    currency: str
    subtotal: Decimal
    discount_amount: Decimal
    fee_amount: Decimal
    tax_amount: Decimal
    tax_included: Decimal
    total_amount: Decimal
    refunded_amount: Decimal
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldBooking:
    """A booking in a list; `name` and `email` as in `SoldOrder`."""

    id: int
    reference: str
    event_id: int
    event_title: str
    timezone: str
    order_id: int | None
    order_reference: str | None
    user_id: int
    name: str | None
    email: str | None
    status: BookingStatus
    quantity: int
    currency: str
    total_amount: Decimal
    booking_date: datetime
    expires_at: datetime | None
    complimentary_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldTransaction:
    """A payment or refund in a list; `name`, `email` and `is_whole` as in `SoldOrder`.

    Of an order that is not theirs as a whole its amounts are those of the organizer's lines.
    """

    transaction: Transaction
    order_reference: str
    user_id: int
    name: str | None
    email: str | None
    is_whole: bool
    events: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoldAddOn:
    """What one booking has of one add-on, and who comes for it.

    `id` is that of the first piece. Only confirmed pieces are counted.
    """

    id: int
    ticket_type_id: int
    add_on: str
    quantity: int
    name: str | None
    email: str | None
    booking_id: int
    booking_reference: str
    order_id: int | None
    order_reference: str | None


@dataclass(frozen=True, slots=True)
class SoldSum:
    """The sum of a list in one currency: its rows, and of the confirmed ones what they brought.

    Of transactions: the payments that arrived, and the refunds that did.
    """

    currency: str
    number: int
    tickets: int
    amount: Decimal
    refunded: Decimal


class RefundState(StrEnum):
    """Refunds that wait for their provider, those that failed, and those that have arrived."""

    OPEN = "open"
    FAILED = "failed"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRefund:
    """A refund with its order; `owed_amount` is what of a failed one has not gone back since.

    `is_whole_order` where every line of its order is of an event in scope, so that it can be read.
    `replaces_id` is the failed refund that this one repeats or pays out another way.
    Of an order with events of others that goes back as a whole, an organizer sees the own part,
    and only an admin `may_settle` it.
    One is `is_by_hand` while it waits until somebody says that they have paid it back.
    """

    id: int
    order_id: int
    order_reference: str
    event_title: str | None
    status: TransactionStatus
    provider: str
    amount: Decimal
    currency: str
    reason: str | None
    failure: str | None
    note: str | None
    replaces_id: int | None
    owed_amount: Decimal
    is_whole_order: bool
    may_settle: bool
    is_by_hand: bool
    created_at: datetime
    settled_at: datetime | None

    @property
    def is_owed(self) -> bool:
        """Whether it failed and still needs a person."""
        return self.owed_amount > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSellThrough:
    """The stock of a ticket type, and its price in force."""

    ticket_type_id: int
    name: str
    admits: bool
    price: Decimal
    capacity: int
    sold: int
    held: int

    @property
    def left(self) -> int:
        return max(self.capacity - self.sold - self.held, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSellThrough:
    """The stock of an event, and of its ticket types."""

    event_id: int
    title: str
    status: EventStatus
    date_time: datetime
    timezone: str
    currency: str
    revenue: Decimal
    capacity: int
    sold: int
    held: int
    ticket_types: Sequence[TypeSellThrough]

    @property
    def left(self) -> int:
        return max(self.capacity - self.sold - self.held, 0)


class ConcernKind(StrEnum):
    """What a person has to look at, the most pressing first."""

    FAILED_REFUND = "failed_refund"
    DISPUTE = "dispute"
    OWED_AFTER_DISPUTE = "owed_after_dispute"
    PAID_TWICE = "paid_twice"
    FAILED_PAYOUT = "failed_payout"
    STARTS_WITHOUT_SCANNERS = "starts_without_scanners"
    DISABLED_WEBHOOK = "disabled_webhook"
    MANUAL_REFUND = "manual_refund"
    OVERDUE_TRANSFER = "overdue_transfer"
    OTHER_AMOUNT = "other_amount"
    FAILED_MAILS = "failed_mails"
    SOLD_OUT = "sold_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Something that needs a person: what it is about, and its facts for a sentence."""

    kind: ConcernKind
    subject_id: int
    facts: Mapping[str, object]

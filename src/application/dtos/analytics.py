"""What reports are asked for, and what they say. Sums of money are always per currency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.domain.services.periods import Interval, Period


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """What a caller asks for; times are aware, `timezone` is an IANA name."""

    event_id: int | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    interval: Interval = Interval.DAY
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose events a report is about: one event's, one organizer's, or (both None) all."""

    event_id: int | None = None
    organizer_id: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A period and the beginnings of its buckets, in UTC, oldest first."""

    period: Period
    starts: Sequence[datetime]


@dataclass(frozen=True, slots=True)
class Flow:
    """Money of one currency that came in (`gross`) and went back (`refunds`, not negative)."""

    currency: str
    gross: Decimal
    refunds: Decimal

    @property
    def net(self) -> Decimal:
        return self.gross - self.refunds


@dataclass(frozen=True, slots=True)
class Sales:
    """Bookings in one currency, the tickets they are for, and what they cost."""

    currency: str
    bookings: int
    tickets: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BookedAmount:
    """Value of bookings in one currency."""

    currency: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class EventCounts:
    """How many events have each status."""

    draft: int = 0
    active: int = 0
    completed: int = 0
    cancelled: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """What happened from `start` to before `end`."""

    start: datetime
    end: datetime
    bookings: int
    tickets: int
    money: Sequence[Flow]


@dataclass(frozen=True, slots=True)
class TopEvent:
    """`sell_through` is sold / capacity, None for an event without capacity."""

    event_id: int
    title: str
    capacity: int
    tickets_sold: int
    sell_through: float | None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Where things stand, and what happened lately."""

    events: EventCounts
    tickets_sold: int
    tickets_held: int
    confirmed_bookings: int
    booked: Sequence[BookedAmount]
    orders_pending: int
    today: Activity
    yesterday: Activity
    period: Activity
    top_events: Sequence[TopEvent]


@dataclass(frozen=True, slots=True)
class SalesBucket:
    """`by_currency` has every currency of the whole report, with zeros where nothing was sold."""

    start: datetime
    by_currency: Sequence[Sales]


@dataclass(frozen=True, slots=True)
class EventSales:
    """What one event sold in one currency."""

    event_id: int
    title: str
    currency: str
    bookings: int
    tickets: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class TicketTypeSales:
    """What one ticket type sold in one currency; `amount` is the sum of its tickets' prices."""

    event_id: int
    ticket_type_id: int
    name: str
    currency: str
    tickets: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SalesReport:
    """What was sold: altogether, over time, and by what."""

    totals: Sequence[Sales]
    over_time: Sequence[SalesBucket]
    by_event: Sequence[EventSales]
    by_ticket_type: Sequence[TicketTypeSales]


@dataclass(frozen=True, slots=True)
class RevenueBucket:
    """`by_currency` has every currency of the whole report, with zeros where nothing moved."""

    start: datetime
    by_currency: Sequence[Flow]


@dataclass(frozen=True, slots=True)
class AccountFlow:
    """Money of one account of the ledger in one currency."""

    account: str
    currency: str
    gross: Decimal
    refunds: Decimal

    @property
    def net(self) -> Decimal:
        return self.gross - self.refunds


@dataclass(frozen=True, slots=True)
class RevenueReport:
    """Money through the ledger, and beside it what was booked to be paid elsewhere."""

    totals: Sequence[Flow]
    over_time: Sequence[RevenueBucket]
    by_account: Sequence[AccountFlow]
    booked_outside: Sequence[Sales]


@dataclass(frozen=True, slots=True)
class UsersBucket:
    """How many accounts were made in one bucket."""

    start: datetime
    new_users: int


@dataclass(frozen=True, slots=True)
class Spender:
    """A user and what their bookings of one currency cost; `rank` is within that currency."""

    currency: str
    rank: int
    user_id: int
    name: str
    bookings: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class UsersReport:
    """Who came, who bought, who bought again."""

    new_users: int
    active_buyers: int
    repeat_buyers: int
    over_time: Sequence[UsersBucket]
    top_spenders: Sequence[Spender]


@dataclass(frozen=True, slots=True)
class TicketCounts:
    """Tickets by status."""

    reserved: int = 0
    active: int = 0
    used: int = 0
    cancelled: int = 0

    @property
    def check_in_rate(self) -> float | None:
        """used / (active + used), None while there is neither."""
        return share(self.used, self.active + self.used)


@dataclass(frozen=True, slots=True)
class TicketTypeCounts:
    """The tickets of one type; `capacity_used` counts reserved, active and used ones."""

    event_id: int
    event_title: str
    ticket_type_id: int
    name: str
    capacity: int
    by_status: TicketCounts

    @property
    def check_in_rate(self) -> float | None:
        return self.by_status.check_in_rate

    @property
    def capacity_used(self) -> float | None:
        live = self.by_status.reserved + self.by_status.active + self.by_status.used
        return share(live, self.capacity)


@dataclass(frozen=True, slots=True)
class TicketsReport:
    """`capacity` and `taken` (reserved, active, used tickets): of active and past events."""

    by_status: TicketCounts
    capacity: int
    taken: int
    by_ticket_type: Sequence[TicketTypeCounts]

    @property
    def check_in_rate(self) -> float | None:
        return self.by_status.check_in_rate

    @property
    def capacity_used(self) -> float | None:
        return share(self.taken, self.capacity)


def share(part: int, whole: int) -> float | None:
    """part / whole to four places, None of nothing."""
    return round(part / whole, 4) if whole else None

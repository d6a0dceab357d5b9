"""Queries and results of reports. Amounts of money are always per currency."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from src.domain.entities.invoice import TaxCategory
from src.domain.services.periods import Interval, Period


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """The parameters of a report; times are aware, `timezone` is an IANA name."""

    event_id: int | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    interval: Interval = Interval.DAY
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Scope:
    """The events of a report: one event, one organizer's events, or all (both None).

    `organizer_id` is None for admins.
    """

    event_id: int | None = None
    organizer_id: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A period and the start times of its buckets, in UTC, oldest first."""

    period: Period
    starts: Sequence[datetime]


@dataclass(frozen=True, slots=True)
class Flow:
    """Payments (`gross`) and refunds (not negative) in one currency."""

    currency: str
    gross: Decimal
    refunds: Decimal

    @property
    def net(self) -> Decimal:
        return self.gross - self.refunds


@dataclass(frozen=True, slots=True)
class Sales:
    """The number of bookings in one currency, of their tickets, and their amount."""

    currency: str
    bookings: int
    tickets: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class BookedOutside(Sales):
    """Bookings that are paid outside: `amount` is for the tickets, fees and taxes come on top."""

    fees: Decimal
    taxes: Decimal

    @property
    def total(self) -> Decimal:
        """The amount to pay."""
        return self.amount + self.fees + self.taxes


@dataclass(frozen=True, slots=True)
class BookedAmount:
    """The amount of bookings in one currency."""

    currency: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class EventCounts:
    """The number of events by status."""

    draft: int = 0
    active: int = 0
    completed: int = 0
    cancelled: int = 0


@dataclass(frozen=True, slots=True)
class Activity:
    """The bookings and payments in [`start`, `end`)."""

    start: datetime
    end: datetime
    bookings: int
    tickets: int
    money: Sequence[Flow]


@dataclass(frozen=True, slots=True)
class TopEvent:
    """An event by tickets sold; `sell_through` is sold / capacity, None without capacity."""

    event_id: int
    title: str
    capacity: int
    tickets_sold: int
    sell_through: float | None


@dataclass(frozen=True, slots=True)
class Dashboard:
    """The current state, and recent activity."""

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
    """A bucket; `by_currency` has every currency of the report, with zeros for no sales."""

    start: datetime
    by_currency: Sequence[Sales]


@dataclass(frozen=True, slots=True)
class EventSales:
    """The sales of an event in one currency."""

    event_id: int
    title: str
    currency: str
    bookings: int
    tickets: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class TicketTypeSales:
    """The sales of a ticket type, or of an add-on, in one currency; `amount` sums their prices."""

    event_id: int
    event_title: str
    ticket_type_id: int
    name: str
    admits: bool
    currency: str
    tickets: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SalesReport:
    """Sales: totals, over time, by event and by ticket type."""

    totals: Sequence[Sales]
    over_time: Sequence[SalesBucket]
    by_event: Sequence[EventSales]
    by_ticket_type: Sequence[TicketTypeSales]


@dataclass(frozen=True, slots=True)
class RevenueBucket:
    """A bucket; `by_currency` has every currency of the report, with zeros for no payments."""

    start: datetime
    by_currency: Sequence[Flow]


@dataclass(frozen=True, slots=True)
class AccountFlow:
    """Payments and refunds of a ledger account in one currency."""

    account: str
    currency: str
    gross: Decimal
    refunds: Decimal

    @property
    def net(self) -> Decimal:
        return self.gross - self.refunds


@dataclass(frozen=True, slots=True)
class RevenueReport:
    """Revenue by the ledger, and bookings that are paid outside the system."""

    totals: Sequence[Flow]
    over_time: Sequence[RevenueBucket]
    by_account: Sequence[AccountFlow]
    booked_outside: Sequence[BookedOutside]


@dataclass(frozen=True, slots=True)
class TaxFlow:
    """What was charged and what went back at one tax rate, in one currency.

    `category` is why the rate is what it is: nothing is charged at 0 for several reasons, which an
    accountant needs apart. `included_tax` is the part of `tax` that prices contained; the rest was
    added to them.
    """

    currency: str
    rate: Decimal
    category: TaxCategory
    charged_net: Decimal
    charged_tax: Decimal
    refunded_net: Decimal
    refunded_tax: Decimal
    included_tax: Decimal

    @property
    def net(self) -> Decimal:
        """What stays without tax."""
        return self.charged_net - self.refunded_net

    @property
    def tax(self) -> Decimal:
        """The tax on what stays: what is owed."""
        return self.charged_tax - self.refunded_tax

    @property
    def gross(self) -> Decimal:
        """What stays of the money."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class CountryTaxFlow(TaxFlow):
    """Of that what was for events in a country; None where it is not known."""

    country: str | None


@dataclass(frozen=True, slots=True)
class TaxBucket:
    """A bucket, with the rates at which money moved in it."""

    start: datetime
    by_rate: Sequence[TaxFlow]
    by_country: Sequence[CountryTaxFlow]


@dataclass(frozen=True, slots=True)
class TaxReport:
    """Taxes by rate, and by country and rate: in the whole period, and over time."""

    by_rate: Sequence[TaxFlow]
    by_country: Sequence[CountryTaxFlow]
    over_time: Sequence[TaxBucket]


@dataclass(frozen=True, slots=True)
class UsersBucket:
    """The number of accounts created in a bucket."""

    start: datetime
    new_users: int


@dataclass(frozen=True, slots=True)
class Spender:
    """A user and the amount of their bookings in one currency; `rank` is within it."""

    currency: str
    rank: int
    user_id: int
    name: str
    bookings: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class UsersReport:
    """New users, buyers and repeat buyers."""

    new_users: int
    active_buyers: int
    repeat_buyers: int
    over_time: Sequence[UsersBucket]
    top_spenders: Sequence[Spender]


@dataclass(frozen=True, slots=True)
class TicketCounts:
    """The number of tickets by status; `complimentary` ones are active or used as well."""

    reserved: int = 0
    active: int = 0
    used: int = 0
    cancelled: int = 0
    complimentary: int = 0

    @property
    def check_in_rate(self) -> float | None:
        """used / (active + used), None if there are neither."""
        return share(self.used, self.active + self.used)


@dataclass(frozen=True, slots=True)
class TicketTypeCounts:
    """The tickets of a type; `capacity_used` counts reserved, active and used tickets."""

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
    """Ticket counts; `capacity` and `taken` (live tickets) are of active and completed events."""

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
    """Return part / whole rounded to four places, None if `whole` is zero."""
    return round(part / whole, 4) if whole else None

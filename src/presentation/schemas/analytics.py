"""Request and response bodies of reports."""

from pydantic import Field
from pydantic.config import JsonDict

from src.domain.entities.invoice import TaxCategory
from src.presentation.schemas.fields import Answer, Moment, Money, Rate, with_example

TAX_EXAMPLE: JsonDict = {
    "currency": "EUR",
    "rate": "19.00",
    "category": "standard",
    "charged_net": "1000.00",
    "charged_tax": "190.00",
    "refunded_net": "100.00",
    "refunded_tax": "19.00",
    "net": "900.00",
    "tax": "171.00",
    "gross": "1071.00",
    "included_tax": "171.00",
}
COUNTRY_TAX_EXAMPLE: JsonDict = {**TAX_EXAMPLE, "country": "DE"}
SALES_EXAMPLE: JsonDict = {"currency": "USD", "bookings": 5, "tickets": 12, "amount": "18000.00"}
OUTSIDE_EXAMPLE: JsonDict = {
    **SALES_EXAMPLE,
    "fees": "24.00",
    "taxes": "1802.40",
    "total": "19826.40",
}
AMOUNTS: JsonDict = {"gross": "18000.00", "refunds": "1500.00", "net": "16500.00"}
FLOW_EXAMPLE: JsonDict = {"currency": "USD", **AMOUNTS}
ACTIVITY_EXAMPLE: JsonDict = {
    "start": "2026-11-20T00:00:00Z",
    "end": "2026-11-21T00:00:00Z",
    "bookings": 5,
    "tickets": 12,
    "money": [FLOW_EXAMPLE],
}
COUNTS_EXAMPLE: JsonDict = {
    "reserved": 2,
    "active": 4,
    "used": 8,
    "cancelled": 1,
    "complimentary": 3,
}
BUCKET_START = "2026-11-20T00:00:00Z"
TITLE = "Rock Concert 2025"
TYPE = "General admission"


class FlowAnswer(Answer):
    """Money in one currency: payments, refunds, and the difference."""

    currency: str
    gross: Money
    refunds: Money
    net: Money


class SalesAnswer(Answer):
    """Bookings in one currency, with their tickets and value."""

    currency: str
    bookings: int
    tickets: int
    amount: Money


class BookedAmountAnswer(Answer):
    """The value of bookings in one currency."""

    currency: str
    amount: Money


class EventCountsAnswer(Answer):
    """Events by status."""

    draft: int
    active: int
    completed: int
    cancelled: int


class ActivityAnswer(Answer):
    """Activity from `start` to before `end`."""

    start: Moment
    end: Moment
    bookings: int
    tickets: int
    money: list[FlowAnswer]


class TopEventAnswer(Answer):
    """An event with many tickets sold; `sell_through` is sold / capacity."""

    event_id: int
    title: str
    capacity: int
    tickets_sold: int
    sell_through: float | None


class DashboardAnswer(Answer):
    """The present state, and recent activity."""

    model_config = with_example(
        {
            "events": {"draft": 1, "active": 3, "completed": 7, "cancelled": 0},
            "tickets_sold": 12,
            "tickets_held": 2,
            "confirmed_bookings": 5,
            "booked": [{"currency": "USD", "amount": "18000.00"}],
            "orders_pending": 1,
            "today": ACTIVITY_EXAMPLE,
            "yesterday": ACTIVITY_EXAMPLE,
            "period": ACTIVITY_EXAMPLE,
            "top_events": [
                {
                    "event_id": 1,
                    "title": TITLE,
                    "capacity": 5000,
                    "tickets_sold": 12,
                    "sell_through": 0.0024,
                }
            ],
        }
    )

    events: EventCountsAnswer
    tickets_sold: int
    tickets_held: int
    confirmed_bookings: int
    booked: list[BookedAmountAnswer]
    orders_pending: int
    today: ActivityAnswer
    yesterday: ActivityAnswer
    period: ActivityAnswer
    top_events: list[TopEventAnswer]


class SalesBucketAnswer(Answer):
    """Sales of one interval, in every currency of the report."""

    start: Moment
    by_currency: list[SalesAnswer]


class EventSalesAnswer(SalesAnswer):
    """Sales of one event in one currency."""

    event_id: int
    title: str


class TicketTypeSalesAnswer(Answer):
    """Sales of one ticket type, or of one add-on, in one currency."""

    event_id: int
    event_title: str
    ticket_type_id: int
    name: str
    admits: bool = Field(description="False for an add-on; its pieces are counted as `tickets`.")
    currency: str
    tickets: int
    amount: Money


class SalesReportAnswer(Answer):
    """Sales statistics."""

    model_config = with_example(
        {
            "totals": [SALES_EXAMPLE],
            "over_time": [{"start": BUCKET_START, "by_currency": [SALES_EXAMPLE]}],
            "by_event": [{"event_id": 1, "title": TITLE, **SALES_EXAMPLE}],
            "by_ticket_type": [
                {
                    "event_id": 1,
                    "event_title": TITLE,
                    "ticket_type_id": 1,
                    "name": TYPE,
                    "admits": True,
                    "currency": "USD",
                    "tickets": 12,
                    "amount": "18000.00",
                }
            ],
        }
    )

    totals: list[SalesAnswer]
    over_time: list[SalesBucketAnswer]
    by_event: list[EventSalesAnswer]
    by_ticket_type: list[TicketTypeSalesAnswer]


class RevenueBucketAnswer(Answer):
    """Payments and refunds of one interval, in every currency of the report."""

    start: Moment
    by_currency: list[FlowAnswer]


class AccountFlowAnswer(FlowAnswer):
    """Money of one account of the ledger: tickets, fees, taxes or unapplied."""

    account: str


class BookedOutsideAnswer(SalesAnswer):
    """Bookings that are paid outside: `amount` is for the tickets, and `total` is to be paid."""

    fees: Money
    taxes: Money
    total: Money


class RevenueReportAnswer(Answer):
    """Payments and refunds; `booked_outside` is not part of the other sums."""

    model_config = with_example(
        {
            "totals": [FLOW_EXAMPLE],
            "over_time": [{"start": BUCKET_START, "by_currency": [FLOW_EXAMPLE]}],
            "by_account": [{"account": "tickets", **FLOW_EXAMPLE}],
            "booked_outside": [OUTSIDE_EXAMPLE],
        }
    )

    totals: list[FlowAnswer]
    over_time: list[RevenueBucketAnswer]
    by_account: list[AccountFlowAnswer]
    booked_outside: list[BookedOutsideAnswer]


class TaxFlowAnswer(Answer):
    """What was charged and what went back at one rate and for one reason, in one currency.

    `net`, `tax` and `gross` are what stays; `included_tax` is the part of `tax` that prices
    contained.
    """

    currency: str
    rate: Rate
    category: TaxCategory = Field(description="Why the rate is what it is, as on invoices.")
    charged_net: Money
    charged_tax: Money
    refunded_net: Money
    refunded_tax: Money
    net: Money
    tax: Money
    gross: Money
    included_tax: Money


class CountryTaxFlowAnswer(TaxFlowAnswer):
    """Of that what was for events in one country, as they were when they were sold."""

    country: str | None = Field(description="By ISO 3166; null where it was not known.")


class TaxBucketAnswer(Answer):
    """The rates at which money moved in one interval."""

    start: Moment
    by_rate: list[TaxFlowAnswer]
    by_country: list[CountryTaxFlowAnswer]


class TaxReportAnswer(Answer):
    """Taxes by rate, and the same by country of the events and rate."""

    model_config = with_example(
        {
            "by_rate": [TAX_EXAMPLE],
            "by_country": [COUNTRY_TAX_EXAMPLE],
            "over_time": [
                {
                    "start": BUCKET_START,
                    "by_rate": [TAX_EXAMPLE],
                    "by_country": [COUNTRY_TAX_EXAMPLE],
                }
            ],
        }
    )

    by_rate: list[TaxFlowAnswer]
    by_country: list[CountryTaxFlowAnswer]
    over_time: list[TaxBucketAnswer]


class UsersBucketAnswer(Answer):
    """User accounts created in one interval."""

    start: Moment
    new_users: int


class SpenderAnswer(Answer):
    """The value of a user's bookings in one currency; `rank` is within that currency."""

    currency: str
    rank: int
    user_id: int
    name: str
    bookings: int
    amount: Money


class UsersReportAnswer(Answer):
    """New users, buyers and repeat buyers."""

    model_config = with_example(
        {
            "new_users": 3,
            "active_buyers": 4,
            "repeat_buyers": 1,
            "over_time": [{"start": BUCKET_START, "new_users": 3}],
            "top_spenders": [
                {
                    "currency": "USD",
                    "rank": 1,
                    "user_id": 1,
                    "name": "Ada",
                    "bookings": 2,
                    "amount": "9000.00",
                }
            ],
        }
    )

    new_users: int
    active_buyers: int
    repeat_buyers: int
    over_time: list[UsersBucketAnswer]
    top_spenders: list[SpenderAnswer]


class TicketCountsAnswer(Answer):
    """Tickets by status; those that were given away are active or used as well."""

    reserved: int
    active: int
    used: int
    cancelled: int
    complimentary: int


class TicketTypeCountsAnswer(Answer):
    """The tickets of one type."""

    event_id: int
    event_title: str
    ticket_type_id: int
    name: str
    capacity: int
    by_status: TicketCountsAnswer
    check_in_rate: float | None
    capacity_used: float | None


class TicketsReportAnswer(Answer):
    """Ticket statistics."""

    model_config = with_example(
        {
            "by_status": COUNTS_EXAMPLE,
            "check_in_rate": 0.6667,
            "capacity": 5000,
            "taken": 14,
            "capacity_used": 0.0028,
            "by_ticket_type": [
                {
                    "event_id": 1,
                    "event_title": TITLE,
                    "ticket_type_id": 1,
                    "name": TYPE,
                    "capacity": 5000,
                    "by_status": COUNTS_EXAMPLE,
                    "check_in_rate": 0.6667,
                    "capacity_used": 0.0028,
                }
            ],
        }
    )

    by_status: TicketCountsAnswer
    check_in_rate: float | None
    capacity: int
    taken: int
    capacity_used: float | None
    by_ticket_type: list[TicketTypeCountsAnswer]

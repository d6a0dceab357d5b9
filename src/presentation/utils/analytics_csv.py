"""Reports as flat tables; the column `section` names the part of the report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Generic, TypeVar

from src.application.dtos.analytics import (
    Activity,
    Dashboard,
    Flow,
    RevenueReport,
    Sales,
    SalesReport,
    TaxFlow,
    TaxReport,
    TicketCounts,
    TicketsReport,
    UsersReport,
)
from src.presentation.utils.csv_table import Cell

Report = TypeVar("Report")
Entry = TypeVar("Entry")
Row = Mapping[str, Cell]
TIMELINE = "over_time"


@dataclass(frozen=True)
class Table(Generic[Report]):
    """How to write a report as CSV; `example` is such a file with a single row."""

    name: str
    columns: Sequence[str]
    rows: Callable[[Report], Iterator[Row]]
    example: str


def _dashboard(report: Dashboard) -> Iterator[Row]:
    for status, number in asdict(report.events).items():
        yield {"metric": f"events_{status}", "value": number}
    for metric in ("tickets_sold", "tickets_held", "confirmed_bookings", "orders_pending"):
        yield {"metric": metric, "value": getattr(report, metric)}
    for booked in report.booked:
        yield {"metric": "booked", "currency": booked.currency, "value": booked.amount}
    for name in ("today", "yesterday", "period"):
        yield from _activity(name, getattr(report, name))
    for event in report.top_events:
        about: Row = {"event_id": event.event_id, "event": event.title}
        yield {"metric": "top_event_tickets_sold", **about, "value": event.tickets_sold}
        yield {"metric": "top_event_sell_through", **about, "value": event.sell_through}


def _activity(name: str, activity: Activity) -> Iterator[Row]:
    yield {"metric": f"{name}_bookings", "value": activity.bookings}
    yield {"metric": f"{name}_tickets", "value": activity.tickets}
    for flow in activity.money:
        for part, amount in (("gross", flow.gross), ("refunds", flow.refunds), ("net", flow.net)):
            yield {"metric": f"{name}_{part}", "currency": flow.currency, "value": amount}


def _sales(report: SalesReport) -> Iterator[Row]:
    for total in report.totals:
        yield {"section": "totals", **asdict(total)}
    for bucket in report.over_time:
        for row in _rows(bucket.by_currency, _row, {"bookings": 0, "tickets": 0}):
            yield {"section": TIMELINE, "start": bucket.start, **row}
    for event in report.by_event:
        yield {"section": "by_event", **asdict(event)}
    for kind in report.by_ticket_type:
        yield {
            "section": "by_ticket_type",
            **asdict(kind),
            "title": kind.event_title,
            "admits": str(kind.admits).lower(),
        }


def _row(sales: Sales) -> Row:
    return asdict(sales)


def _revenue(report: RevenueReport) -> Iterator[Row]:
    for flow in report.totals:
        yield {"section": "totals", **_flow(flow)}
    for bucket in report.over_time:
        for row in _rows(bucket.by_currency, _flow, {}):
            yield {"section": TIMELINE, "start": bucket.start, **row}
    for account in report.by_account:
        yield {"section": "by_account", **asdict(account), "net": account.net}
    for booked in report.booked_outside:
        yield {
            "section": "booked_outside",
            "currency": booked.currency,
            "bookings": booked.bookings,
            "tickets": booked.tickets,
            "booked": booked.amount,
            "booked_fees": booked.fees,
            "booked_taxes": booked.taxes,
        }


def _flow(flow: Flow) -> Row:
    return {**asdict(flow), "net": flow.net}


def _rows(entries: Sequence[Entry], as_row: Callable[[Entry], Row], empty: Row) -> Sequence[Row]:
    """The entries as rows; without entries one empty row, so that every interval is listed."""
    return [as_row(entry) for entry in entries] or [empty]


def _taxes(report: TaxReport) -> Iterator[Row]:
    for flow in report.by_rate:
        yield {"section": "by_rate", **_tax(flow)}
    for bucket in report.over_time:
        for row in _rows(bucket.by_rate, _tax, {}):
            yield {"section": TIMELINE, "start": bucket.start, **row}
    for flow in report.by_country:
        yield {"section": "by_country", **_tax(flow)}
    for bucket in report.over_time:
        for flow in bucket.by_country:
            yield {"section": "by_country_over_time", "start": bucket.start, **_tax(flow)}


def _tax(flow: TaxFlow) -> Row:
    sums = {name: getattr(flow, name) for name in ("net", "tax", "gross")}
    return {**asdict(flow), **sums, "rate": f"{flow.rate:.2f}"}


def _users(report: UsersReport) -> Iterator[Row]:
    for metric in ("new_users", "active_buyers", "repeat_buyers"):
        yield {"section": metric, "number": getattr(report, metric)}
    for bucket in report.over_time:
        yield {"section": TIMELINE, "start": bucket.start, "number": bucket.new_users}
    for spender in report.top_spenders:
        yield {"section": "top_spenders", **asdict(spender)}


def _tickets(report: TicketsReport) -> Iterator[Row]:
    rates = {"check_in_rate": report.check_in_rate, "capacity_used": report.capacity_used}
    counts = _counts(report.by_status)
    yield {"section": "totals", "capacity": report.capacity, **counts, **rates}
    for kind in report.by_ticket_type:
        yield {
            "section": "by_ticket_type",
            "event_id": kind.event_id,
            "event_title": kind.event_title,
            "ticket_type_id": kind.ticket_type_id,
            "name": kind.name,
            "capacity": kind.capacity,
            **_counts(kind.by_status),
            "check_in_rate": kind.check_in_rate,
            "capacity_used": kind.capacity_used,
        }


def _counts(counts: TicketCounts) -> Row:
    return asdict(counts)


DASHBOARD = Table(
    "dashboard",
    ("metric", "event_id", "event", "currency", "value"),
    _dashboard,
    "metric,event_id,event,currency,value\r\nbooked,,,USD,18000.00\r\n",
)
SALES = Table(
    "sales",
    (
        *("section", "start", "event_id", "title", "ticket_type_id", "name"),
        *("currency", "bookings", "tickets", "amount", "admits"),
    ),
    _sales,
    "section,start,event_id,title,ticket_type_id,name,currency,bookings,tickets,amount,admits\r\n"
    "over_time,2026-11-20T00:00:00Z,,,,,USD,5,12,18000.00,\r\n",
)
REVENUE = Table(
    "revenue",
    (
        *("section", "start", "account", "currency", "gross", "refunds", "net"),
        *("bookings", "tickets", "booked", "booked_fees", "booked_taxes"),
    ),
    _revenue,
    "section,start,account,currency,gross,refunds,net,bookings,tickets,booked,"
    "booked_fees,booked_taxes\r\n"
    "totals,,,USD,18000.00,1500.00,16500.00,,,,,\r\n",
)
TAXES = Table(
    "taxes",
    (
        *("section", "start", "currency", "rate", "category", "charged_net", "charged_tax"),
        *("refunded_net", "refunded_tax", "net", "tax", "gross", "included_tax", "country"),
    ),
    _taxes,
    "section,start,currency,rate,category,charged_net,charged_tax,refunded_net,refunded_tax,net,tax,gross,"
    "included_tax,country\r\n"
    "by_country,,EUR,19.00,standard,1000.00,190.00,100.00,19.00,900.00,171.00,1071.00,171.00,DE\r\n",
)
USERS = Table(
    "users",
    ("section", "start", "number", "currency", "rank", "user_id", "name", "bookings", "amount"),
    _users,
    "section,start,number,currency,rank,user_id,name,bookings,amount\r\n"
    "top_spenders,,,USD,1,1,Ada,2,9000.00\r\n",
)
TICKETS = Table(
    "tickets",
    (
        *("section", "event_id", "event_title", "ticket_type_id", "name", "capacity"),
        *("reserved", "active", "used", "cancelled", "check_in_rate", "capacity_used"),
        "complimentary",
    ),
    _tickets,
    "section,event_id,event_title,ticket_type_id,name,capacity,"
    "reserved,active,used,cancelled,check_in_rate,capacity_used,complimentary\r\n"
    "totals,,,,,5000,2,4,8,1,0.6667,0.0028,3\r\n",
)

"""Reports: sales, revenue, tickets and buyers, with a chart and as a table to take along."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from src.application.dtos.analytics import ReportQuery, RevenueReport, SalesReport, UsersReport
from src.application.use_cases.analytics.read_revenue import ReadRevenue
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.analytics.read_taxes import ReadTaxes
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
from src.domain.entities.user import Actor, Role
from src.domain.errors import TicketingError
from src.domain.services.periods import Interval
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Day, QueryId
from src.presentation.utils.analytics_csv import REVENUE, SALES, TAXES, TICKETS, USERS
from src.presentation.utils.csv_table import csv_response
from src.presentation.web.charts import Chart, draw
from src.presentation.web.event_choice import Choosable
from src.presentation.web.listing import address_with, end_of, start_of, today_in
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/manage/reports")

USUAL_LENGTH = timedelta(days=29)


class ReportName(StrEnum):
    """The reports that there are."""

    SALES = "sales"
    REVENUE = "revenue"
    TAXES = "taxes"
    TICKETS = "tickets"
    USERS = "users"


TABLES: dict[ReportName, Any] = {
    ReportName.SALES: SALES,
    ReportName.REVENUE: REVENUE,
    ReportName.TAXES: TAXES,
    ReportName.TICKETS: TICKETS,
    ReportName.USERS: USERS,
}


class ReportForm(BaseModel):
    """Which report, of which event and which days; the last day is included."""

    report: ReportName = ReportName.SALES
    event_id: QueryId | None = None
    date_from: Day | None = None
    date_to: Day | None = None
    interval: Interval = Interval.DAY


@dataclass(frozen=True, slots=True)
class NamedChart:
    """A chart and the currency of its amounts, None for a number of things."""

    currency: str | None
    chart: Chart


class Reports:
    """The reports by name."""

    def __init__(
        self,
        sales: Annotated[ReadSales, provided("read_sales")],
        revenue: Annotated[ReadRevenue, provided("read_revenue")],
        taxes: Annotated[ReadTaxes, provided("read_taxes")],
        tickets: Annotated[ReadTickets, provided("read_tickets")],
        users: Annotated[ReadUsers, provided("read_users")],
        choosable: Annotated[Choosable, Depends()],
    ) -> None:
        self._readers: dict[ReportName, Any] = {
            ReportName.SALES: sales,
            ReportName.REVENUE: revenue,
            ReportName.TAXES: taxes,
            ReportName.TICKETS: tickets,
            ReportName.USERS: users,
        }
        self.choosable = choosable

    async def read(self, actor: Actor, wanted: ReportForm, zone: str) -> Any:
        """The report. Raises NotFound, ValidationFailed."""
        is_dated = wanted.report is not ReportName.TICKETS
        last = wanted.date_to or (today_in(zone) if is_dated else None)
        first = wanted.date_from or (last - USUAL_LENGTH if last and is_dated else None)
        query = ReportQuery(
            wanted.event_id,
            start_of(first, zone),
            end_of(last, zone),
            wanted.interval,
            zone,
        )
        return await self._readers[wanted.report].execute(actor, query)


@router.get("")
async def show_reports(visit: CurrentVisit, reports: Annotated[Reports, Depends()]) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(ReportForm)
    wanted = form.data or ReportForm()
    zone = await reports.choosable.read(actor)
    values: dict[str, Any] = {**reports.choosable.values(), "zone": zone, "wanted": wanted}
    values["form"] = form
    report = None
    if not form.is_wrong:
        try:
            report = await reports.read(actor, wanted, zone)
        except TicketingError as refusal:
            visit.refuse(form, refusal)
    if report is None:
        return visit.render(
            "sales/reports.html", status=422, **values, report=None, charts=[], table=None
        )
    table = address_with(visit.request, f"/manage/reports/{wanted.report}.csv", report=None)
    return visit.render(
        "sales/reports.html", **values, report=report, charts=_charts(report), table=table
    )


@router.get("/{name}.csv")
async def export_report(
    visit: CurrentVisit,
    name: ReportName,
    reports: Annotated[Reports, Depends()],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    wanted = visit.asked(ReportForm).model_copy(update={"report": name})
    zone = await reports.choosable.read(actor)
    table = TABLES[name]
    report = await reports.read(actor, wanted, zone)
    return csv_response(table.name, table.columns, table.rows(report))


def _charts(report: Any) -> list[NamedChart]:
    """A bar for each interval: tickets sold, net revenue of each currency, new users."""
    match report:
        case SalesReport():
            tickets = [
                (bucket.start, sum(sold.tickets for sold in bucket.by_currency))
                for bucket in report.over_time
            ]
            return [NamedChart(None, draw(tickets, is_running=False))]
        case RevenueReport():
            return [_revenue(report, flow.currency) for flow in report.totals]
        case UsersReport():
            users = [(bucket.start, bucket.new_users) for bucket in report.over_time]
            return [NamedChart(None, draw(users, is_running=False))]
        case _:
            return []


def _revenue(report: RevenueReport, currency: str) -> NamedChart:
    nets: list[tuple[datetime, Decimal | int]] = [
        (
            bucket.start,
            sum((flow.net for flow in bucket.by_currency if flow.currency == currency), Decimal(0)),
        )
        for bucket in report.over_time
    ]
    return NamedChart(currency, draw(nets, is_running=False))

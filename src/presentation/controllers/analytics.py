"""Reports for organizers and admins."""

from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query, Response

from src.application.dtos.analytics import ReportQuery
from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.analytics.read_revenue import ReadRevenue
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.analytics.read_taxes import ReadTaxes
from src.application.use_cases.analytics.read_tickets import ReadTickets
from src.application.use_cases.analytics.read_users import ReadUsers
from src.domain.services.periods import Interval
from src.domain.shared.times import in_zone_or_none
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.analytics import (
    DashboardAnswer,
    RevenueReportAnswer,
    SalesReportAnswer,
    TaxReportAnswer,
    TicketsReportAnswer,
    UsersReportAnswer,
)
from src.presentation.schemas.fields import Answer, QueryId, Timezone, When
from src.presentation.utils.analytics_csv import (
    DASHBOARD,
    REVENUE,
    SALES,
    TAXES,
    TICKETS,
    USERS,
    Table,
)
from src.presentation.utils.csv_table import CsvResponse, csv_response, csv_responses
from src.presentation.utils.responses import ok

router = APIRouter(prefix="/analytics", tags=["Analytics"], route_class=StrictRoute)

Report = TypeVar("Report")


class ReportFormat(StrEnum):
    JSON = "json"
    CSV = "csv"


Format = Annotated[
    # The older way to the table, which in the document has its own path.
    ReportFormat,
    Query(alias="format", include_in_schema=False),
]


def events_query(
    event_id: Annotated[QueryId | None, Query(description="Only this event.")] = None,
    date_from: Annotated[When | None, Query(description="At or after; UTC without offset.")] = None,
    date_to: Annotated[When | None, Query(description="Before; UTC without offset.")] = None,
) -> ReportQuery:
    """The filters that every report has."""
    return ReportQuery(
        event_id=event_id,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )


ZoneQuery = Annotated[Timezone, Query(description="IANA time zone in which days begin.")]


def days_query(
    events: Annotated[ReportQuery, Depends(events_query)], timezone: ZoneQuery = "UTC"
) -> ReportQuery:
    """The filters, and the time zone in which days begin."""
    return replace(events, timezone=timezone)


def timeline_query(
    days: Annotated[ReportQuery, Depends(days_query)], interval: Interval = Interval.DAY
) -> ReportQuery:
    """The filters, the time zone, and the length of an interval."""
    return replace(days, interval=interval)


Events = Annotated[ReportQuery, Depends(events_query)]
Days = Annotated[ReportQuery, Depends(days_query)]
Timeline = Annotated[ReportQuery, Depends(timeline_query)]


def report_route(use_case: type, summary: str) -> dict[str, Any]:
    """Keyword arguments of a report's route decorator."""
    return operation(use_case, summary, "forbidden", "not_found")


def table_route(use_case: type, summary: str, table: Table[Any]) -> dict[str, Any]:
    """Keyword arguments of the route decorator of a report as CSV."""
    return {
        **report_route(use_case, f"{summary} (CSV)"),
        "response_class": CsvResponse,
        "responses": csv_responses(table.example),
    }


def table_response(report: Report, table: Table[Report]) -> Response:
    """The report as one flat table."""
    return csv_response(table.name, table.columns, table.rows(report))


def report_response(
    report: Report, model: type[Answer], table: Table[Report], wanted: ReportFormat
) -> Response:
    """The report in the requested format."""
    if wanted is ReportFormat.CSV:
        return table_response(report, table)
    return ok(model.model_validate(report))


@router.get(
    "/dashboard",
    response_model=DashboardAnswer,
    **report_route(ReadDashboard, "Get the dashboard"),
)
async def get_dashboard(
    actor: CurrentActor,
    query: Days,
    use_case: Annotated[ReadDashboard, provided("read_dashboard")],
    wanted: Format = ReportFormat.JSON,
) -> Response:
    report = await use_case.execute(actor, query)
    return report_response(report, DashboardAnswer, DASHBOARD, wanted)


@router.get(
    "/sales",
    response_model=SalesReportAnswer,
    **report_route(ReadSales, "Get sales statistics"),
)
async def get_sales_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadSales, provided("read_sales")],
    wanted: Format = ReportFormat.JSON,
) -> Response:
    return report_response(await use_case.execute(actor, query), SalesReportAnswer, SALES, wanted)


@router.get(
    "/revenue",
    response_model=RevenueReportAnswer,
    **report_route(ReadRevenue, "Get revenue statistics"),
)
async def get_revenue_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadRevenue, provided("read_revenue")],
    wanted: Format = ReportFormat.JSON,
) -> Response:
    return report_response(
        await use_case.execute(actor, query), RevenueReportAnswer, REVENUE, wanted
    )


@router.get(
    "/taxes",
    response_model=TaxReportAnswer,
    **report_route(ReadTaxes, "Get taxes by rate"),
)
async def get_tax_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadTaxes, provided("read_taxes")],
) -> Response:
    return ok(TaxReportAnswer.model_validate(await use_case.execute(actor, query)))


@router.get(
    "/users",
    response_model=UsersReportAnswer,
    **report_route(ReadUsers, "Get user statistics"),
)
async def get_users_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadUsers, provided("read_users")],
    wanted: Format = ReportFormat.JSON,
) -> Response:
    return report_response(await use_case.execute(actor, query), UsersReportAnswer, USERS, wanted)


@router.get(
    "/tickets",
    response_model=TicketsReportAnswer,
    **report_route(ReadTickets, "Get ticket statistics"),
)
async def get_tickets_report(
    actor: CurrentActor,
    query: Events,
    use_case: Annotated[ReadTickets, provided("read_tickets")],
    wanted: Format = ReportFormat.JSON,
) -> Response:
    return report_response(
        await use_case.execute(actor, query), TicketsReportAnswer, TICKETS, wanted
    )


@router.get(
    "/dashboard.csv", status_code=200, **table_route(ReadDashboard, "Get the dashboard", DASHBOARD)
)
async def export_dashboard(
    actor: CurrentActor,
    query: Days,
    use_case: Annotated[ReadDashboard, provided("read_dashboard")],
) -> Response:
    return table_response(await use_case.execute(actor, query), DASHBOARD)


@router.get("/sales.csv", status_code=200, **table_route(ReadSales, "Get sales statistics", SALES))
async def export_sales_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadSales, provided("read_sales")],
) -> Response:
    return table_response(await use_case.execute(actor, query), SALES)


@router.get(
    "/revenue.csv", status_code=200, **table_route(ReadRevenue, "Get revenue statistics", REVENUE)
)
async def export_revenue_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadRevenue, provided("read_revenue")],
) -> Response:
    return table_response(await use_case.execute(actor, query), REVENUE)


@router.get("/taxes.csv", status_code=200, **table_route(ReadTaxes, "Get taxes by rate", TAXES))
async def export_tax_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadTaxes, provided("read_taxes")],
) -> Response:
    return table_response(await use_case.execute(actor, query), TAXES)


@router.get("/users.csv", status_code=200, **table_route(ReadUsers, "Get user statistics", USERS))
async def export_users_report(
    actor: CurrentActor,
    query: Timeline,
    use_case: Annotated[ReadUsers, provided("read_users")],
) -> Response:
    return table_response(await use_case.execute(actor, query), USERS)


@router.get(
    "/tickets.csv", status_code=200, **table_route(ReadTickets, "Get ticket statistics", TICKETS)
)
async def export_tickets_report(
    actor: CurrentActor,
    query: Events,
    use_case: Annotated[ReadTickets, provided("read_tickets")],
) -> Response:
    return table_response(await use_case.execute(actor, query), TICKETS)

"""What an organizer sees first: what sells now, and what needs a person."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from src.application.dtos.analytics import ReportQuery
from src.application.dtos.sold import SoldSearch, SoldSort
from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.analytics.read_sales import ReadSales
from src.application.use_cases.sales.list_sold_bookings import ListSoldBookings
from src.application.use_cases.sales.read_concerns import ReadConcerns
from src.application.use_cases.sales.read_sell_through import ReadSellThrough
from src.domain.entities.user import Actor, Role
from src.domain.repositories.page import PageRequest
from src.domain.services.periods import Interval
from src.presentation.dependencies.injection import provided
from src.presentation.web.charts import draw
from src.presentation.web.listing import usual_zone
from src.presentation.web.visit import CurrentVisit

router = APIRouter()

LATEST = 8
CURVE = timedelta(hours=24)


class Overview:
    """Everything on the dashboard, read anew for each look at it."""

    def __init__(
        self,
        dashboard: Annotated[ReadDashboard, provided("read_dashboard")],
        sales: Annotated[ReadSales, provided("read_sales")],
        sell_through: Annotated[ReadSellThrough, provided("read_sell_through")],
        bookings: Annotated[ListSoldBookings, provided("list_sold_bookings")],
        concerns: Annotated[ReadConcerns, provided("read_concerns")],
    ) -> None:
        self._dashboard = dashboard
        self._sales = sales
        self._sell_through = sell_through
        self._bookings = bookings
        self._concerns = concerns

    async def read(self, actor: Actor) -> dict[str, Any]:
        """The values of the template."""
        events = await self._sell_through.execute(actor)
        zone = usual_zone(event.timezone for event in events)
        now = datetime.now(UTC)
        query = ReportQuery(
            date_from=now - CURVE, date_to=now, interval=Interval.HOUR, timezone=zone
        )
        sales = await self._sales.execute(actor, query)
        buckets = [
            (bucket.start, sum(sold.tickets for sold in bucket.by_currency))
            for bucket in sales.over_time
        ]
        latest = await self._bookings.execute(
            actor, SoldSearch(), PageRequest(LATEST, SoldSort.NEWEST)
        )
        return {
            "dashboard": await self._dashboard.execute(actor, ReportQuery(timezone=zone)),
            "chart_drawn": draw(buckets, is_running=True),
            "events": events,
            "latest": latest.page.items,
            "concerns": await self._concerns.execute(actor),
            "zone": zone,
            "now": now,
        }


@router.get("/manage")
async def show_dashboard(visit: CurrentVisit, overview: Annotated[Overview, Depends()]) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return visit.render("sales/dashboard.html", **await overview.read(actor))


@router.get("/manage/live")
async def show_live_dashboard(
    visit: CurrentVisit, overview: Annotated[Overview, Depends()]
) -> Response:
    """The part of the page that changes by itself."""
    actor = visit.require_role(Role.ORGANIZER)
    return visit.render("sales/dashboard_live.html", **await overview.read(actor))

"""What an administrator sees first: the health of the service, and where to go from there."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.dtos.analytics import ReportQuery
from src.application.use_cases.analytics.read_dashboard import ReadDashboard
from src.application.use_cases.maintenance.read_queues import ReadQueues
from src.application.use_cases.payment.read_discrepancies import ReadDiscrepancies
from src.application.use_cases.sales.read_concerns import ReadConcerns
from src.presentation.dependencies.injection import provided
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/admin")


@router.get("")
async def show_overview(
    visit: CurrentVisit,
    dashboard: Annotated[ReadDashboard, provided("read_dashboard")],
    queues: Annotated[ReadQueues, provided("read_queues")],
    discrepancies: Annotated[ReadDiscrepancies, provided("read_discrepancies")],
    concerns: Annotated[ReadConcerns, provided("read_concerns")],
) -> Response:
    actor = visit.require_role()
    return visit.render(
        "admin/overview.html",
        dashboard=await dashboard.execute(actor, ReportQuery()),
        queues=await queues.execute(actor),
        findings=await discrepancies.execute(actor),
        concerns=await concerns.execute(actor),
    )

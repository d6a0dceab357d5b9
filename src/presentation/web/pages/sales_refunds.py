"""Refunds: those that are under way, those that failed, and how far cancelled events are."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.sold import RefundState
from src.application.use_cases.sales.list_refunds import ListRefunds
from src.application.use_cases.sales.read_refund_progress import ReadRefundProgress
from src.domain.entities.user import Role
from src.presentation.dependencies.injection import provided
from src.presentation.web.listing import next_address, page_wanted
from src.presentation.web.visit import CurrentVisit

router = APIRouter()


class RefundsQuery(BaseModel):
    """Which refunds to show."""

    state: RefundState | None = None


@router.get("/manage/refunds")
async def show_refunds(
    visit: CurrentVisit,
    list_refunds: Annotated[ListRefunds, provided("list_refunds")],
    read_progress: Annotated[ReadRefundProgress, provided("read_refund_progress")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(RefundsQuery)
    state = form.data.state if form.data else None
    found = await list_refunds.execute(actor, state, page_wanted(visit.request))
    return visit.render(
        "sales/refunds.html",
        form=form,
        refunds=found.items,
        next_page=next_address(visit.request, found),
        progress=await read_progress.execute(actor),
        states=list(RefundState),
        state=state,
    )

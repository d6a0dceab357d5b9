"""Disputes: which payments buyers dispute at their bank, until when to answer, and the outcome."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.dispute import DisputeState
from src.application.use_cases.sales.list_disputes import ListDisputes
from src.application.use_cases.sales.read_dispute import ReadDispute
from src.domain.entities.user import Role
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.listing import next_address, page_wanted
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/manage/disputes")


class DisputesQuery(BaseModel):
    """Which disputes to show."""

    state: DisputeState | None = None


@router.get("")
async def show_disputes(
    visit: CurrentVisit, list_disputes: Annotated[ListDisputes, provided("list_disputes")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(DisputesQuery)
    state = form.data.state if form.data else None
    found = await list_disputes.execute(actor, state, page_wanted(visit.request))
    return visit.render(
        "sales/disputes.html",
        form=form,
        disputes=found.items,
        next_page=next_address(visit.request, found),
        states=list(DisputeState),
        state=state,
    )


@router.get("/{dispute_id}")
async def show_dispute(
    visit: CurrentVisit,
    dispute_id: PathId,
    read: Annotated[ReadDispute, provided("read_dispute")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return visit.render("sales/dispute.html", dispute=await read.execute(actor, dispute_id))

"""Disputes."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.dtos.dispute import DisputeState
from src.application.use_cases.sales.list_disputes import ListDisputes
from src.application.use_cases.sales.read_dispute import ReadDispute
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_sold
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.dispute import DisputeAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import paginated, resource

router = APIRouter(tags=["Transactions"], route_class=StrictRoute)


@router.get(
    "/disputes",
    response_model=list[DisputeAnswer],
    **operation(ListDisputes, "List disputes", "forbidden"),
)
async def list_disputes(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListDisputes, provided("list_disputes")],
    page: Annotated[PageRequest, Depends(newest_sold)],
    state: Annotated[
        DisputeState | None,
        Query(description="Those not decided yet, those lost, or those won or closed."),
    ] = None,
) -> Response:
    found = await use_case.execute(actor, state, page)
    return paginated(request, found, DisputeAnswer.model_validate)


@router.get(
    "/disputes/{dispute_id}",
    response_model=DisputeAnswer,
    **operation(ReadDispute, "Get a dispute", "forbidden", "not_found", has_etag=True),
)
async def get_dispute(
    request: Request,
    dispute_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ReadDispute, provided("read_dispute")],
) -> Response:
    found = await use_case.execute(actor, dispute_id)
    return resource(request, DisputeAnswer.model_validate(found), version=found.version)

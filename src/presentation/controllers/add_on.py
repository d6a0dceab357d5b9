"""Add-ons of an event, for who hands them out."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.use_cases.sales.list_add_ons import ExportAddOns, ListAddOns
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.add_on import SoldAddOnAnswer
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.utils.add_ons_csv import COLUMNS, EXAMPLE, add_on_rows
from src.presentation.utils.csv_table import CsvResponse, csv_response, csv_responses
from src.presentation.utils.responses import paginated

router = APIRouter(prefix="/events", tags=["Ticket types"], route_class=StrictRoute)

REFUSES = ("forbidden", "not_found")


@router.get(
    "/{event_id}/add-ons",
    response_model=list[SoldAddOnAnswer],
    **operation(ListAddOns, "List who gets an event's add-ons", *REFUSES),
)
async def list_add_ons(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListAddOns, provided("list_add_ons")],
    page: Annotated[PageRequest, Depends(by_id)],
    ticket_type_id: Annotated[QueryId | None, Query()] = None,
) -> Response:
    found = await use_case.execute(actor, event_id, page, ticket_type_id=ticket_type_id)
    return paginated(request, found, SoldAddOnAnswer.model_validate)


@router.get(
    "/{event_id}/add-ons.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=csv_responses(EXAMPLE),
    **operation(ExportAddOns, "Get who gets an event's add-ons (CSV)", *REFUSES),
)
async def export_add_ons(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ExportAddOns, provided("export_add_ons")],
    ticket_type_id: Annotated[QueryId | None, Query()] = None,
) -> Response:
    found = await use_case.execute(actor, event_id, ticket_type_id=ticket_type_id)
    return await asyncio.to_thread(csv_response, "add-ons", COLUMNS, add_on_rows(found))

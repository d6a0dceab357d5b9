"""The ledger for accountants: a list, and a table of any length."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.dtos.movement import MovementSearch
from src.application.use_cases.analytics.list_movements import ExportMovements, ListMovements
from src.domain.entities.transaction import LedgerAccount
from src.domain.repositories.page import PageRequest
from src.domain.shared.times import in_zone_or_none
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.fields import QueryId, When
from src.presentation.schemas.movement import MovementAnswer
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.movements_csv import EXAMPLE, movements_csv
from src.presentation.utils.responses import paginated

router = APIRouter(prefix="/analytics", tags=["Analytics"], route_class=StrictRoute)


def movement_search(
    event_id: Annotated[QueryId | None, Query(description="Only what is for this event.")] = None,
    order_id: Annotated[
        QueryId | None, Query(description="Only what moved for this order.")
    ] = None,
    transaction_id: Annotated[
        QueryId | None, Query(description="Only what this payment or refund moved.")
    ] = None,
    account: Annotated[LedgerAccount | None, Query(description="Only what was for this.")] = None,
    date_from: Annotated[When | None, Query(description="At or after; UTC without offset.")] = None,
    date_to: Annotated[When | None, Query(description="Before; UTC without offset.")] = None,
) -> MovementSearch:
    """Which movements."""
    return MovementSearch(
        event_id=event_id,
        order_id=order_id,
        transaction_id=transaction_id,
        account=account,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )


Wanted = Annotated[MovementSearch, Depends(movement_search)]


@router.get(
    "/movements",
    response_model=list[MovementAnswer],
    **operation(ListMovements, "List movements of money", "forbidden", "not_found"),
)
async def list_movements(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListMovements, provided("list_movements")],
    wanted: Wanted,
    page: Annotated[PageRequest, Depends(by_id)],
) -> Response:
    found = await use_case.execute(actor, wanted, page)
    return paginated(request, found, MovementAnswer.model_validate)


@router.get(
    "/movements.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(EXAMPLE),
    **operation(
        ExportMovements, "Get movements of money (CSV)", "forbidden", "not_found", "unavailable"
    ),
)
async def export_movements(
    actor: CurrentActor,
    use_case: Annotated[ExportMovements, provided("export_movements")],
    wanted: Wanted,
) -> Response:
    return movements_csv(await use_case.execute(actor, wanted))

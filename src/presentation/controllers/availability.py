"""Availability and seat map of an event: the reads with the highest load during a sale."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from src.application.use_cases.event.get_availability import GetAvailability
from src.application.use_cases.event.get_seat_map import GetSeatMap
from src.application.use_cases.event.watch_availability import WatchAvailability
from src.presentation.dependencies.authentication import OptionalActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.event import AVAILABILITY, STREAM_EXAMPLE, AvailabilityAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.venue import SeatOnMapAnswer
from src.presentation.utils.client import client_of
from src.presentation.utils.encoding import Encoded
from src.presentation.utils.event_source import MEDIA_TYPE
from src.presentation.utils.event_stream import StreamResponse
from src.presentation.utils.responses import JSON, shared_list

router = APIRouter(prefix="/events", tags=["Events"], route_class=StrictRoute)


@router.get(
    "/{event_id}/availability",
    response_model=AvailabilityAnswer,
    **operation(GetAvailability, "Get an event's availability", "not_found"),
)
async def get_availability(
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetAvailability, provided("get_availability")],
) -> Response:
    snapshot = await use_case.execute(actor, event_id)
    return Response(AVAILABILITY(snapshot).body, media_type=JSON)


@router.get(
    "/{event_id}/availability/stream",
    status_code=200,
    response_class=StreamResponse,
    responses={200: {"content": {MEDIA_TYPE: {"example": STREAM_EXAMPLE}}}},
    **operation(WatchAvailability, "Stream an event's availability", "not_found"),
)
async def watch_availability(
    request: Request,
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[WatchAvailability, provided("watch_availability")],
) -> Response:
    return StreamResponse(await use_case.execute(actor, event_id, client_of(request)))


@router.get(
    "/{event_id}/seats",
    response_model=list[SeatOnMapAnswer],
    **operation(GetSeatMap, "Get an event's seat map", "not_found", has_etag=True),
)
async def get_seat_map(
    request: Request,
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetSeatMap[Encoded], provided("get_seat_map")],
) -> Response:
    return shared_list(request, await use_case.execute(actor, event_id))

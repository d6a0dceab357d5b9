"""The door of an event: gates, door lists, scans of scanners without a network, attendees."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.dtos.door import AttendeeSearch
from src.application.use_cases.door.gates import ListGates, ReplaceGates
from src.application.use_cases.door.get_door_list import GetDoorList
from src.application.use_cases.door.list_attendees import (
    ExportAttendees,
    ListAttendees,
    PrintAttendees,
)
from src.application.use_cases.door.merge_scans import MergeScans
from src.domain.entities.ticket import TicketStatus
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id
from src.presentation.dependencies.sold_search import Format, ListFormat
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.door import (
    AttendeeAnswer,
    DoorListAnswer,
    GateAnswer,
    GatesBody,
    ScanOutcomeAnswer,
    ScansBody,
)
from src.presentation.schemas.fields import PathId, QueryId, SearchText
from src.presentation.utils.attendees_csv import EXAMPLE, attendees_csv
from src.presentation.utils.compressed import Compressed, compressed_list
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.pdf import PDF_RESPONSES, PdfResponse
from src.presentation.utils.responses import paginated, whole_list

router = APIRouter(prefix="/events", tags=["Door"], route_class=StrictRoute)

REFUSES = ("forbidden", "not_found")


def attendee_search(
    event_id: PathId,
    q: Annotated[
        SearchText | None, Query(description="Part of a name or address, or a reference.")
    ] = None,
    status: Annotated[
        TicketStatus | None, Query(description="`active` and `used` if none.")
    ] = None,
    ticket_type_id: Annotated[QueryId | None, Query()] = None,
) -> AttendeeSearch:
    """Which attendees."""
    return AttendeeSearch(event_id=event_id, q=q, status=status, ticket_type_id=ticket_type_id)


Wanted = Annotated[AttendeeSearch, Depends(attendee_search)]


@router.get(
    "/{event_id}/gates",
    response_model=list[GateAnswer],
    **operation(ListGates, "List an event's gates", *REFUSES),
)
async def list_gates(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListGates, provided("list_gates")],
) -> Response:
    gates = await use_case.execute(actor, event_id)
    return whole_list(GateAnswer.model_validate(gate) for gate in gates)


@router.put(
    "/{event_id}/gates",
    response_model=list[GateAnswer],
    **operation(ReplaceGates, "Set an event's gates", *REFUSES),
)
async def replace_gates(
    event_id: PathId,
    body: GatesBody,
    actor: CurrentActor,
    use_case: Annotated[ReplaceGates, provided("replace_gates")],
) -> Response:
    gates = await use_case.execute(actor, event_id, body.to_gates())
    return whole_list(GateAnswer.model_validate(gate) for gate in gates)


@router.get(
    "/{event_id}/door-list",
    response_model=DoorListAnswer,
    **operation(GetDoorList, "Get an event's door list", *REFUSES, has_etag=True),
)
async def get_door_list(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetDoorList[Compressed], provided("get_door_list")],
    since: Annotated[
        SearchText | None, Query(description="The `version` of an earlier list.")
    ] = None,
) -> Response:
    return compressed_list(request, await use_case.execute(actor, event_id, since))


@router.post(
    "/{event_id}/check-ins",
    response_model=list[ScanOutcomeAnswer],
    **operation(MergeScans, "Merge scans made without a network", *REFUSES),
)
async def merge_scans(
    event_id: PathId,
    body: ScansBody,
    actor: CurrentActor,
    use_case: Annotated[MergeScans, provided("merge_scans")],
) -> Response:
    outcomes = await use_case.execute(actor, body.to_report(event_id))
    return whole_list(ScanOutcomeAnswer.model_validate(outcome) for outcome in outcomes)


@router.get(
    "/{event_id}/attendees",
    response_model=list[AttendeeAnswer],
    **operation(ListAttendees, "List an event's attendees", *REFUSES),
)
async def list_attendees(
    request: Request,
    wanted: Wanted,
    actor: CurrentActor,
    use_case: Annotated[ListAttendees, provided("list_attendees")],
    export: Annotated[ExportAttendees, provided("export_attendees")],
    page: Annotated[PageRequest, Depends(by_id)],
    list_format: Format = ListFormat.JSON,
) -> Response:
    if list_format is ListFormat.CSV:
        return attendees_csv("attendees", await export.execute(actor, wanted))
    found = await use_case.execute(actor, wanted, page)
    return paginated(request, found, AttendeeAnswer.model_validate)


@router.get(
    "/{event_id}/attendees.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(EXAMPLE),
    **operation(ExportAttendees, "Get an event's attendees (CSV)", *REFUSES, "unavailable"),
)
async def export_attendees(
    wanted: Wanted,
    actor: CurrentActor,
    use_case: Annotated[ExportAttendees, provided("export_attendees")],
) -> Response:
    return attendees_csv("attendees", await use_case.execute(actor, wanted))


@router.get(
    "/{event_id}/attendees.pdf",
    status_code=200,
    response_class=PdfResponse,
    responses=PDF_RESPONSES,
    **operation(PrintAttendees, "Get an event's attendees (PDF)", *REFUSES),
)
async def get_attendees_pdf(
    wanted: Wanted,
    actor: CurrentActor,
    use_case: Annotated[PrintAttendees, provided("print_attendees")],
) -> Response:
    return PdfResponse(await use_case.execute(actor, wanted), f"attendees-{wanted.event_id}")

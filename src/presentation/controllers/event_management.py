"""What organizers do with their events beside selling them."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.event.add_scanner import AddScanner, AddScannerCommand
from src.application.use_cases.event.duplicate_event import DuplicateEvent
from src.application.use_cases.event.preview_event_cancellation import PreviewEventCancellation
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.event import EventAnswer
from src.presentation.schemas.event_management import (
    CancellationPreviewAnswer,
    DuplicateEventBody,
    ScannerBody,
)
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.user import UserAnswer
from src.presentation.utils.responses import created, location, ok

router = APIRouter(prefix="/events", tags=["Events"], route_class=StrictRoute)


@router.post(
    "/{event_id}/duplicate",
    status_code=201,
    response_model=EventAnswer,
    **operation(DuplicateEvent, "Duplicate an event", "forbidden", "not_found"),
)
async def duplicate_event(
    event_id: PathId,
    body: DuplicateEventBody,
    actor: CurrentActor,
    use_case: Annotated[DuplicateEvent, provided("duplicate_event")],
) -> Response:
    outcome = await use_case.execute(actor, body.command(event_id))
    event = outcome.result
    return created(EventAnswer.model_validate(event), location("events", event.id))


@router.get(
    "/{event_id}/cancellation-preview",
    response_model=CancellationPreviewAnswer,
    **operation(
        PreviewEventCancellation,
        "Preview the cancellation of an event",
        "forbidden",
        "not_found",
        "invalid_state",
    ),
)
async def preview_event_cancellation(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[PreviewEventCancellation, provided("preview_event_cancellation")],
) -> Response:
    return ok(CancellationPreviewAnswer.of(await use_case.execute(actor, event_id)))


@router.post(
    "/{event_id}/scanners",
    status_code=201,
    response_model=UserAnswer,
    **operation(AddScanner, "Add a scanner to an event", "forbidden", "not_found"),
)
async def add_scanner(
    event_id: PathId,
    body: ScannerBody,
    actor: CurrentActor,
    use_case: Annotated[AddScanner, provided("add_scanner")],
) -> Response:
    scanner = await use_case.execute(actor, AddScannerCommand(event_id, body.email))
    return created(UserAnswer.model_validate(scanner), location("events", event_id, "scanners"))

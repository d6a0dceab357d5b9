"""Posters of events."""

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response

from src.application.use_cases.event.remove_poster import RemovePoster
from src.application.use_cases.event.set_poster import SetPoster
from src.domain.entities.poster import MAX_BYTES
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.middleware.request_body import larger_body
from src.presentation.openapi import operation
from src.presentation.schemas.event import EventAnswer
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import Done, done, updated

router = APIRouter(prefix="/events", tags=["Events"])


def _with_image(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments of a route whose body is a picture."""
    schema = {"schema": {"type": "string", "format": "binary"}}
    content = dict.fromkeys(("image/jpeg", "image/png", "image/webp"), schema)
    arguments["openapi_extra"]["requestBody"] = {"required": True, "content": content}
    return arguments


@router.put(
    "/{event_id}/poster",
    response_model=EventAnswer,
    **_with_image(
        operation(SetPoster, "Set an event's poster", "forbidden", "not_found", has_etag=True)
    ),
)
@larger_body(MAX_BYTES)
async def set_poster(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[SetPoster, provided("set_poster")],
) -> Response:
    event = await use_case.execute(actor, event_id, await request.body())
    return updated(EventAnswer.model_validate(event), version=event.version)


@router.delete(
    "/{event_id}/poster",
    response_model=Done,
    **operation(RemovePoster, "Remove an event's poster", "forbidden", "not_found"),
)
async def remove_poster(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemovePoster, provided("remove_poster")],
) -> Response:
    await use_case.execute(actor, event_id)
    return done("The poster is removed.")

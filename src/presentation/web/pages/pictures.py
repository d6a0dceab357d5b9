"""Pictures of events: posters, and those that are made for events without one."""

import re
from typing import Annotated

from fastapi import APIRouter, Response
from starlette.exceptions import HTTPException

from src.application.use_cases.event.get_poster import GetPoster, PictureKey
from src.domain.entities.event import EventKind
from src.domain.repositories.poster import PictureFormat
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText
from src.presentation.web.generated_picture import picture
from src.presentation.web.visit import CurrentVisit

router = APIRouter()

GENERATED = re.compile(rf"({'|'.join(EventKind)})-([1-9][0-9]{{0,17}})\.svg")
POSTER = re.compile(
    rf"([1-9][0-9]{{0,17}})-([0-9a-f]{{16}})-(\d{{3,4}})\.({'|'.join(PictureFormat)})"
)
MEDIA_TYPES = {
    PictureFormat.WEBP: "image/webp",
    PictureFormat.AVIF: "image/avif",
    PictureFormat.JPEG: "image/jpeg",
}
SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
# A poster's address changes with it; how pictures are made changes with a release.
POSTER_CACHING = {"Cache-Control": "public, max-age=31536000, immutable"}
GENERATED_CACHING = {"Cache-Control": "public, max-age=604800"}
DRAFT_CACHING = {"Cache-Control": "private, no-store"}


@router.get("/pictures/{name}")
async def show_picture(
    name: PathText, visit: CurrentVisit, use_case: Annotated[GetPoster, provided("get_poster")]
) -> Response:
    """A picture by its name. The poster of a draft is for those who manage the event."""
    if made := GENERATED.fullmatch(name):
        svg = picture(int(made[2]), EventKind(made[1]))
        return Response(svg, 200, {**SAFE, **GENERATED_CACHING}, media_type="image/svg+xml")
    if not (wanted := POSTER.fullmatch(name)):
        raise HTTPException(404)
    picture_format = PictureFormat(wanted[4])
    key = PictureKey(int(wanted[1]), wanted[2], int(wanted[3]), picture_format)
    found = await use_case.execute(visit.actor, key)
    caching = POSTER_CACHING if found.is_public else DRAFT_CACHING
    return Response(found.content, 200, {**SAFE, **caching}, media_type=MEDIA_TYPES[picture_format])

"""The poster of an event: send one, look at it, take it away."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel
from starlette.datastructures import UploadFile

from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.remove_poster import RemovePoster
from src.application.use_cases.event.set_poster import SetPoster
from src.domain.entities.event import Event
from src.domain.entities.poster import MAX_BYTES
from src.domain.entities.user import Role
from src.domain.errors import ValidationFailed
from src.presentation.dependencies.injection import provided
from src.presentation.middleware.request_body import larger_body
from src.presentation.schemas.fields import PathId
from src.presentation.web.event_pictures import picture_of
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}/poster")

AROUND_THE_FILE = 64 * 1024
"""What a form has beside its file."""


class PosterForm(BaseModel):
    """Nothing beside the file."""


@router.get("")
async def show_poster(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    event = (await get_event.execute(visit.require_role(Role.ORGANIZER), event_id)).event
    form: Form[PosterForm] = Form.new({})
    return _render(visit, event, form)


@router.post("")
@larger_body(MAX_BYTES + AROUND_THE_FILE)
async def set_poster(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[SetPoster, provided("set_poster")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    form = await visit.form(PosterForm)
    sent = (await visit.request.form()).get("image")
    image = await sent.read() if isinstance(sent, UploadFile) else b""
    await visit.request.close()
    if not image:
        form.problems["image"] = visit.gettext("Choose a picture first.")
        return _render(visit, event, form, status=422)
    try:
        await use_case.execute(actor, event_id, image)
    except ValidationFailed as refusal:
        form.problems["image"] = visit.sentence(refusal)
        return _render(visit, event, form, status=422)
    return visit.redirect(
        f"/manage/events/{event_id}/poster", visit.gettext("This is the poster now.")
    )


@router.post("/remove")
async def remove_poster(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[RemovePoster, provided("remove_poster")],
) -> Response:
    await use_case.execute(visit.require_role(Role.ORGANIZER), event_id)
    return visit.redirect(
        f"/manage/events/{event_id}/poster", visit.gettext("The poster is taken away.")
    )


def _render(visit: Visit, event: Event, form: Form[PosterForm], *, status: int = 200) -> Response:
    return visit.render(
        "manage/poster.html", status=status, event=event, form=form, picture=picture_of(event)
    )

"""Cancelling an event: what it will do is said before, and what was said is what is done."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.dtos.managed_event import CancellationPreview
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.preview_event_cancellation import PreviewEventCancellation
from src.application.use_cases.event.update_event import UpdateEvent, UpdateEventCommand
from src.domain.entities.event import Event, EventStatus
from src.domain.entities.user import Role
from src.domain.errors import InvalidState
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}/cancel")


class CancelForm(BaseModel):
    """The title, typed again, and what the page said that it will do."""

    title: str
    seen: str = ""


@router.get("")
async def show_cancellation(
    visit: CurrentVisit,
    event_id: PathId,
    preview: Annotated[PreviewEventCancellation, provided("preview_event_cancellation")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    if event.status is not EventStatus.ACTIVE:
        return visit.redirect(f"/manage/events/{event_id}")
    form: Form[CancelForm] = Form.new({})
    return _render(visit, event, await preview.execute(actor, event_id), form)


@router.post("")
async def cancel_event(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[UpdateEvent, provided("update_event")],
    preview: Annotated[PreviewEventCancellation, provided("preview_event_cancellation")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(CancelForm)
    event = (await get_event.execute(actor, event_id)).event
    address = f"/manage/events/{event_id}"
    if event.status is not EventStatus.ACTIVE:
        return visit.redirect(address)
    will = await preview.execute(actor, event_id)
    if form.data is None:
        return _render(visit, event, will, form, status=422)
    if _plain(form.data.title) != _plain(event.title):
        form.problems["title"] = visit.gettext("This is not the title of the event.")
        return _render(visit, event, will, form, status=422)
    if form.data.seen != _seen(will):
        form.problem = visit.gettext(
            "Something has changed since you opened this page. Look at what cancelling does now."
        )
        return _render(visit, event, will, form, status=409)
    try:
        await use_case.execute(actor, UpdateEventCommand(event_id, {}, EventStatus.CANCELLED))
    except InvalidState:
        return visit.redirect(address)
    return visit.redirect(address, visit.gettext("The event is cancelled."))


def _plain(title: str) -> str:
    """The title without what is hard to type the same way."""
    return " ".join(title.split()).casefold()


def _seen(will: CancellationPreview) -> str:
    """What the page said, to be compared with what is true when the button is pressed."""
    money = ",".join(f"{back.amount}{back.currency}" for back in will.paid_back)
    return f"{will.bookings}:{will.holds}:{will.kept_bookings}:{will.tickets}:{money}"


def _render(
    visit: Visit,
    event: Event,
    will: CancellationPreview,
    form: Form[CancelForm],
    *,
    status: int = 200,
) -> Response:
    return visit.render(
        "manage/cancel.html", status=status, event=event, will=will, seen=_seen(will), form=form
    )

"""Who checks in tickets: the scanners of one event, and of all events together."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, EmailStr

from src.application.use_cases.event.add_scanner import (
    AddScanner,
    AddScannerCommand,
    RemoveScanner,
)
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import ListStaff
from src.application.use_cases.event.list_scanners import ListScanners
from src.domain.entities.event import Event
from src.domain.entities.user import Role, User
from src.domain.errors import NotFound
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage")


class ScannerForm(BaseModel):
    """The address of a scanner's account."""

    email: EmailStr


@router.get("/staff")
async def list_staff(
    visit: CurrentVisit, use_case: Annotated[ListStaff, provided("list_staff")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return visit.render("manage/staff.html", staff=await use_case.execute(actor))


@router.get("/events/{event_id}/staff")
async def show_event_staff(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    list_scanners: Annotated[ListScanners, provided("list_scanners")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    form: Form[ScannerForm] = Form.new({})
    return _render(visit, event, await list_scanners.execute(actor, event_id), form)


@router.post("/events/{event_id}/staff")
async def add_scanner(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[AddScanner, provided("add_scanner")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    list_scanners: Annotated[ListScanners, provided("list_scanners")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    form = await visit.form(ScannerForm)
    if form.data is None and form.value("email"):
        form.problems["email"] = visit.gettext("This is not an e-mail address.")
    if form.data is not None:
        try:
            command = AddScannerCommand(event_id, form.data.email)
            scanner = await use_case.execute(actor, command)
        except NotFound:
            form.problems["email"] = visit.gettext(
                "No scanner has this e-mail address. An administrator makes accounts of scanners."
            )
        else:
            message = visit.gettext("%(name)s may scan tickets at this event now.")
            return visit.redirect(
                f"/manage/events/{event_id}/staff", message % {"name": scanner.name}
            )
    scanners = await list_scanners.execute(actor, event_id)
    return _render(visit, event, scanners, form, status=422)


@router.post("/events/{event_id}/staff/{user_id}/remove")
async def remove_scanner(
    visit: CurrentVisit,
    event_id: PathId,
    user_id: PathId,
    use_case: Annotated[RemoveScanner, provided("remove_scanner")],
) -> Response:
    await use_case.execute(visit.require_role(Role.ORGANIZER), event_id, user_id)
    return visit.redirect(
        f"/manage/events/{event_id}/staff",
        visit.gettext("They can no longer scan tickets at this event."),
    )


def _render(
    visit: Visit, event: Event, scanners: list[User], form: Form[ScannerForm], *, status: int = 200
) -> Response:
    return visit.render(
        "manage/event_staff.html", status=status, event=event, scanners=scanners, form=form
    )

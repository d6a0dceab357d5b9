"""When and where an event takes place, with who hears of a change; and the same event again."""

from datetime import timedelta
from typing import Annotated, cast

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.event import EventSnapshot
from src.application.use_cases.event.duplicate_event import DuplicateEvent, DuplicateEventCommand
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import ListVenueChoices
from src.application.use_cases.event.preview_event_move import PreviewEventMove
from src.application.use_cases.event.update_event import UpdateEvent, UpdateEventCommand
from src.domain.entities.event import Event, EventChanges
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden, NotFound, StaleVersion, TicketingError
from src.domain.shared.times import changes_in_zone
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import MAX_ID, Name, PathId
from src.presentation.schemas.seller import Country
from src.presentation.web.forms import Form
from src.presentation.web.pages.manage.fields import LocalTime, Zone
from src.presentation.web.pages.manage.options import event_options
from src.presentation.web.pages.manage.versions import (
    AS_TYPED,
    changed_from,
    local_input,
    show_newer,
)
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events/{event_id}")

WEEK = timedelta(days=7)


class MoveForm(BaseModel):
    """When and where. Times are in the time zone."""

    date_time: LocalTime
    ends_at: LocalTime | None = None
    timezone: Zone
    venue: Name | None = None
    venue_id: Annotated[int, Field(ge=1, le=MAX_ID)] | None = None
    country: Country | None = None
    version: int


class DuplicateForm(BaseModel):
    """When the copy takes place, and what it is called."""

    title: Name
    date_time: LocalTime


@router.get("/move")
async def show_move(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    preview: Annotated[PreviewEventMove, provided("preview_event_move")],
    list_venues: Annotated[ListVenueChoices, provided("list_venue_choices")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = (await get_event.execute(actor, event_id)).event
    form: Form[MoveForm] = Form.new(_values(event))
    page = _MovePage(visit, actor, preview, list_venues)
    return await page.render(event, form)


@router.post("/move")
async def move_event(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[UpdateEvent, provided("update_event")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    preview: Annotated[PreviewEventMove, provided("preview_event_move")],
    list_venues: Annotated[ListVenueChoices, provided("list_venue_choices")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(MoveForm)
    event = (await get_event.execute(actor, event_id)).event
    page = _MovePage(visit, actor, preview, list_venues)
    if form.data is None:
        return await page.render(event, form, status=422)
    notified = await preview.execute(actor, event_id)
    changes = _changes(event, form.data)
    try:
        if changes:
            version = form.data.version
            await use_case.execute(actor, UpdateEventCommand(event_id, changes, None, version))
    except (NotFound, Forbidden):
        raise
    except StaleVersion:
        event = (await get_event.execute(actor, event_id)).event
        show_newer(visit, form, _values(event))
        return await page.render(event, form, status=409, version=event.version)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return await page.render(event, form, status=422)
    message = visit.gettext("The changes are saved.")
    if notified.people and changes.keys() & {"date_time", "venue", "venue_id"}:
        message = visit.ngettext(
            "The event is moved. %(number)s person gets a mail.",
            "The event is moved. %(number)s people get a mail.",
            notified.people,
        ) % {"number": notified.people}
    return visit.redirect(f"/manage/events/{event_id}", message)


@router.get("/duplicate")
async def show_duplicate(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    managed = await get_event.execute(actor, event_id)
    event = managed.event
    again = local_input(event.date_time + WEEK, event.timezone)
    form: Form[DuplicateForm] = Form.new({"title": event.title, "date_time": again})
    return _render_duplicate(visit, managed, form)


@router.post("/duplicate")
async def duplicate_event(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[DuplicateEvent, provided("duplicate_event")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    managed = await get_event.execute(actor, event_id)
    form = await visit.form(DuplicateForm)
    if form.data is None:
        return _render_duplicate(visit, managed, form, status=422)
    command = DuplicateEventCommand(
        event_id=event_id,
        title=form.data.title,
        date_time=form.data.date_time,
        idempotency=visit.idempotent(form),
    )
    try:
        outcome = await use_case.execute(actor, command)
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return _render_duplicate(visit, managed, form, status=422)
    return visit.redirect(
        f"/manage/events/{outcome.result.id}",
        visit.gettext("This is the copy. It is a draft until you publish it."),
    )


def _values(event: Event) -> dict[str, object]:
    """What is stored, as it stands in the fields."""
    return {
        "date_time": local_input(event.date_time, event.timezone),
        "ends_at": local_input(event.ends_at, event.timezone),
        "timezone": event.timezone,
        "venue": event.venue,
        "venue_id": event.venue_id,
        "country": event.country,
        "version": event.version,
    }


def _changes(event: Event, data: MoveForm) -> EventChanges:
    """The fields that differ from what is stored.

    An end that was left as it was moves along with the start: the event lasts as long as before.
    The name of another venue is that venue's unless another was typed.
    """
    typed = data.model_dump(exclude={"version"})
    as_shown = local_input(event.ends_at, event.timezone)
    if data.ends_at is None or data.ends_at.strftime(AS_TYPED) == as_shown:
        del typed["ends_at"]
    if event.is_seated:
        del typed["venue_id"]
    meant = changes_in_zone(typed, data.timezone)
    changed = changed_from(event, meant)
    if changed.get("venue_id") is not None and "venue" not in changed:
        # The use case takes the name, and the zone unless one was chosen, from the venue.
        changed["timezone"] = data.timezone
    return cast(EventChanges, changed)


class _MovePage:
    """The page, with who would hear of a change as it is shown."""

    def __init__(
        self, visit: Visit, actor: Actor, preview: PreviewEventMove, list_venues: ListVenueChoices
    ) -> None:
        self._visit = visit
        self._actor = actor
        self._preview = preview
        self._list_venues = list_venues

    async def render(
        self, event: Event, form: Form[MoveForm], *, status: int = 200, version: int | None = None
    ) -> Response:
        return self._visit.render(
            "manage/move.html",
            status=status,
            event=event,
            form=form,
            version=form.value("version") if version is None else version,
            preview=await self._preview.execute(self._actor, event.id),
            venues=await self._list_venues.execute(self._actor),
            **event_options(self._visit, event.currency),
        )


def _render_duplicate(
    visit: Visit, managed: EventSnapshot, form: Form[DuplicateForm], *, status: int = 200
) -> Response:
    return visit.render(
        "manage/duplicate.html",
        status=status,
        event=managed.event,
        ticket_types=managed.ticket_types,
        form=form,
    )

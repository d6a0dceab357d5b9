"""Who comes to an event: search, check-in by hand, and lists to take along."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.door import AttendeeSearch
from src.application.use_cases.door.list_attendees import (
    ExportAttendees,
    ListAttendees,
    PrintAttendees,
)
from src.application.use_cases.sales.read_sell_through import ReadSellThrough
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand, CheckInTicket
from src.application.use_cases.ticket.undo_check_in import UndoCheckIn
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import Actor, Role
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.utils.attendees_csv import attendees_csv
from src.presentation.web.listing import SearchWords, address_with, next_address, page_wanted
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage")

SellThrough = Annotated[ReadSellThrough, provided("read_sell_through")]


class GuestsQuery(BaseModel):
    """The filters of the list."""

    q: SearchWords | None = None
    status: TicketStatus | None = None
    ticket_type_id: QueryId | None = None

    def wanted(self, event_id: int) -> AttendeeSearch:
        """The search among the guests of this event."""
        return AttendeeSearch(event_id=event_id, **self.model_dump())


class CodeForm(BaseModel):
    """The ticket that is let in, or was not meant to be, and the page to go back to."""

    code: str = Field(min_length=1, max_length=40)


@router.get("/guests")
async def show_events(visit: CurrentVisit, sell_through: SellThrough) -> Response:
    """The events whose guests there are to look at."""
    actor = visit.require_role(Role.ORGANIZER)
    return visit.render("sales/guest_lists.html", events=await sell_through.execute(actor))


@router.get("/events/{event_id}/guests")
async def show_guests(
    visit: CurrentVisit,
    event_id: PathId,
    attendees: Annotated[ListAttendees, provided("list_attendees")],
    sell_through: SellThrough,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    event = await _event(sell_through, actor, event_id)
    form = visit.query(GuestsQuery)
    wanted = (form.data or GuestsQuery()).wanted(event_id)
    found = await attendees.execute(actor, wanted, page_wanted(visit.request, sort="id"))
    here = f"/manage/events/{event_id}"
    values: dict[str, Any] = {
        "event": event,
        "form": form,
        "guests": found.items,
        "next_page": next_address(visit.request, found),
        "table": address_with(visit.request, f"{here}/guests.csv"),
        "printed": address_with(visit.request, f"{here}/guests.pdf"),
    }
    return visit.render("sales/guests.html", **values)


@router.get("/events/{event_id}/guests.csv")
async def export_guests(
    visit: CurrentVisit,
    event_id: PathId,
    attendees: Annotated[ExportAttendees, provided("export_attendees")],
    sell_through: SellThrough,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    await _event(sell_through, actor, event_id)
    wanted = (visit.query(GuestsQuery).data or GuestsQuery()).wanted(event_id)
    return attendees_csv("guests", await attendees.execute(actor, wanted))


@router.get("/events/{event_id}/guests.pdf")
async def print_guests(
    visit: CurrentVisit,
    event_id: PathId,
    attendees: Annotated[PrintAttendees, provided("print_attendees")],
    sell_through: SellThrough,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    await _event(sell_through, actor, event_id)
    wanted = (visit.query(GuestsQuery).data or GuestsQuery()).wanted(event_id)
    headers = {"Content-Disposition": 'inline; filename="guests.pdf"'}
    document = await attendees.execute(actor, wanted)
    return Response(document, headers=headers, media_type="application/pdf")


@router.post("/events/{event_id}/guests/check-in")
async def check_in(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[CheckInTicket, provided("check_in_ticket")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(CodeForm)
    if form.data is None:
        return _back(visit, event_id, visit.gettext("Choose a guest from the list."))
    try:
        await use_case.execute(actor, CheckInCommand(form.data.code, event_id=event_id))
    except TicketingError as refusal:
        return _back(visit, event_id, visit.sentence(refusal))
    return _back(visit, event_id, visit.gettext("Checked in."))


@router.post("/events/{event_id}/guests/undo")
async def undo(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[UndoCheckIn, provided("undo_check_in")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(CodeForm)
    if form.data is None:
        return _back(visit, event_id, visit.gettext("Choose a guest from the list."))
    try:
        await use_case.execute(actor, form.data.code)
    except TicketingError as refusal:
        return _back(visit, event_id, visit.sentence(refusal))
    return _back(visit, event_id, visit.gettext("Taken back: the ticket is valid again."))


async def _event(sell_through: ReadSellThrough, actor: Actor, event_id: int) -> Any:
    found = await sell_through.execute(actor, event_id)
    if not found:
        raise NotFound("event", event_id)
    return found[0]


def _back(visit: Visit, event_id: int, message: str) -> Response:
    """To the list as it was looked at: the form's address has its filters."""
    query = visit.request.url.query
    return visit.redirect(f"/manage/events/{event_id}/guests{'?' if query else ''}{query}", message)

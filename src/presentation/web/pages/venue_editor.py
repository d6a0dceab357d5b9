"""Venues of organizers: the list, the venue itself, its file of seats."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel
from starlette.datastructures import UploadFile

from src.application.use_cases.venue.create_venue import CreateVenue, CreateVenueCommand
from src.application.use_cases.venue.delete_venue import DeleteVenue
from src.application.use_cases.venue.update_venue import UpdateVenue, UpdateVenueCommand
from src.application.use_cases.venue_plan.export_seats import ExportSeats
from src.application.use_cases.venue_plan.import_seats import ImportSeats
from src.application.use_cases.venue_plan.list_managed_venues import ListManagedVenues
from src.application.use_cases.venue_plan.read_venue_plan import ReadVenuePlan, VenuePlan
from src.domain.entities.user import Role
from src.domain.entities.venue import MAX_SEATS_PER_CALL, VenueChanges
from src.domain.errors import TicketingError, ValidationFailed
from src.domain.repositories.page import Cursor, PageRequest
from src.domain.services.hall_layout import HallSection, from_front_to_back
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Name, PathId, Timezone
from src.presentation.schemas.seller import Country
from src.presentation.schemas.venue import Latitude, Longitude
from src.presentation.utils.csv_table import csv_file
from src.presentation.web.forms import Form
from src.presentation.web.pages.venue_editor_words import file_sentence
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/venues")

SHOWN = 50
MAX_FILE_BYTES = 8 * 1024 * 1024


class VenueForm(BaseModel):
    """A venue."""

    name: Name
    location: Name | None = None
    country: Country | None = None
    timezone: Timezone = "UTC"
    latitude: Latitude | None = None
    longitude: Longitude | None = None


class FileForm(BaseModel):
    """A file of seats as text, for who has none to send."""

    text: str = ""


@router.get("")
async def list_venues(
    visit: CurrentVisit,
    use_case: Annotated[ListManagedVenues, provided("list_managed_venues")],
    after: int = 0,
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    cursor = Cursor("id", str(after), after) if after > 0 else None
    page = await use_case.execute(actor, PageRequest(limit=SHOWN, after=cursor))
    return visit.render("venue_editor/venues.html", venues=page.items, next=page.next)


@router.get("/new")
async def show_new_venue(visit: CurrentVisit) -> Response:
    visit.require_role(Role.ORGANIZER)
    return visit.render("venue_editor/new.html", form=Form.new({"timezone": "UTC"}))


@router.post("")
async def create_venue(
    visit: CurrentVisit, use_case: Annotated[CreateVenue, provided("create_venue")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(VenueForm)
    if form.data is not None:
        try:
            venue = await use_case.execute(actor, CreateVenueCommand(**form.data.model_dump()))
            return visit.redirect(f"/manage/venues/{venue.id}", visit.gettext("Venue created."))
        except TicketingError as refusal:
            visit.refuse(form, refusal)
    return visit.render("venue_editor/new.html", status=422, form=form)


@router.get("/{venue_id}")
async def show_venue(
    visit: CurrentVisit,
    venue_id: PathId,
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return shown_venue(visit, await read_plan.execute(actor, venue_id))


@router.post("/{venue_id}")
async def update_venue(
    visit: CurrentVisit,
    venue_id: PathId,
    use_case: Annotated[UpdateVenue, provided("update_venue")],
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(VenueForm)
    if form.data is not None:
        changes = VenueChanges(**form.data.model_dump())  # type: ignore[typeddict-item]
        try:
            await use_case.execute(actor, UpdateVenueCommand(venue_id, changes))
            return visit.redirect(f"/manage/venues/{venue_id}", visit.gettext("Saved."))
        except ValidationFailed as refusal:
            visit.refuse(form, refusal)
    return shown_venue(visit, await read_plan.execute(actor, venue_id), status=422, details=form)


@router.post("/{venue_id}/delete")
async def delete_venue(
    visit: CurrentVisit,
    venue_id: PathId,
    use_case: Annotated[DeleteVenue, provided("delete_venue")],
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    plan = await read_plan.execute(actor, venue_id)
    form: Form[BaseModel] = Form.new({})
    try:
        await use_case.execute(actor, venue_id)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return shown_venue(visit, plan, status=409, deletion=form)
    return visit.redirect("/manage/venues", visit.gettext("Venue deleted."))


@router.post("/{venue_id}/file")
async def import_seats(
    visit: CurrentVisit,
    venue_id: PathId,
    use_case: Annotated[ImportSeats, provided("import_seats")],
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    plan = await read_plan.execute(actor, venue_id)
    form = await visit.form(FileForm)
    try:
        text = await _file_text(visit) or (form.data.text if form.data else "")
        done = await use_case.execute(actor, venue_id, text)
    except ValidationFailed as refusal:
        form.problem = file_sentence(visit, refusal)
        return shown_venue(visit, plan, status=422, file=form)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return shown_venue(visit, plan, status=409, file=form)
    message = visit.ngettext(
        "%(added)s seat added, %(marked)s marked anew.",
        "%(added)s seats added, %(marked)s marked anew.",
        done.added,
    )
    message %= done._asdict()
    return visit.redirect(f"/manage/venues/{venue_id}", message)


@router.get("/{venue_id}/seats.csv")
async def export_seats(
    visit: CurrentVisit,
    venue_id: PathId,
    use_case: Annotated[ExportSeats, provided("export_seats")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    text = await use_case.execute(actor, venue_id)
    return csv_file(f"seats-{venue_id}", text)


def shown_venue(
    visit: Visit, plan: VenuePlan, *, status: int = 200, **forms: Form[Any]
) -> Response:
    """The venue with everything that can be done to it; forms that were refused as they are."""
    venue = plan.venue
    details = {
        "name": venue.name,
        "location": venue.location,
        "country": venue.country,
        "timezone": venue.timezone,
        "latitude": venue.latitude,
        "longitude": venue.longitude,
    }
    values: dict[str, Any] = {
        "details": Form.new(details),
        "block": Form.new({"rows": "A-F", "seats": 12}),
        "file": Form.new({}),
        "deletion": Form.new({}),
        **forms,
    }
    return visit.render(
        "venue_editor/venue.html",
        status=status,
        venue=venue,
        sections=sorted(plan.sections, key=_order),
        placed=plan.placed,
        count=sum(len(row.seats) for section in plan.sections for row in section.rows),
        most=MAX_SEATS_PER_CALL,
        **values,
    )


def _order(section: HallSection) -> tuple[int, str]:
    return from_front_to_back(section.plan.section)


async def _file_text(visit: Visit) -> str:
    """The text of the file that was sent, if any. Raises ValidationFailed."""
    file = (await visit.request.form()).get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        return ""
    try:
        content = await file.read(MAX_FILE_BYTES + 1)
    finally:
        await file.close()
    try:
        if len(content) <= MAX_FILE_BYTES:
            return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What spreadsheets on Windows write.
        return content.decode("cp1252", errors="replace")
    raise ValidationFailed("body.file", "The file is larger than 8 MB.")

"""Sections of a venue: blocks of seats, where they stand, and which seats are accessible."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field, FiniteFloat

from src.application.catalogue.row_names import row_names
from src.application.use_cases.venue.add_seats import AddSeats
from src.application.use_cases.venue_plan.mark_seats import MarkSeats
from src.application.use_cases.venue_plan.place_section import PlaceSection, PlaceSectionCommand
from src.application.use_cases.venue_plan.read_venue_plan import ReadVenuePlan, VenuePlan
from src.application.use_cases.venue_plan.remove_seats import RemoveSeats
from src.domain.entities.section_plan import SeatAccess, SectionChanges
from src.domain.entities.user import Role
from src.domain.entities.venue import MAX_SEATS_PER_CALL
from src.domain.errors import NotFound, TicketingError, ValidationFailed
from src.domain.repositories.venue import NewSeat
from src.domain.services.hall_layout import HallSection
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, Text
from src.presentation.schemas.venue import SeatText
from src.presentation.utils.encoding import encode
from src.presentation.utils.responses import shared_list
from src.presentation.utils.seat_plan_json import venue_plan_json
from src.presentation.web.forms import Form
from src.presentation.web.pages.venue_editor import shown_venue
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/venues/{venue_id}")

FIELDS = ("x", "y", "rotation", "angle", "seat_spacing", "row_spacing")
SectionName = Annotated[str, Query(max_length=50), Text]


class BlockForm(BaseModel):
    """Rows of equally many seats, numbered from 1."""

    section: SeatText
    rows: str = Field(max_length=2000)
    seats: int = Field(ge=1, le=1000)
    shape: Literal["", "straight"] = ""


class PlaceForm(BaseModel):
    """Where a section stands."""

    section: str
    x: FiniteFloat
    y: FiniteFloat
    rotation: FiniteFloat = 0.0
    angle: FiniteFloat = 0.0
    seat_spacing: FiniteFloat = 1.0
    row_spacing: FiniteFloat = 1.2
    act: Literal["place", "arrange"] = "place"


class SeatsForm(BaseModel):
    """What becomes of the ticked seats."""

    section: str
    seat_ids: list[int] = []
    act: Literal["accessible", "companion", "ordinary", "remove"]


@router.post("/blocks")
async def add_block(
    visit: CurrentVisit,
    venue_id: PathId,
    add_seats: Annotated[AddSeats, provided("add_seats")],
    place_section: Annotated[PlaceSection, provided("place_section")],
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(BlockForm)
    plan = await read_plan.execute(actor, venue_id)
    if (data := form.data) is not None:
        try:
            added = await add_seats.execute(actor, venue_id, _new_seats(data))
            if data.shape == "straight":
                command = PlaceSectionCommand(venue_id, data.section, SectionChanges(angle=0.0))
                await place_section.execute(actor, command)
            message = visit.ngettext("%(num)d seat added.", "%(num)d seats added.", len(added))
            return visit.redirect(f"/manage/venues/{venue_id}", message % {"num": len(added)})
        except TicketingError as refusal:
            visit.refuse(form, refusal)
    return shown_venue(visit, plan, status=422, block=form)


@router.get("/section")
async def show_section(
    visit: CurrentVisit,
    venue_id: PathId,
    name: SectionName,
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return _section(visit, await read_plan.execute(actor, venue_id), name)


@router.post("/section")
async def place(
    visit: CurrentVisit,
    venue_id: PathId,
    use_case: Annotated[PlaceSection, provided("place_section")],
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(PlaceForm)
    name = form.value("section")
    if (data := form.data) is not None:
        values = data.model_dump(include=set(FIELDS))
        changes = SectionChanges(**values) if data.act == "place" else None  # type: ignore[typeddict-item]
        try:
            await use_case.execute(actor, PlaceSectionCommand(venue_id, data.section, changes))
            return visit.redirect(_address(visit, venue_id, name), visit.gettext("Saved."))
        except ValidationFailed as refusal:
            visit.refuse(form, refusal)
    plan = await read_plan.execute(actor, venue_id)
    return _section(visit, plan, name, status=422, placing=form)


@router.post("/section/seats")
async def change_seats(
    visit: CurrentVisit,
    venue_id: PathId,
    mark_seats: Annotated[MarkSeats, provided("mark_seats")],
    remove_seats: Annotated[RemoveSeats, provided("remove_seats")],
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(SeatsForm)
    name = form.value("section")
    if (data := form.data) is not None and data.seat_ids:
        try:
            if data.act == "remove":
                await remove_seats.execute(actor, venue_id, data.seat_ids)
            else:
                access = SeatAccess(data.act) if data.act != "ordinary" else None
                await mark_seats.execute(actor, venue_id, dict.fromkeys(data.seat_ids, access))
            plan = await read_plan.execute(actor, venue_id)
            is_left = any(section.plan.section == name for section in plan.sections)
            address = _address(visit, venue_id, name) if is_left else f"/manage/venues/{venue_id}"
            return visit.redirect(address, visit.gettext("Saved."))
        except TicketingError as refusal:
            visit.refuse(form, refusal)
    else:
        form.problem = visit.gettext("Tick the seats first.")
    plan = await read_plan.execute(actor, venue_id)
    return _section(visit, plan, name, status=422, seats=form)


@router.get("/plan.json")
async def read_plan_json(
    request: Request,
    visit: CurrentVisit,
    venue_id: PathId,
    read_plan: Annotated[ReadVenuePlan, provided("read_venue_plan")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    plan = await read_plan.execute(actor, venue_id)
    return shared_list(request, encode(venue_plan_json(plan.sections)))


def _new_seats(block: BlockForm) -> list[NewSeat]:
    rows = row_names(block.rows)
    if len(rows) * block.seats > MAX_SEATS_PER_CALL:
        raise ValidationFailed("body.seats", "A block may have at most 50000 seats.")
    return [
        NewSeat(block.section, row, str(number))
        for row in rows
        for number in range(1, block.seats + 1)
    ]


def _section(
    visit: Visit,
    plan: VenuePlan,
    name: str,
    *,
    status: int = 200,
    placing: Form[PlaceForm] | None = None,
    seats: Form[SeatsForm] | None = None,
) -> Response:
    section = next((found for found in plan.sections if found.plan.section == name), None)
    if section is None:
        raise NotFound("section", name)
    return visit.render(
        "venue_editor/section.html",
        status=status,
        venue=plan.venue,
        section=section,
        is_placed=name in plan.placed,
        placing=placing or _placed(section),
        seats=seats or Form.new({}),
    )


def _placed(section: HallSection) -> Form[PlaceForm]:
    values = {field: f"{getattr(section.plan, field):g}" for field in FIELDS}
    return Form.new({"section": section.plan.section, **values})


def _address(visit: Visit, venue_id: int, name: str) -> str:
    query = visit.request.url.replace_query_params(name=name).query
    return f"/manage/venues/{venue_id}/section?{query}"

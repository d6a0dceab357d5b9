"""The door of an event: a code, a photo or a name, and what becomes of the ticket."""

import hashlib
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, StringConstraints
from starlette.datastructures import UploadFile

from src.application.dtos.door import AttendeeSearch, TicketScan
from src.application.use_cases.door.list_attendees import ListAttendees
from src.application.use_cases.door.list_doors import GetDoor
from src.application.use_cases.door.read_photo import ReadPhoto
from src.application.use_cases.door.scan_ticket import ScanTicket, ShownTicket
from src.application.use_cases.ticket.undo_check_in import UndoCheckIn
from src.domain.entities.event import Event
from src.domain.entities.scan import ScanKind
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import PageRequest
from src.domain.shared.times import offsets
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.middleware.request_body import larger_body
from src.presentation.schemas.booking import PresentedCode
from src.presentation.schemas.fields import Name, PathId, QueryId, SearchText
from src.presentation.web.forms import Form
from src.presentation.web.pages.door.words import device_words, reasons
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/door/{event_id}")

MOST_FOUND = 20
MAX_PHOTO_BYTES = 12 * 1024 * 1024
MINUTE = timedelta(minutes=1)
AROUND = timedelta(days=30)
"""How long before and after its event a door shows times of the venue's clock rightly."""

NO_CODE = TicketScan(reason="no_code")
DEVICE = "form"
"""The scanner that forms without a script are: each of their keys is a scan of its own."""


class Place(BaseModel):
    """Where the doorman stands, and which way people go."""

    gate: Name | None = None
    direction: ScanKind = ScanKind.IN


class LookUp(Place):
    """Part of a name."""

    q: SearchText | None = None


class CodeForm(Place):
    """A ticket by its code, or by its number in the list."""

    code: PresentedCode | None = None
    ticket_id: QueryId | None = None


class UndoForm(Place):
    """A ticket whose check-in was a mistake."""

    code: Annotated[str, StringConstraints(strip_whitespace=True, max_length=100)]


Door = Annotated[GetDoor, provided("get_door")]
Attendees = Annotated[ListAttendees, provided("list_attendees")]
Scan = Annotated[ScanTicket, provided("scan_ticket")]


@router.get("")
async def show_door(
    visit: CurrentVisit, event_id: PathId, get_door: Door, list_attendees: Attendees
) -> Response:
    return await _door(visit, event_id, get_door, list_attendees, visit.query(LookUp))


@router.post("/check-in")
async def check_in(
    visit: CurrentVisit,
    event_id: PathId,
    get_door: Door,
    list_attendees: Attendees,
    scan: Scan,
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(CodeForm)
    if form.data is None or (form.data.code is None) == (form.data.ticket_id is None):
        form.problems["code"] = visit.gettext("Please fill this in.")
        return await _door(visit, event_id, get_door, list_attendees, form)
    try:
        answer = await scan.execute(actor, _shown(event_id, form, form.data))
    except ValidationFailed as refusal:
        visit.refuse(form, refusal)
        return await _door(visit, event_id, get_door, list_attendees, form)
    return await _verdict(visit, event_id, get_door, form.data, answer)


@router.post("/photo")
@larger_body(MAX_PHOTO_BYTES)
async def check_in_photo(
    visit: CurrentVisit,
    event_id: PathId,
    get_door: Door,
    list_attendees: Attendees,
    scan: Scan,
    read_photo: Annotated[ReadPhoto, provided("read_photo")],
    limits: Limits,
) -> Response:
    actor = visit.require_actor()
    photo = await sent_photo(visit)
    form = await visit.form(CodeForm)
    place = form.data or CodeForm()
    try:
        await limits.hit("photo", str(actor.id))
        code = await read_photo.execute(actor, photo)
        if code is None:
            return await _verdict(visit, event_id, get_door, place, NO_CODE)
        shown = _shown(event_id, form, place.model_copy(update={"code": code}))
        answer = await scan.execute(actor, shown)
    except ValidationFailed as refusal:
        form.problems["photo"] = visit.sentence(refusal)
        return await _door(visit, event_id, get_door, list_attendees, form)
    return await _verdict(visit, event_id, get_door, place, answer)


@router.post("/undo")
async def undo_check_in(
    visit: CurrentVisit,
    event_id: PathId,
    undo: Annotated[UndoCheckIn, provided("undo_check_in")],
) -> Response:
    actor = visit.require_actor()
    form = await visit.form(UndoForm)
    if form.data is None:
        return visit.redirect(f"/door/{event_id}")
    try:
        await undo.execute(actor, form.data.code)
    except ValidationFailed as refusal:
        return visit.redirect(f"/door/{event_id}", visit.sentence(refusal))
    done = visit.gettext("The check-in is undone. The ticket can be used again.")
    return visit.redirect(f"/door/{event_id}", done)


async def sent_photo(visit: Visit) -> bytes:
    """The photo of the form; empty if there is none."""
    sent = (await visit.request.form(max_files=1)).get("photo")
    if not isinstance(sent, UploadFile):
        return b""
    content = await sent.read()
    await sent.close()
    return content


def _shown(event_id: int, form: Form[CodeForm], data: CodeForm) -> ShownTicket:
    # Sent twice it is one scan. A key may have any length and characters, a scan's name not.
    key = hashlib.blake2b(form.key.encode(), digest_size=16).hexdigest()
    return ShownTicket(
        event_id=event_id,
        code=(data.code or "").upper(),
        ticket_id=data.ticket_id,
        gate=data.gate,
        direction=data.direction,
        key=(DEVICE, key),
    )


async def _door(
    visit: Visit,
    event_id: int,
    get_door: GetDoor,
    list_attendees: ListAttendees,
    form: Form[LookUp] | Form[CodeForm],
) -> Response:
    actor = visit.require_actor()
    door = await get_door.execute(actor, event_id)
    q = form.data.q if isinstance(form.data, LookUp) else None
    found = None
    if q:
        wanted = AttendeeSearch(event_id=event_id, q=q)
        found = await list_attendees.execute(actor, wanted, PageRequest(limit=MOST_FOUND))
    return visit.render(
        "door/door.html",
        status=422 if form.is_wrong else 200,
        headers={"Permissions-Policy": "camera=(self)"},
        door=door,
        place=form.data or Place(),
        form=form,
        found=found,
        offsets=_offsets(door.event),
        words={
            "reasons": reasons(visit.gettext),
            "device": device_words(visit.gettext),
        },
    )


def _offsets(event: Event) -> list[tuple[int, int]]:
    """The clock at the venue: milliseconds since 1970, and minutes beside UTC from then on."""
    around = offsets(event.timezone, event.date_time - AROUND, event.ends_at + AROUND)
    return [(int(at.timestamp() * 1000), offset // MINUTE) for at, offset in around]


async def _verdict(
    visit: Visit, event_id: int, get_door: GetDoor, place: Place, answer: TicketScan
) -> Response:
    actor = visit.require_actor()
    door = await get_door.execute(actor, event_id)
    known = reasons(visit.gettext)
    heading, sentence = known.get(answer.reason or "", known["other"])
    return visit.render(
        "door/verdict.html",
        status=200 if answer.is_let_through else 409,
        door=door,
        place=place,
        answer=answer,
        heading=heading,
        sentence=sentence % {"gates": ", ".join(answer.gates), "time": ""},
        may_undo=door.event.is_managed_by(actor),
    )

"""What the scanner's module asks for: the list, scans, photos; and what makes it work offline."""

import json
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from src.application.dtos.door import Attendee, TicketScan
from src.application.use_cases.door.get_door_list import GetDoorList
from src.application.use_cases.door.list_doors import GetDoor
from src.application.use_cases.door.merge_scans import MergeScans
from src.application.use_cases.door.read_photo import ReadPhoto
from src.application.use_cases.door.scan_ticket import ScanTicket, ShownTicket
from src.domain.entities.scan import ScanKind
from src.domain.entities.ticket import TicketStatus
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.middleware.request_body import larger_body
from src.presentation.schemas.booking import PresentedCode
from src.presentation.schemas.door import DeviceId, ScanOutcomeAnswer, ScansBody
from src.presentation.schemas.fields import Answer, Id, Moment, Name, PathId, SearchText
from src.presentation.utils.compressed import Compressed, compressed_list
from src.presentation.utils.path_prefix import public_path
from src.presentation.utils.responses import whole_list
from src.presentation.web.pages.door.scan import MAX_PHOTO_BYTES, sent_photo
from src.presentation.web.static_files import FILES, VERSION, static
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/door")

WORKER = "js/door/worker.js"
KEPT = ("css/style.css", "css/door.css", "js/base.js", "js/door/", "icons/")
"""What the scanner needs of the static files without a network."""

NO_STORE = {"Cache-Control": "no-store"}
WORKER_HEADERS = {
    "Cache-Control": "no-cache",
    # Its scope is the page with the choice of doors too.
    "Service-Worker-Allowed": "/door",
    "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
}


class ScanBody(BaseModel):
    """One ticket that was shown to a scanner with a network."""

    scanner_id: DeviceId
    scan_id: DeviceId
    code: PresentedCode | None = None
    ticket_id: Id | None = None
    gate: Name | None = None
    direction: ScanKind = ScanKind.IN


class ScannedTicket(Answer):
    """A ticket as the scanner shows it; `code` is for organizers, who can undo a check-in."""

    id: int
    name: str
    ticket_type: str
    seat: str | None
    status: TicketStatus
    used_at: Moment | None
    gate: str | None
    is_inside: bool
    is_complimentary: bool
    is_disputed: bool
    code: str | None


class ScanAnswer(Answer):
    """What became of it."""

    reason: str | None
    ticket: ScannedTicket | None
    used_at: Moment | None
    gate: str | None
    gates: list[str]


@router.get("/sw.js")
async def read_service_worker(request: Request) -> Response:
    """The script that keeps the scanner working without a network; each release changes it."""
    files = [public_path(request, static(name)) for name in FILES if name.startswith(KEPT)]
    known = f"const VERSION = {json.dumps(VERSION)};\nconst FILES = {json.dumps(files)};\n"
    return Response(
        known.encode() + FILES[WORKER].body, 200, WORKER_HEADERS, media_type="text/javascript"
    )


@router.get("/manifest.webmanifest")
async def read_manifest(visit: CurrentVisit) -> Response:
    """What makes the scanner an application on the home screen."""
    door = visit.public("/door")
    src = visit.public(static("icons/door.svg"))
    icon = {"src": src, "sizes": "any", "type": "image/svg+xml"}
    manifest = {
        "id": door,
        "name": visit.gettext("Door"),
        "short_name": visit.gettext("Door"),
        "lang": visit.language,
        "start_url": door,
        "scope": door,
        "display": "standalone",
        "background_color": "#15161c",
        "theme_color": "#15161c",
        "icons": [{**icon, "purpose": "any"}, {**icon, "purpose": "maskable"}],
    }
    headers = {"Cache-Control": "private, no-cache", "Vary": "Cookie, Accept-Language"}
    return JSONResponse(manifest, 200, headers, media_type="application/manifest+json")


@router.post("/read-photo")
@larger_body(MAX_PHOTO_BYTES)
async def read_code_in_photo(
    visit: CurrentVisit,
    use_case: Annotated[ReadPhoto, provided("read_photo")],
    limits: Limits,
) -> Response:
    """The code that a photo shows, for a browser that cannot read codes itself."""
    actor = visit.require_actor()
    photo = await sent_photo(visit)
    await limits.hit("photo", str(actor.id))
    code = await use_case.execute(actor, photo)
    return JSONResponse({"code": code}, headers=NO_STORE)


@router.get("/{event_id}/list")
async def read_list(
    request: Request,
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[GetDoorList[Compressed], provided("get_door_list")],
    since: Annotated[SearchText | None, Query()] = None,
) -> Response:
    """The door list, or what changed in it."""
    actor = visit.require_actor()
    return compressed_list(request, await use_case.execute(actor, event_id, since))


@router.post("/{event_id}/scan")
async def scan_now(
    visit: CurrentVisit,
    event_id: PathId,
    body: ScanBody,
    use_case: Annotated[ScanTicket, provided("scan_ticket")],
    get_door: Annotated[GetDoor, provided("get_door")],
) -> Response:
    """One ticket, decided now."""
    actor = visit.require_actor()
    shown = ShownTicket(
        event_id=event_id,
        code=(body.code or "").upper(),
        ticket_id=body.ticket_id,
        gate=body.gate,
        direction=body.direction,
        key=(body.scanner_id, body.scan_id),
    )
    answer = await use_case.execute(actor, shown)
    door = await get_door.execute(actor, event_id)
    return _answer(answer, may_undo=door.event.is_managed_by(actor))


@router.post("/{event_id}/scans")
async def merge_scans(
    visit: CurrentVisit,
    event_id: PathId,
    body: ScansBody,
    use_case: Annotated[MergeScans, provided("merge_scans")],
) -> Response:
    """What was let in without a network."""
    outcomes = await use_case.execute(visit.require_actor(), body.to_report(event_id))
    return whole_list(ScanOutcomeAnswer.model_validate(outcome) for outcome in outcomes)


def _answer(answer: TicketScan, *, may_undo: bool) -> Response:
    attendee = answer.attendee
    body = ScanAnswer(
        reason=answer.reason,
        ticket=None if attendee is None else _ticket(attendee, may_undo=may_undo),
        used_at=answer.used_at,
        gate=answer.gate,
        gates=list(answer.gates),
    )
    return Response(body.model_dump_json(), 200, NO_STORE, media_type="application/json")


def _ticket(attendee: Attendee, *, may_undo: bool) -> ScannedTicket:
    return ScannedTicket(
        id=attendee.ticket_id,
        name=attendee.name,
        ticket_type=attendee.ticket_type,
        seat=attendee.seat,
        status=attendee.status,
        used_at=attendee.used_at,
        gate=attendee.gate,
        is_inside=attendee.is_inside,
        is_complimentary=attendee.is_complimentary,
        is_disputed=attendee.is_disputed,
        code=attendee.ticket_code if may_undo else None,
    )

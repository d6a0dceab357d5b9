"""The calendar address of an account, and all that is known of it: a page, and a download."""

import json
from decimal import Decimal
from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from src.application.use_cases.calendar.find_calendar_feed import FindCalendarFeed
from src.application.use_cases.calendar.make_calendar_feed import MakeCalendarFeed
from src.application.use_cases.calendar.revoke_calendar_feed import RevokeCalendarFeed
from src.application.use_cases.user.export_my_data import ExportMyData
from src.domain.errors import NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.web.owner import owner_of
from src.presentation.web.pages.account_data_rows import groups_of
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

Export = Annotated[ExportMyData, provided("export_my_data")]

CALENDAR = "/account/calendar"
DATA = "/account/data"
SHOWN = 100
"""How many rows of each part the page has, so that no history makes it expensive."""

NOT_KEPT = {"Cache-Control": "no-store"}
DOWNLOAD = {**NOT_KEPT, "Content-Disposition": 'attachment; filename="my-data.json"'}


@router.get(CALENDAR)
async def show_calendar(
    visit: CurrentVisit, use_case: Annotated[FindCalendarFeed, provided("find_calendar_feed")]
) -> Response:
    made_at = await use_case.execute(owner_of(visit))
    return visit.render("account/calendar.html", made_at=made_at, address=None, subscribe=None)


@router.post(CALENDAR)
async def make_calendar(
    visit: CurrentVisit, use_case: Annotated[MakeCalendarFeed, provided("make_calendar_feed")]
) -> Response:
    """The address is in this answer alone: nothing keeps it, so there is nothing to redirect to."""
    address = await use_case.execute(owner_of(visit))
    return visit.render(
        "account/calendar.html",
        headers=NOT_KEPT,
        made_at=None,
        address=address,
        subscribe=f"webcal:{address.partition(':')[2]}",
    )


@router.post(f"{CALENDAR}/end")
async def end_calendar(
    visit: CurrentVisit, use_case: Annotated[RevokeCalendarFeed, provided("revoke_calendar_feed")]
) -> Response:
    actor = owner_of(visit)
    try:
        await use_case.execute(actor)
    except NotFound as refusal:
        return visit.redirect(CALENDAR, visit.sentence(refusal))
    return visit.redirect(CALENDAR, visit.gettext("The address no longer works."))


@router.get(DATA)
async def show_data(visit: CurrentVisit, use_case: Export, limits: Limits) -> Response:
    """The newest of everything in plain words; the file of `download_data` has all."""
    actor = owner_of(visit)
    try:
        await limits.hit("export", str(actor.id))
    except TicketingError as refusal:
        return _refused(visit, refusal)
    # One more than is shown: if it is there, the page says that there are others.
    text = await use_case.execute(actor, newest=SHOWN + 1)
    data = json.loads("".join([piece async for piece in text]), parse_float=Decimal)
    groups = groups_of(visit, data, limit=SHOWN)
    return visit.render("account/data.html", problem=None, groups=groups, limit=SHOWN)


@router.post(DATA)
async def download_data(visit: CurrentVisit, use_case: Export, limits: Limits) -> Response:
    actor = owner_of(visit)
    try:
        await limits.hit("export", str(actor.id))
    except TicketingError as refusal:
        return _refused(visit, refusal)
    text = await use_case.execute(actor)
    return StreamingResponse(text, media_type="application/json", headers=DOWNLOAD)


def _refused(visit: Visit, refusal: TicketingError) -> Response:
    return visit.render(
        "account/data.html",
        status=visit.status_of(refusal),
        problem=visit.sentence(refusal),
        groups=[],
        limit=SHOWN,
    )

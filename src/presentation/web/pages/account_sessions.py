"""The browsers in which somebody is logged in."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.user.end_other_sessions import EndOtherSessions
from src.application.use_cases.user.end_session import EndSession
from src.application.use_cases.user.list_sessions import ListSessions
from src.domain.errors import NotFound
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId
from src.presentation.web.devices import device_name
from src.presentation.web.owner import owner_of
from src.presentation.web.visit import CurrentVisit

router = APIRouter()

PAGE = "/account/sessions"


@router.get(PAGE)
async def show_sessions(
    visit: CurrentVisit, use_case: Annotated[ListSessions, provided("list_sessions")]
) -> Response:
    sessions = await use_case.execute(owner_of(visit))
    named = [(session, device_name(session.device, visit.gettext)) for session in sessions]
    return visit.render(
        "account/sessions.html",
        now=datetime.now(UTC),
        own=[pair for pair in named if visit.viewer and pair[0].id == visit.viewer.session_id],
        others=[pair for pair in named if visit.viewer and pair[0].id != visit.viewer.session_id],
    )


@router.post(f"{PAGE}/{{session_id}}/end")
async def end_session(
    visit: CurrentVisit,
    session_id: PathId,
    use_case: Annotated[EndSession, provided("end_session")],
) -> Response:
    actor = owner_of(visit)
    try:
        await use_case.execute(actor, session_id)
    except NotFound:
        # Sent twice, or ended by its own log-out meanwhile: it has ended, which was asked for.
        return visit.redirect(PAGE, visit.gettext("This session has ended already."))
    return visit.redirect(PAGE, visit.gettext("That device is logged out."))


@router.post(f"{PAGE}/end-others")
async def end_other_sessions(
    visit: CurrentVisit,
    use_case: Annotated[EndOtherSessions, provided("end_other_sessions")],
) -> Response:
    actor = owner_of(visit)
    assert visit.viewer is not None
    await use_case.execute(actor, visit.viewer.session_id)
    return visit.redirect(PAGE, visit.gettext("All other devices are logged out."))

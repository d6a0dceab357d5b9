"""Log-in at the outside identity provider."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from src.application.ports.log_in_provider import LogInProvider
from src.application.use_cases.auth.begin_provider_log_in import BeginProviderLogIn
from src.application.use_cases.auth.finish_provider_log_in import FinishProviderLogIn
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.web.cookies import Cookies
from src.presentation.web.guests import BringAlong
from src.presentation.web.visit import CurrentVisit, Visit
from src.presentation.web.way_in import wanted_page

router = APIRouter()

Provider = Annotated[LogInProvider, provided("log_in_provider")]


@router.get("/login/provider")
async def begin(
    request: Request,
    visit: CurrentVisit,
    provider: Provider,
    use_case: Annotated[BeginProviderLogIn, provided("begin_provider_log_in")],
    cookies: Annotated[Cookies, provided("cookies")],
    limits: Limits,
) -> Response:
    """A link, since a form could not lead to another host."""
    try:
        await limits.hit("login", limits.client)
        begun = await use_case.execute(wanted_page(visit.parameter("next")))
    except TicketingError as refusal:
        return _refused(visit, provider, visit.sentence(refusal), visit.status_of(refusal))
    response = RedirectResponse(begun.address, 303, {"Cache-Control": "no-store"})
    cookies.set_log_in(response, begun.browser_secret)
    return response


@router.get("/login/provider/return")
async def finish(
    request: Request,
    visit: CurrentVisit,
    provider: Provider,
    use_case: Annotated[FinishProviderLogIn, provided("finish_provider_log_in")],
    cookies: Annotated[Cookies, provided("cookies")],
    bring_along: BringAlong,
    limits: Limits,
) -> Response:
    code, state, error = (visit.parameter(name) for name in ("code", "state", "error"))
    secret = cookies.log_in_of(request)
    if error or not (code and state and secret):
        return _refused(visit, provider, _why(visit, error), 401)
    try:
        await limits.hit("login", limits.client)
        finished = await use_case.execute(
            code=code,
            state=state,
            browser_secret=secret,
            device=visit.device,
            former=visit.former_session,
        )
    except TicketingError as refusal:
        return _refused(visit, provider, visit.sentence(refusal), visit.status_of(refusal))
    await bring_along(finished.opened)
    visit.remember(finished.opened.secret)
    response = visit.redirect(finished.next_path)
    cookies.delete(response, cookies.log_in)
    return response


def _why(visit: Visit, error: str) -> str:
    """What the provider's answer means; its own words are for programs."""
    match error:
        case "access_denied":
            return visit.gettext("You did not log in, or the provider did not let you.")
        case "temporarily_unavailable" | "server_error":
            return visit.gettext("The provider cannot log you in at this moment. Try again later.")
        case "login_required" | "interaction_required" | "consent_required":
            return visit.gettext("The provider needs something from you first. Please try again.")
        case "":
            return visit.gettext(
                "This log-in took too long, or was begun in another browser. Please try again."
            )
    return visit.gettext("The provider did not log you in. Please try again.")


def _refused(visit: Visit, provider: LogInProvider, sentence: str, status: int) -> Response:
    return visit.render(
        "login/provider_refused.html", status=status, sentence=sentence, provider=provider.name
    )

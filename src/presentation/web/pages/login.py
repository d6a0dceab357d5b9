"""Log-in and log-out of a browser."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from src.application.dtos.viewer import OpenedWebSession
from src.application.ports.log_in_provider import LogInProvider
from src.application.use_cases.auth.end_web_session import EndWebSession
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.domain.errors import EmailNotVerified, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.log_in import limited_log_in
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import as_email
from src.presentation.web.forms import Form
from src.presentation.web.guests import BringAlong
from src.presentation.web.visit import CurrentVisit, Visit
from src.presentation.web.way_in import wanted_page

router = APIRouter()

Email = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=320), AfterValidator(as_email)
]
Provider = Annotated[LogInProvider, provided("log_in_provider")]


class LogInForm(BaseModel):
    """Who logs in, and the page to go to then."""

    email: Email
    password: str = Field(max_length=1000)
    next: str = "/"


@router.get("/login")
async def show_login(visit: CurrentVisit, provider: Provider) -> Response:
    wanted = wanted_page(visit.parameter("next"))
    if visit.viewer is not None and not visit.viewer.is_guest:
        return visit.redirect(wanted)
    return _log_in_page(visit, Form.new({"next": wanted}), provider)


@router.post("/login")
async def log_in(
    visit: CurrentVisit,
    use_case: Annotated[LogIn[OpenedWebSession], provided("web_log_in")],
    provider: Provider,
    bring_along: BringAlong,
    limits: Limits,
) -> Response:
    form = await visit.form(LogInForm)
    if form.data is None:
        return _log_in_page(visit, form, provider, status=422)
    command = LogInCommand(
        form.data.email, form.data.password, device=visit.device, former=visit.former_session
    )
    try:
        opened = await limited_log_in(use_case, limits, command)
    except TicketingError as refusal:
        status = visit.refuse(form, refusal)
        is_unconfirmed = isinstance(refusal, EmailNotVerified)
        return _log_in_page(visit, form, provider, status=status, is_unconfirmed=is_unconfirmed)
    await bring_along(opened)
    visit.remember(opened.secret)
    return visit.redirect(wanted_page(form.data.next))


@router.post("/logout")
async def log_out(
    visit: CurrentVisit, use_case: Annotated[EndWebSession, provided("end_web_session")]
) -> Response:
    if (secret := visit.session_secret) is not None:
        await use_case.execute(secret)
    visit.forget()
    return visit.redirect("/", visit.gettext("You are logged out."))


def _log_in_page(
    visit: Visit,
    form: Form[LogInForm],
    provider: LogInProvider,
    *,
    status: int = 200,
    is_unconfirmed: bool = False,
) -> Response:
    return visit.render(
        "login/login.html",
        status=status,
        form=form,
        provider=provider.name,
        is_unconfirmed=is_unconfirmed,
    )

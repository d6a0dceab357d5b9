"""Log-in and log-out of a browser."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field, StringConstraints

from src.application.dtos.viewer import OpenedWebSession
from src.application.use_cases.auth.end_web_session import EndWebSession
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.domain.errors import TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.log_in import limited_log_in
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, local_path

router = APIRouter()

Email = Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, max_length=320)]


class LogInForm(BaseModel):
    """Who logs in, and the page to go to then."""

    email: Email
    password: str = Field(max_length=1000)
    next: str = "/"


@router.get("/login")
async def show_login(visit: CurrentVisit, next: str = "/") -> Response:  # noqa: A002
    if visit.viewer is not None and not visit.viewer.is_guest:
        return visit.redirect(next)
    return visit.render("login/login.html", form=Form.new({"next": local_path(next)}))


@router.post("/login")
async def log_in(
    visit: CurrentVisit,
    use_case: Annotated[LogIn[OpenedWebSession], provided("web_log_in")],
    end_session: Annotated[EndWebSession, provided("end_web_session")],
    limits: Limits,
) -> Response:
    form = await visit.form(LogInForm)
    if form.data is None:
        return visit.render("login/login.html", status=422, form=form)
    device = visit.request.headers.get("user-agent")
    command = LogInCommand(form.data.email, form.data.password, device)
    try:
        opened = await limited_log_in(use_case, limits, command)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return visit.render("login/login.html", status=422, form=form)
    if (former := visit.session_secret) is not None:
        await end_session.execute(former)
    visit.remember(opened.secret)
    return visit.redirect(form.data.next)


@router.post("/logout")
async def log_out(
    visit: CurrentVisit, use_case: Annotated[EndWebSession, provided("end_web_session")]
) -> Response:
    if (secret := visit.session_secret) is not None:
        await use_case.execute(secret)
    visit.forget()
    return visit.redirect("/", visit.gettext("You are logged out."))

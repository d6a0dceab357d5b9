"""Sign-up, and the confirmation of e-mail addresses."""

from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from src.application.dtos.viewer import OpenedWebSession
from src.application.ports.log_in_provider import LogInProvider
from src.application.use_cases.auth.check_password import CheckPassword
from src.application.use_cases.auth.log_in import LogIn, LogInCommand
from src.application.use_cases.auth.resend_verification import ResendVerification
from src.application.use_cases.auth.sign_up import SignUp, SignUpCommand
from src.application.use_cases.auth.verify_email import VerifyEmail
from src.domain.errors import Duplicate, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.log_in import limited_log_in
from src.presentation.dependencies.rate_limits import Limits, RateLimits
from src.presentation.schemas.fields import Email, Name, Password, Secret
from src.presentation.web.forms import Form
from src.presentation.web.guests import BringAlong
from src.presentation.web.visit import CurrentVisit, Visit
from src.presentation.web.way_in import wanted_page

router = APIRouter()

Provider = Annotated[LogInProvider, provided("log_in_provider")]
NOT_KEPT = {"Cache-Control": "no-store"}
"""The pages behind the links of mails have a secret in them."""


class SignUpForm(BaseModel):
    """A new account, and the page to go to then."""

    name: Name | None = None
    email: Email
    password: Password
    next: str = "/"


class PasswordForm(BaseModel):
    """A password that is being typed, with what it must not be made of."""

    name: str | None = Field(None, max_length=200)
    email: str | None = Field(None, max_length=320)
    password: Password


class TokenForm(BaseModel):
    """The form of a page that only confirms."""

    token: Secret = Field("", max_length=2000)


class EmailForm(BaseModel):
    """The address that a mail is to go to."""

    email: Email


@router.get("/signup")
async def show_sign_up(visit: CurrentVisit, provider: Provider) -> Response:
    wanted = wanted_page(visit.parameter("next"))
    if visit.viewer is not None and not visit.viewer.is_guest:
        return visit.redirect(wanted)
    return _sign_up_page(visit, Form.new({"next": wanted}), provider)


@router.post("/signup")
async def sign_up(
    visit: CurrentVisit,
    use_case: Annotated[SignUp[OpenedWebSession], provided("web_sign_up")],
    log_in: Annotated[LogIn[OpenedWebSession], provided("web_log_in")],
    bring_along: BringAlong,
    provider: Provider,
    limits: Limits,
) -> Response:
    form = await visit.form(SignUpForm)
    if (data := form.data) is None:
        return _sign_up_page(visit, form, provider, status=422)
    command = SignUpCommand(
        data.email,
        data.password,
        name=data.name,
        device=visit.device,
        former=visit.former_session,
        language=visit.language,
    )
    try:
        await limits.hit("signup", limits.client)
        if use_case.requires_verification:
            await limits.hit("mail", data.email)
        opened = await use_case.execute(command)
    except TicketingError as refusal:
        opened = await _known(visit, data, log_in, limits) if _is_email_taken(refusal) else None
        if opened is None:
            return _sign_up_page(visit, form, provider, status=visit.refuse(form, refusal))
        await bring_along(opened)
        visit.remember(opened.secret)
        return visit.redirect(wanted_page(data.next), visit.gettext("You are logged in."))
    if opened is None:
        return visit.redirect("/confirm-email/resend")
    await bring_along(opened)
    visit.remember(opened.secret)
    return visit.redirect(
        wanted_page(data.next), visit.gettext("Your account is made, and you are logged in.")
    )


@router.post("/signup/password")
async def check_password(
    visit: CurrentVisit, use_case: Annotated[CheckPassword, provided("check_password")]
) -> Response:
    """What is wrong with a password, for the page's script."""
    form = await visit.form(PasswordForm)
    if (data := form.data) is not None:
        try:
            await use_case.execute(data.password, name=data.name, email=data.email)
        except TicketingError as refusal:
            return JSONResponse({"problem": visit.sentence(refusal)}, headers=NOT_KEPT)
    return JSONResponse({"problem": form.problems.get("password")}, headers=NOT_KEPT)


@router.get("/confirm-email/resend")
async def show_resend(visit: CurrentVisit) -> Response:
    return visit.render("login/resend_confirmation.html", form=Form.new({}))


@router.post("/confirm-email/resend")
async def resend(
    visit: CurrentVisit,
    use_case: Annotated[ResendVerification, provided("resend_verification")],
    limits: Limits,
) -> Response:
    form = await visit.form(EmailForm)
    if form.data is None:
        return visit.render("login/resend_confirmation.html", status=422, form=form)
    try:
        await limits.hit("signup", limits.client)
        await limits.hit("mail", form.data.email)
        await use_case.execute(form.data.email)
    except TicketingError as refusal:
        status = visit.refuse(form, refusal)
        return visit.render("login/resend_confirmation.html", status=status, form=form)
    sent = visit.gettext("If this address has to be confirmed, we have sent a mail to it.")
    return visit.redirect("/login", sent)


@router.get("/confirm-email")
async def show_confirmation(visit: CurrentVisit) -> Response:
    """Opening it does nothing: programs that look at links in mails do that too."""
    return visit.render(
        "login/confirm_email.html", headers=NOT_KEPT, token=visit.parameter("token")
    )


@router.post("/confirm-email")
async def confirm_email(
    visit: CurrentVisit, use_case: Annotated[VerifyEmail, provided("verify_email")]
) -> Response:
    form = await visit.form(TokenForm)
    try:
        await use_case.execute(form.value("token")[:2000])
    except TicketingError as refusal:
        return visit.render(
            "login/link_refused.html",
            status=visit.status_of(refusal),
            headers=NOT_KEPT,
            heading=visit.gettext("The address was not confirmed"),
            sentence=visit.sentence(refusal),
            href="/confirm-email/resend",
            link=visit.gettext("Send me another mail"),
        )
    done = visit.gettext("The address is confirmed. You can log in now.")
    return visit.redirect("/login", done)


def _is_email_taken(refusal: TicketingError) -> bool:
    return isinstance(refusal, Duplicate) and refusal.facts["field"] == "email"


async def _known(
    visit: Visit, data: SignUpForm, log_in: LogIn[OpenedWebSession], limits: RateLimits
) -> OpenedWebSession | None:
    """The session of who has this account already: the form was sent twice, or they forgot."""
    command = LogInCommand(
        data.email, data.password, device=visit.device, former=visit.former_session
    )
    try:
        return await limited_log_in(log_in, limits, command)
    except TicketingError:
        return None


def _sign_up_page(
    visit: Visit, form: Form[SignUpForm], provider: LogInProvider, *, status: int = 200
) -> Response:
    return visit.render("login/signup.html", status=status, form=form, provider=provider.name)

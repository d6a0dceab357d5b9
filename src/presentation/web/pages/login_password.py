"""A password that was forgotten."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.use_cases.auth.forgot_password import ForgotPassword
from src.application.use_cases.auth.reset_password import ResetPassword
from src.domain.errors import AuthenticationError, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import Email, Password, Secret
from src.presentation.web.forms import Form
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

NOT_KEPT = {"Cache-Control": "no-store"}
"""The page behind the link of the mail has a secret in it."""


class ForgotForm(BaseModel):
    """The address of the account."""

    email: Email


class ResetForm(BaseModel):
    """The token of the mail, and the new password."""

    token: Secret = Field("", max_length=2000)
    password: Password


@router.get("/forgot-password")
async def show_forgot(visit: CurrentVisit) -> Response:
    email = visit.viewer.email if visit.viewer else None
    return visit.render("login/forgot_password.html", form=Form.new({"email": email}))


@router.post("/forgot-password")
async def forgot(
    visit: CurrentVisit,
    use_case: Annotated[ForgotPassword, provided("forgot_password")],
    limits: Limits,
) -> Response:
    form = await visit.form(ForgotForm)
    if form.data is None:
        return visit.render("login/forgot_password.html", status=422, form=form)
    try:
        await limits.hit("signup", limits.client)
        await limits.hit("mail", form.data.email)
        await use_case.execute(form.data.email)
    except TicketingError as refusal:
        status = visit.refuse(form, refusal)
        return visit.render("login/forgot_password.html", status=status, form=form)
    sent = visit.gettext("If there is an account with this address, we have sent a mail to it.")
    return visit.redirect("/login", sent)


@router.get("/reset-password")
async def show_reset(visit: CurrentVisit) -> Response:
    """Opening it does nothing: programs that look at links in mails do that too."""
    return _reset_page(visit, Form.new({"token": visit.parameter("token")}))


@router.post("/reset-password")
async def reset(
    visit: CurrentVisit,
    use_case: Annotated[ResetPassword, provided("reset_password")],
    limits: Limits,
) -> Response:
    form = await visit.form(ResetForm)
    if form.data is None:
        return _reset_page(visit, form, status=422)
    try:
        await limits.hit("login", limits.client)
        await use_case.execute(form.data.token, form.data.password)
    except AuthenticationError as refusal:
        return visit.render(
            "login/link_refused.html",
            status=visit.status_of(refusal),
            headers=NOT_KEPT,
            heading=visit.gettext("The password was not changed"),
            sentence=visit.sentence(refusal),
            href="/forgot-password",
            link=visit.gettext("Send me another link"),
        )
    except TicketingError as refusal:
        return _reset_page(visit, form, status=visit.refuse(form, refusal))
    done = visit.gettext("Your password is changed. Log in with it; all devices are logged out.")
    visit.forget()
    return visit.redirect("/login", done)


def _reset_page(visit: Visit, form: Form[ResetForm], *, status: int = 200) -> Response:
    return visit.render("login/reset_password.html", status=status, headers=NOT_KEPT, form=form)

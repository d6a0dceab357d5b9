"""The pages behind the links of mails.

Opening one does nothing: programs that look at links in mails do that too. The button does it.
"""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import BaseModel, Field

from src.application.use_cases.auth.reset_password import ResetPassword
from src.application.use_cases.auth.verify_email import VerifyEmail
from src.domain.errors import TicketingError, ValidationFailed
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import Secret
from src.presentation.utils.pages import page

router = APIRouter(include_in_schema=False)

Token = Annotated[Secret, Query(max_length=2000)]
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 128
LENGTH = f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters."


class TokenForm(BaseModel):
    """The form of a page that only confirms."""

    token: Secret = Field(max_length=2000)


class PasswordForm(TokenForm):
    """A new password, of any length, since the page itself says what is wrong with it."""

    password: Secret = ""


@router.get("/confirm-email")
async def show_confirmation(request: Request, token: Token = "") -> Response:
    return page("mail_links/confirm_email.html", shop=request.app.title, token=token)


@router.post("/confirm-email")
async def confirm_email(
    request: Request,
    form: Annotated[TokenForm, Form()],
    use_case: Annotated[VerifyEmail, provided("verify_email")],
) -> Response:
    try:
        await use_case.execute(form.token)
    except TicketingError as refusal:
        return _refused(request, refusal, "The address was not confirmed")
    return page(
        "mail_links/done.html",
        shop=request.app.title,
        heading="The address is confirmed",
        sentence="You can log in now.",
    )


@router.get("/reset-password")
async def show_password_form(request: Request, token: Token = "") -> Response:
    return _password_form(request, token)


@router.post("/reset-password")
async def choose_password(
    request: Request,
    form: Annotated[PasswordForm, Form()],
    use_case: Annotated[ResetPassword, provided("reset_password")],
    limits: Limits,
) -> Response:
    await limits.hit("login", limits.client)
    if not SHORTEST_PASSWORD <= len(form.password) <= LONGEST_PASSWORD:
        return _password_form(request, form.token, LENGTH)
    try:
        await use_case.execute(form.token, form.password)
    except ValidationFailed as refusal:
        return _password_form(request, form.token, str(refusal))
    except TicketingError as refusal:
        return _refused(request, refusal, "The password was not changed")
    return page(
        "mail_links/done.html",
        shop=request.app.title,
        heading="Your password is changed",
        sentence="You can log in with it now. All other devices are logged out.",
    )


def _password_form(request: Request, token: str, problem: str | None = None) -> Response:
    return page(
        "mail_links/reset_password.html",
        status=422 if problem else 200,
        shop=request.app.title,
        token=token,
        problem=problem,
    )


def _refused(request: Request, refusal: TicketingError, heading: str) -> Response:
    return page(
        "mail_links/done.html",
        status=401,
        shop=request.app.title,
        heading=heading,
        sentence=str(refusal),
    )

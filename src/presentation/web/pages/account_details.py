"""Name, phone, e-mail address and password of an account."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.user.change_password import ChangePassword, ChangePasswordCommand
from src.application.use_cases.user.get_user import GetUser
from src.application.use_cases.user.update_user import UpdateUser, UpdateUserCommand
from src.domain.entities.user import User, UserChanges
from src.domain.errors import StaleVersion, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import Email, Name, Password, Phone, Secret, Username
from src.presentation.web.forms import Form
from src.presentation.web.owner import owner_of, taken, wrong_password
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

Owner = Annotated[GetUser, provided("get_user")]
Update = Annotated[UpdateUser, provided("update_user")]


class DetailsForm(BaseModel):
    """Who somebody is; `version` is that of the account when the page was opened."""

    name: Name
    phone: Phone | None = None
    username: Username | None = None
    version: int | None = None


class EmailForm(BaseModel):
    """A new e-mail address, and the present password."""

    email: Email
    current_password: Secret


class PasswordForm(BaseModel):
    """The present password, and the one that replaces it."""

    current_password: Secret
    password: Password


@router.get("/account/details")
async def show_details(visit: CurrentVisit, use_case: Owner) -> Response:
    user = await _user(visit, use_case)
    return _details_page(visit, user)


@router.post("/account/details")
async def change_details(
    visit: CurrentVisit, get_user: Owner, use_case: Update, limits: Limits
) -> Response:
    actor = owner_of(visit)
    form = await visit.form(DetailsForm)
    if (data := form.data) is None:
        return _details_page(visit, await _user(visit, get_user), details=form, status=422)
    changes = UserChanges(name=data.name, phone=data.phone, username=data.username)
    command = UpdateUserCommand(actor.id, changes, expected_version=data.version)
    try:
        async with limits.guess("contact", str(actor.id), taken):
            await use_case.execute(actor, command)
    except TicketingError as refusal:
        user = await _user(visit, get_user)
        is_saved = all(getattr(user, name) == value for name, value in changes.items())
        # Sent twice, the second finds what it wants; nobody has to hear that it came late.
        if not (isinstance(refusal, StaleVersion) and is_saved):
            status = visit.refuse(form, refusal)
            return _details_page(visit, user, details=form, status=status)
    return visit.redirect("/account/details", visit.gettext("Your details are saved."))


@router.post("/account/email")
async def change_email(
    visit: CurrentVisit, get_user: Owner, use_case: Update, limits: Limits
) -> Response:
    actor = owner_of(visit)
    form = await visit.form(EmailForm)
    if (data := form.data) is None:
        return _details_page(visit, await _user(visit, get_user), email=form, status=422)
    command = UpdateUserCommand(
        actor.id, UserChanges(email=data.email), current_password=data.current_password
    )
    try:
        async with (
            limits.guess("password", str(actor.id), wrong_password),
            limits.guess("contact", str(actor.id), taken),
        ):
            await use_case.execute(actor, command)
    except TicketingError as refusal:
        status = visit.refuse(form, refusal, field="current_password")
        return _details_page(visit, await _user(visit, get_user), email=form, status=status)
    return visit.redirect("/account/details", visit.gettext("Your e-mail address is changed."))


@router.get("/account/password")
async def show_password(visit: CurrentVisit, use_case: Owner) -> Response:
    user = await _user(visit, use_case)
    return _password_page(visit, user, Form.new({}))


@router.post("/account/password")
async def change_password(
    visit: CurrentVisit,
    get_user: Owner,
    use_case: Annotated[ChangePassword, provided("change_password")],
    limits: Limits,
) -> Response:
    actor = owner_of(visit)
    form = await visit.form(PasswordForm)
    if (data := form.data) is None:
        return _password_page(visit, await _user(visit, get_user), form, status=422)
    command = ChangePasswordCommand(data.current_password, data.password, visit.device)
    try:
        async with limits.guess("password", str(actor.id), wrong_password):
            opened = await use_case.execute(actor, command)
    except TicketingError as refusal:
        status = visit.refuse(form, refusal, field="current_password")
        return _password_page(visit, await _user(visit, get_user), form, status=status)
    visit.remember(opened.secret)
    done = visit.gettext("Your password is changed. All other devices are logged out.")
    return visit.redirect("/account", done)


async def _user(visit: Visit, use_case: GetUser) -> User:
    actor = owner_of(visit)
    return await use_case.execute(actor, actor.id)


def _details_page(
    visit: Visit,
    user: User,
    *,
    details: Form[DetailsForm] | None = None,
    email: Form[EmailForm] | None = None,
    status: int = 200,
) -> Response:
    known = {
        "name": user.name,
        "phone": user.phone,
        "username": user.username,
        "version": user.version,
    }
    return visit.render(
        "account/details.html",
        status=status,
        user=user,
        details=details or Form.new(known),
        email=email or Form.new({"email": user.email}),
    )


def _password_page(
    visit: Visit, user: User, form: Form[PasswordForm], *, status: int = 200
) -> Response:
    return visit.render("account/password.html", status=status, user=user, form=form)

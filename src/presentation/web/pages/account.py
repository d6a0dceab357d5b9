"""The account: what it is, and the way to all that belongs to it."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.user.delete_own_account import DeleteOwnAccount
from src.application.use_cases.user.get_user import GetUser
from src.application.use_cases.user.update_user import UpdateUser, UpdateUserCommand
from src.domain.entities.mail import CAN_BE_LEFT_OUT, MailKind
from src.domain.entities.user import UserChanges
from src.domain.errors import TicketingError
from src.domain.shared.language import Language
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.schemas.fields import Secret
from src.presentation.web.forms import Form
from src.presentation.web.owner import owner_of, wrong_password
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

Owner = Annotated[GetUser, provided("get_user")]
Update = Annotated[UpdateUser, provided("update_user")]


class PreferencesForm(BaseModel):
    """The language of pages and mails, and the optional mails that are wanted."""

    language: Language
    mails: list[MailKind] = []


class DeletionForm(BaseModel):
    """The password, and a box that was ticked on purpose."""

    password: Secret = ""
    is_sure: bool = False


@router.get("/account")
async def show_account(visit: CurrentVisit, use_case: Owner) -> Response:
    actor = owner_of(visit)
    user = await use_case.execute(actor, actor.id)
    return visit.render("account/overview.html", user=user)


@router.get("/account/preferences")
async def show_preferences(visit: CurrentVisit, use_case: Owner) -> Response:
    actor = owner_of(visit)
    user = await use_case.execute(actor, actor.id)
    wanted = [kind.value for kind in CAN_BE_LEFT_OUT if kind.value not in user.unwanted_mails]
    values = {"language": (user.language or visit.language).value, "mails": wanted}
    return visit.render("account/preferences.html", form=Form.new(values))


@router.post("/account/preferences")
async def choose_preferences(visit: CurrentVisit, use_case: Update) -> Response:
    actor = owner_of(visit)
    form = await visit.form(PreferencesForm)
    if (data := form.data) is None:
        return visit.render("account/preferences.html", status=422, form=form)
    unwanted = sorted(kind.value for kind in CAN_BE_LEFT_OUT if kind not in data.mails)
    changes = UserChanges(language=data.language, unwanted_mails=unwanted)
    await use_case.execute(actor, UpdateUserCommand(actor.id, changes))
    visit.speak(data.language)
    saved = visit.redirect("/account/preferences", visit.gettext("Your choices are saved."))
    return visit.set_language(saved, data.language)


@router.get("/account/delete")
async def show_deletion(
    visit: CurrentVisit, use_case: Annotated[DeleteOwnAccount, provided("delete_own_account")]
) -> Response:
    return await _deletion_page(visit, use_case, Form.new({}))


@router.post("/account/delete")
async def delete_account(
    visit: CurrentVisit,
    use_case: Annotated[DeleteOwnAccount, provided("delete_own_account")],
    limits: Limits,
) -> Response:
    actor = owner_of(visit)
    form = await visit.form(DeletionForm)
    if form.data is None:
        return await _deletion_page(visit, use_case, form, status=422)
    if not form.data.is_sure:
        form.problems["is_sure"] = visit.gettext("Please tick this, if you are sure.")
        return await _deletion_page(visit, use_case, form, status=422)
    try:
        async with limits.guess("password", str(actor.id), wrong_password):
            await use_case.execute(actor, form.data.password)
    except TicketingError as refusal:
        status = visit.refuse(form, refusal, field="password")
        return await _deletion_page(visit, use_case, form, status=status)
    visit.forget()
    return visit.redirect("/", visit.gettext("Your account is deleted."))


async def _deletion_page(
    visit: Visit, use_case: DeleteOwnAccount, form: Form[DeletionForm], *, status: int = 200
) -> Response:
    preview = await use_case.preview(owner_of(visit))
    return visit.render("account/delete.html", status=status, form=form, preview=preview)

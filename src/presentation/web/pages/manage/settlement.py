"""Settlement, for organizers: what they are owed and were paid, and where it goes."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from src.application.use_cases.settlement.bank_account import (
    GetBankAccount,
    RemoveBankAccount,
    SetBankAccount,
)
from src.domain.entities.bank_account import BANK_ACCOUNT_DETAILS, BankAccount
from src.domain.entities.user import Role
from src.domain.errors import NotFound, StaleVersion, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Name, Street
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.pages.manage.versions import show_newer
from src.presentation.web.pages.settlement_view import SettlementView
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/settlement")

View = Annotated[SettlementView, Depends()]
Get = Annotated[GetBankAccount, provided("get_bank_account")]
PAGE = "/manage/settlement"


class BankAccountForm(BaseModel):
    """Where to pay; `version` is that of what was said when the page was opened."""

    holder: Name
    iban: str | None = None
    other: Street | None = None
    version: int | None = None


@router.get("")
async def show_settlement(visit: CurrentVisit, view: View) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    values = await view.values(visit, actor.id)
    status = 422 if values["statement_form"].is_wrong else 200
    return visit.render("manage/settlement.html", status=status, base=PAGE, **values)


@router.get("/statement.csv")
async def get_table(visit: CurrentVisit, view: View) -> Response:
    return await view.csv(visit, visit.require_role(Role.ORGANIZER).id)


@router.get("/statement.pdf")
async def get_document(visit: CurrentVisit, view: View) -> Response:
    return await view.pdf(visit, visit.require_role(Role.ORGANIZER).id)


@router.get("/account")
async def show_account(visit: CurrentVisit, get_account: Get) -> Response:
    known = await _known(get_account, visit)
    form: Form[BankAccountForm] = Form.new(_values(known) if known else {})
    return visit.render("manage/settlement_account.html", form=form, is_known=known is not None)


@router.post("/account")
async def set_account(
    visit: CurrentVisit,
    get_account: Get,
    use_case: Annotated[SetBankAccount, provided("set_bank_account")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = await visit.form(BankAccountForm)
    known = await _known(get_account, visit)
    shown: dict[str, Any] = {"form": form, "is_known": known is not None}
    if (data := form.data) is None:
        return visit.render("manage/settlement_account.html", status=422, **shown)
    account = BankAccount(user_id=actor.id, **data.model_dump(exclude={"version"}))
    try:
        await use_case.execute(actor, account, data.version)
    except StaleVersion:
        show_newer(visit, form, _values(known) if known else {})
        version = known.version if known else None
        return visit.render("manage/settlement_account.html", status=409, version=version, **shown)
    except TicketingError as refusal:
        visit.refuse(form, refusal)
        return visit.render("manage/settlement_account.html", status=422, **shown)
    return visit.redirect(PAGE, visit.gettext("The changes are saved."))


@router.post("/account/remove")
async def remove_account(
    visit: CurrentVisit,
    use_case: Annotated[RemoveBankAccount, provided("remove_bank_account")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    await visit.form(NoFields)
    await use_case.execute(actor, actor.id)
    return visit.redirect(PAGE, visit.gettext("The bank account is removed."))


async def _known(get_account: GetBankAccount, visit: Visit) -> BankAccount | None:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        return await get_account.execute(actor, actor.id)
    except NotFound:
        return None


def _values(account: BankAccount) -> dict[str, object]:
    details = {name: getattr(account, name) for name in BANK_ACCOUNT_DETAILS}
    return {**details, "version": account.version}

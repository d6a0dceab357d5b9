"""The journal of an organizer's invoices, for an accountant's program."""

from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.invoice.export_journal import ExportJournal
from src.application.use_cases.seller.read_seller import GetSeller
from src.domain.entities.user import Role
from src.domain.errors import NotFound, TicketingError
from src.domain.services.journal import MONEY, REVENUE, SHORTEST, Chart, JournalFile
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Currency
from src.presentation.schemas.journal import (
    AccountLength,
    AccountNumber,
    Accounts,
    Client,
    Consultant,
    Day,
    read_accounts,
)
from src.presentation.utils.journal_csv import JournalStream
from src.presentation.web.forms import Form
from src.presentation.web.listing import last_month
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/invoices")


class JournalForm(BaseModel):
    """The days of a journal, and where the accountant's program puts it."""

    date_from: Day
    date_to: Day
    currency: Currency
    consultant: Consultant
    client: Client
    fiscal_year_start: Day | None = None
    chart: Chart
    account_length: AccountLength
    money_account: AccountNumber | None = None
    accounts: Accounts | None = None

    def file(self) -> JournalFile:
        """The journal that is wanted. Raises ValidationFailed."""
        return JournalFile(
            consultant=self.consultant,
            client=self.client,
            fiscal_year_start=self.fiscal_year_start or self.date_from.replace(month=1, day=1),
            first=self.date_from,
            last=self.date_to,
            currency=self.currency,
            account_length=self.account_length,
            chart=self.chart,
            money_account=self.money_account,
            accounts=read_accounts(self.accounts or ""),
        )


@router.get("/journal")
async def show_journal(
    visit: CurrentVisit, get_seller: Annotated[GetSeller, provided("get_seller")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        zone = (await get_seller.execute(actor, actor.id)).timezone
    except NotFound:
        return visit.redirect("/manage/invoices")
    first, last = last_month(datetime.now(UTC).astimezone(ZoneInfo(zone)).date())
    form: Form[JournalForm] = Form.new(
        {
            "date_from": first,
            "date_to": last,
            "currency": "EUR",
            "chart": Chart.SKR03,
            "account_length": SHORTEST,
        }
    )
    return _render(visit, form)


@router.get("/journal.csv")
async def get_journal(
    visit: CurrentVisit, use_case: Annotated[ExportJournal, provided("export_journal")]
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(JournalForm)
    if (data := form.data) is None:
        return _render(visit, form, status=422)
    try:
        file = data.file()
        export = await use_case.execute(actor, actor.id, file)
    except TicketingError as refusal:
        return _render(visit, form, status=visit.refuse(form, refusal))
    return JournalStream(export, file, datetime.now(UTC))


def _render(visit: Visit, form: Form[JournalForm], *, status: int = 200) -> Response:
    return visit.render(
        "manage/journal.html",
        form=form,
        charts=list(Chart),
        money=MONEY,
        revenue=REVENUE,
        status=status,
    )

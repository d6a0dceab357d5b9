"""The form of a journal for the program of a tax adviser."""

from datetime import UTC, datetime
from typing import Any

from fastapi import Response
from pydantic import BaseModel

from src.application.reports.exports import Export
from src.domain.services.journal import JournalFile, JournalLine
from src.domain.services.journal_accounts import (
    GENERAL,
    PERSONAL,
    REVENUE,
    SHORTEST,
    Account,
    Chart,
    read_accounts,
)
from src.presentation.schemas.fields import Currency
from src.presentation.schemas.journal import AccountLength, Accounts, Client, Consultant, Day
from src.presentation.utils.journal_csv import JournalStream
from src.presentation.web.forms import Form
from src.presentation.web.listing import last_month, today_in
from src.presentation.web.visit import Visit

OF_SELLERS = (
    *(Account.DEBTORS, Account.PLATFORM, Account.MANUAL, Account.BANK, Account.COMMISSION),
    Account.UNAPPLIED,
)
OF_HOLDERS = (
    *(Account.CLEARING, Account.BANK, Account.PROVIDER_FEES, Account.ORGANIZERS),
    *(Account.COMMISSION_REVENUE, Account.UNAPPLIED, Account.DISPUTED, Account.EXCHANGE),
    *(Account.DEBTORS, Account.MANUAL),
)


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
            accounts=read_accounts(self.accounts or ""),
        )


def new_values(zone: str) -> dict[str, object]:
    """What the form has in it at first: last month."""
    first, last = last_month(today_in(zone))
    return {
        "date_from": first,
        "date_to": last,
        "currency": "EUR",
        "chart": Chart.SKR03,
        "account_length": SHORTEST,
        "timezone": zone,
    }


def show_form(visit: Visit, template: str, form: Form[Any], *, status: int = 200) -> Response:
    """The page with the form, and the accounts that are booked on by default."""
    of_chart = {chart: {**REVENUE[chart], **GENERAL[chart], **PERSONAL} for chart in Chart}
    return visit.render(
        template,
        form=form,
        charts=list(Chart),
        accounts=of_chart,
        rates=list(REVENUE[Chart.SKR03]),
        of_sellers=OF_SELLERS,
        of_holders=OF_HOLDERS,
        status=status,
    )


def send(export: Export[JournalLine], file: JournalFile) -> Response:
    """The file."""
    return JournalStream(export, file, datetime.now(UTC))

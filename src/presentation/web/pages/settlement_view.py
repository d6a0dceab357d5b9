"""What the pages of settlement show of one organizer: to the organizer, and to administrators."""

from datetime import date
from typing import Annotated, Any

from fastapi import Response
from pydantic import BaseModel

from src.application.use_cases.seller.read_seller import GetSeller
from src.application.use_cases.settlement.bank_account import GetBankAccount
from src.application.use_cases.settlement.list_organizer_payouts import ListOrganizerPayouts
from src.application.use_cases.settlement.read_balances import ListBalances
from src.application.use_cases.settlement.read_statement import (
    GetStatementDocument,
    ReadStatement,
    StatementQuery,
)
from src.application.use_cases.settlement.set_terms import ReadTerms
from src.domain.entities.user import Actor
from src.domain.errors import NotFound, TicketingError
from src.domain.repositories.page import MAX_LIMIT, PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter
from src.domain.shared.iban import printed_iban
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import Currency, Day
from src.presentation.utils.pdf import PdfResponse
from src.presentation.utils.statement_csv import statement_csv
from src.presentation.web.listing import end_of, last_month, start_of, today_in
from src.presentation.web.visit import Visit


class StatementForm(BaseModel):
    """Which statement: of the first currency and of this month, unless the address says more."""

    currency: Currency | None = None
    date_from: Day | None = None
    date_to: Day | None = None


class SettlementView:
    """Reads all that stands on the page of one organizer."""

    def __init__(
        self,
        balances: Annotated[ListBalances, provided("list_balances")],
        statement: Annotated[ReadStatement, provided("read_statement")],
        document: Annotated[GetStatementDocument, provided("get_statement_document")],
        terms: Annotated[ReadTerms, provided("read_terms")],
        payouts: Annotated[ListOrganizerPayouts, provided("list_organizer_payouts")],
        account: Annotated[GetBankAccount, provided("get_bank_account")],
        seller: Annotated[GetSeller, provided("get_seller")],
    ) -> None:
        self._balances = balances
        self._statement = statement
        self._document = document
        self._terms = terms
        self._payouts = payouts
        self._account = account
        self._seller = seller

    async def values(self, visit: Visit, organizer_id: int) -> dict[str, Any]:
        """The values of the page. Raises NotFound."""
        actor = visit.require_actor()
        everything = PageRequest(MAX_LIMIT)
        balances = (await self._balances.execute(actor, organizer_id, everything)).items
        newest = PageRequest(MAX_LIMIT, "-id")
        payouts = await self._payouts.execute(actor, OrganizerPayoutFilter(organizer_id), newest)
        taken_back = {payout.reverses_id for payout in payouts.items}
        account = await self._bank_account(actor, organizer_id)
        zone = await self._zone(actor, organizer_id)
        form = visit.query(StatementForm)
        values: dict[str, Any] = {
            "organizer_id": organizer_id,
            "balances": balances,
            "payouts": payouts.items,
            "taken_back": taken_back,
            "terms": await self._terms.execute(actor, organizer_id),
            "account": account,
            "iban": printed_iban(account.iban) if account and account.iban else None,
            "statement": None,
            "last_month": last_month(today_in(zone)),
            "statement_form": form,
            "zone": zone,
        }
        first, last = _days(form.data or StatementForm(), zone)
        values |= {"first_day": first.isoformat(), "last_day": last.isoformat()}
        if balances and form.data is not None:
            query = _query(form.data, organizer_id, balances[0].currency, zone)
            try:
                values["statement"] = await self._statement.execute(actor, query)
            except TicketingError as refusal:
                visit.refuse(form, refusal)
        return values

    async def csv(self, visit: Visit, organizer_id: int) -> Response:
        """The statement of the page as a table."""
        query = await self._query_of(visit, organizer_id)
        return statement_csv(await self._statement.execute(visit.require_actor(), query))

    async def pdf(self, visit: Visit, organizer_id: int) -> Response:
        """The statement of the page as a document."""
        query = await self._query_of(visit, organizer_id)
        content = await self._document.execute(visit.require_actor(), query)
        return PdfResponse(content, f"statement-{organizer_id}-{query.currency}")

    async def _query_of(self, visit: Visit, organizer_id: int) -> StatementQuery:
        wanted = visit.asked(StatementForm)
        if wanted.currency is None:
            raise NotFound("page at this address")
        zone = await self._zone(visit.require_actor(), organizer_id)
        return _query(wanted, organizer_id, wanted.currency, zone)

    async def _bank_account(self, actor: Actor, organizer_id: int) -> Any:
        try:
            return await self._account.execute(actor, organizer_id)
        except NotFound:
            return None

    async def _zone(self, actor: Actor, organizer_id: int) -> str:
        """In which days are counted: that of the organizer's invoices, if there is one."""
        try:
            return (await self._seller.execute(actor, organizer_id)).timezone
        except NotFound:
            return "UTC"


def _query(wanted: StatementForm, organizer_id: int, currency: str, zone: str) -> StatementQuery:
    first, last = _days(wanted, zone)
    return StatementQuery(
        organizer_id=organizer_id,
        currency=wanted.currency or currency,
        date_from=start_of(first, zone),
        date_to=end_of(last, zone),
        timezone=zone,
    )


def _days(wanted: StatementForm, zone: str) -> tuple[date, date]:
    """The first and the last day; without them this month until today."""
    last = wanted.date_to or today_in(zone)
    return wanted.date_from or last.replace(day=1), last

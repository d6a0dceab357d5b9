"""Journals for the programs of tax advisers."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from src.application.use_cases.invoice.export_journal import ExportJournal, ExportPlatformJournal
from src.domain.services.journal import JournalFile
from src.domain.services.journal_accounts import SHORTEST, Chart, read_accounts
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.fields import Currency, PathId, QueryId, Timezone
from src.presentation.schemas.journal import AccountLength, Accounts, Client, Consultant, Day
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.journal_csv import EXAMPLE, JournalStream

router = APIRouter(tags=["Invoices"], route_class=StrictRoute)


def journal_file(
    date_from: Annotated[Day, Query(description="The first day.")],
    date_to: Annotated[Day, Query(description="The last day, in the same fiscal year.")],
    consultant: Annotated[Consultant, Query(description="The number that the adviser has.")],
    client: Annotated[Client, Query(description="The number that the adviser gave the client.")],
    fiscal_year_start: Annotated[
        Day | None, Query(description="By default the first of January.")
    ] = None,
    currency: Annotated[Currency, Query(description="Only amounts in this currency.")] = "EUR",
    account_length: Annotated[
        AccountLength,
        Query(description="Digits of general accounts; those of persons have one more."),
    ] = SHORTEST,
    chart: Annotated[Chart, Query(description="The standard chart of accounts.")] = Chart.SKR03,
    accounts: Annotated[
        Accounts,
        Query(
            description="Accounts other than the chart's, by rate, by relief or by what they are "
            "for, such as `16=8405,reverse_charge=8337,stripe=1361,bank=1210`.",
        ),
    ] = "",
) -> JournalFile:
    """Which days, and where they are booked."""
    return JournalFile(
        consultant=consultant,
        client=client,
        fiscal_year_start=fiscal_year_start or date_from.replace(month=1, day=1),
        first=date_from,
        last=date_to,
        currency=currency,
        account_length=account_length,
        chart=chart,
        accounts=read_accounts(accounts),
    )


Wanted = Annotated[JournalFile, Depends(journal_file)]


@router.get(
    "/sellers/{user_id}/journal.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(EXAMPLE),
    **operation(
        ExportJournal, "Get a seller's journal (DATEV)", "forbidden", "not_found", "unavailable"
    ),
)
async def export_journal(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ExportJournal, provided("export_journal")],
    wanted: Wanted,
) -> Response:
    export = await use_case.execute(actor, user_id, wanted)
    return JournalStream(export, wanted, datetime.now(UTC))


@router.get(
    "/journal.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(EXAMPLE),
    **operation(
        ExportPlatformJournal,
        "Get the journal of the providers' accounts (DATEV)",
        *("forbidden", "not_found", "unavailable"),
    ),
)
async def export_platform_journal(
    actor: CurrentActor,
    use_case: Annotated[ExportPlatformJournal, provided("export_platform_journal")],
    wanted: Wanted,
    seller_id: Annotated[
        QueryId | None, Query(description="The organizer who holds the accounts, if one does.")
    ] = None,
    timezone: Annotated[
        Timezone, Query(description="In which days are counted, without `seller_id`.")
    ] = "UTC",
) -> Response:
    export = await use_case.execute(actor, wanted, seller_id, timezone)
    return JournalStream(export, wanted, datetime.now(UTC))

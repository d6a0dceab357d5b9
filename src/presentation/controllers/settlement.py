"""What organizers are owed: balances, statements, terms, payouts and bank accounts."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.concurrency.idempotency import Outcome
from src.application.use_cases.settlement.bank_account import (
    GetBankAccount,
    RemoveBankAccount,
    SetBankAccount,
)
from src.application.use_cases.settlement.list_organizer_payouts import (
    GetOrganizerPayout,
    ListOrganizerPayouts,
)
from src.application.use_cases.settlement.read_balances import ListBalances
from src.application.use_cases.settlement.read_statement import (
    GetStatementDocument,
    ReadStatement,
    StatementQuery,
)
from src.application.use_cases.settlement.record_organizer_payout import (
    RecordOrganizerPayout,
    RecordOrganizerPayoutCommand,
    ReverseOrganizerPayout,
    ReverseOrganizerPayoutCommand,
)
from src.application.use_cases.settlement.set_terms import ReadTerms, SetTerms
from src.domain.entities.settlement import OrganizerPayout
from src.domain.repositories.page import PageRequest
from src.domain.repositories.settlement import OrganizerPayoutFilter
from src.domain.shared.times import in_zone_or_none
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id, newest_first
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.fields import Currency, PathId, QueryId, Timezone, When
from src.presentation.schemas.settlement import (
    BalanceAnswer,
    BankAccountAnswer,
    BankAccountBody,
    OrganizerPayoutAnswer,
    OrganizerPayoutBody,
    OrganizerPayoutReversalBody,
    SettlementTermsAnswer,
    SettlementTermsBody,
    StatementAnswer,
)
from src.presentation.utils.csv_table import CsvResponse, csv_responses
from src.presentation.utils.pdf import PDF_RESPONSES, PdfResponse
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    ok,
    paginated,
    resource,
    updated,
    whole_list,
)
from src.presentation.utils.statement_csv import EXAMPLE, statement_csv

router = APIRouter(tags=["Settlement"], route_class=StrictRoute)

OfOrganizer = Annotated[QueryId | None, Query(description="Only of this organizer.")]
REFUSES = ("forbidden", "not_found")


def statement_query(
    user_id: PathId,
    currency: Annotated[Currency, Query(description="Of this currency: none are added up.")],
    date_from: Annotated[
        When | None, Query(description="At or after; without offset local.")
    ] = None,
    date_to: Annotated[When | None, Query(description="Before; without offset local.")] = None,
    timezone: Annotated[Timezone, Query()] = "UTC",
) -> StatementQuery:
    """Which statement."""
    return StatementQuery(
        organizer_id=user_id,
        currency=currency,
        date_from=in_zone_or_none(date_from, timezone),
        date_to=in_zone_or_none(date_to, timezone),
        timezone=timezone,
    )


Wanted = Annotated[StatementQuery, Depends(statement_query)]
Read = Annotated[ReadStatement, provided("read_statement")]


@router.get(
    "/settlements",
    response_model=list[BalanceAnswer],
    **operation(ListBalances, "List what organizers are owed", "forbidden"),
)
async def list_balances(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListBalances, provided("list_balances")],
    page: Annotated[PageRequest, Depends(by_id)],
    organizer_id: OfOrganizer = None,
) -> Response:
    found = await use_case.execute(actor, organizer_id, page)
    return paginated(request, found, BalanceAnswer.model_validate)


@router.get(
    "/settlements/{user_id}/statement",
    response_model=StatementAnswer,
    **operation(ReadStatement, "Get a statement", *REFUSES),
)
async def get_statement(actor: CurrentActor, wanted: Wanted, use_case: Read) -> Response:
    return ok(StatementAnswer.of(await use_case.execute(actor, wanted)))


@router.get(
    "/settlements/{user_id}/statement.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=csv_responses(EXAMPLE),
    **operation(ReadStatement, "Get a statement (CSV)", *REFUSES),
)
async def export_statement(actor: CurrentActor, wanted: Wanted, use_case: Read) -> Response:
    return statement_csv(await use_case.execute(actor, wanted))


@router.get(
    "/settlements/{user_id}/statement.pdf",
    status_code=200,
    response_class=PdfResponse,
    responses=PDF_RESPONSES,
    **operation(GetStatementDocument, "Get a statement (PDF)", *REFUSES),
)
async def get_statement_document(
    actor: CurrentActor,
    wanted: Wanted,
    use_case: Annotated[GetStatementDocument, provided("get_statement_document")],
) -> Response:
    content = await use_case.execute(actor, wanted)
    return PdfResponse(content, f"statement-{wanted.organizer_id}-{wanted.currency}")


@router.get(
    "/settlements/{user_id}/terms",
    response_model=list[SettlementTermsAnswer],
    **operation(ReadTerms, "List an organizer's terms", *REFUSES),
)
async def list_settlement_terms(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ReadTerms, provided("read_terms")],
) -> Response:
    found = await use_case.execute(actor, user_id)
    return whole_list(SettlementTermsAnswer.model_validate(terms) for terms in found)


@router.post(
    "/settlements/{user_id}/terms",
    status_code=201,
    response_model=SettlementTermsAnswer,
    **operation(SetTerms, "Set an organizer's terms", *REFUSES, "duplicate"),
)
async def set_settlement_terms(
    user_id: PathId,
    body: SettlementTermsBody,
    actor: CurrentActor,
    use_case: Annotated[SetTerms, provided("set_terms")],
) -> Response:
    terms = await use_case.execute(actor, body.command(user_id))
    return created(
        SettlementTermsAnswer.model_validate(terms), location("settlements", user_id, "terms")
    )


@router.get(
    "/organizer-payouts",
    response_model=list[OrganizerPayoutAnswer],
    **operation(ListOrganizerPayouts, "List payouts", "forbidden"),
)
async def list_organizer_payouts(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListOrganizerPayouts, provided("list_organizer_payouts")],
    page: Annotated[PageRequest, Depends(newest_first)],
    organizer_id: OfOrganizer = None,
    currency: Annotated[Currency | None, Query(description="Only in this currency.")] = None,
) -> Response:
    found = await use_case.execute(actor, OrganizerPayoutFilter(organizer_id, currency), page)
    return paginated(request, found, OrganizerPayoutAnswer.model_validate)


@router.post(
    "/organizer-payouts",
    status_code=201,
    response_model=OrganizerPayoutAnswer,
    **operation(
        RecordOrganizerPayout, "Record a payout", *REFUSES, "duplicate", "payout_exceeds_balance"
    ),
)
async def record_organizer_payout(
    request: Request,
    body: OrganizerPayoutBody,
    actor: CurrentActor,
    use_case: Annotated[RecordOrganizerPayout, provided("record_organizer_payout")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    command = RecordOrganizerPayoutCommand(idempotency=known, **body.model_dump())
    return _created(await use_case.execute(actor, command))


@router.get(
    "/organizer-payouts/{organizer_payout_id}",
    response_model=OrganizerPayoutAnswer,
    **operation(GetOrganizerPayout, "Get a payout", *REFUSES),
)
async def get_organizer_payout(
    organizer_payout_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetOrganizerPayout, provided("get_organizer_payout")],
) -> Response:
    return ok(
        OrganizerPayoutAnswer.model_validate(await use_case.execute(actor, organizer_payout_id))
    )


@router.post(
    "/organizer-payouts/{organizer_payout_id}/reversal",
    status_code=201,
    response_model=OrganizerPayoutAnswer,
    **operation(ReverseOrganizerPayout, "Take a payout back", *REFUSES, "invalid_state"),
)
async def reverse_organizer_payout(
    request: Request,
    organizer_payout_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ReverseOrganizerPayout, provided("reverse_organizer_payout")],
    body: OrganizerPayoutReversalBody | None = None,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    command = ReverseOrganizerPayoutCommand(
        payout_id=organizer_payout_id,
        note=body.note if body else None,
        idempotency=idempotent(request, actor, idempotency_key, body),
    )
    return _created(await use_case.execute(actor, command))


@router.get(
    "/bank-accounts/{user_id}",
    response_model=BankAccountAnswer,
    **operation(GetBankAccount, "Get an organizer's bank account", *REFUSES, has_etag=True),
)
async def get_bank_account(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetBankAccount, provided("get_bank_account")],
) -> Response:
    account = await use_case.execute(actor, user_id)
    return resource(request, BankAccountAnswer.model_validate(account), version=account.version)


@router.put(
    "/bank-accounts/{user_id}",
    response_model=BankAccountAnswer,
    **operation(SetBankAccount, "Set an organizer's bank account", *REFUSES, has_etag=True),
)
async def set_bank_account(
    user_id: PathId,
    body: BankAccountBody,
    actor: CurrentActor,
    version: Annotated[int | None, Depends(expected_version)],
    use_case: Annotated[SetBankAccount, provided("set_bank_account")],
) -> Response:
    account = await use_case.execute(actor, body.account(user_id), version)
    return updated(BankAccountAnswer.model_validate(account), version=account.version)


@router.delete(
    "/bank-accounts/{user_id}",
    response_model=Done,
    **operation(RemoveBankAccount, "Remove an organizer's bank account", *REFUSES),
)
async def remove_bank_account(
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RemoveBankAccount, provided("remove_bank_account")],
) -> Response:
    await use_case.execute(actor, user_id)
    return done("The bank account is removed.")


def _created(outcome: Outcome[OrganizerPayout]) -> Response:
    return created(
        OrganizerPayoutAnswer.model_validate(outcome.result),
        location("organizer-payouts", outcome.result.id),
        headers=replay_header(is_replayed=outcome.is_replayed),
    )

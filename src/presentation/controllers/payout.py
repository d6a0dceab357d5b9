"""Payouts, and the accounts at payment providers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.dtos.payout import ProviderMovementSearch
from src.application.use_cases.payout.list_payouts import ListPayouts
from src.application.use_cases.payout.list_provider_movements import ListProviderMovements
from src.application.use_cases.payout.note_bank_amount import NoteBankAmount
from src.application.use_cases.payout.read_payout import ReadPayout
from src.application.use_cases.payout.read_provider_balances import ReadProviderBalances
from src.application.use_cases.payout.refresh_accounts import RefreshAccounts
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.schemas.payout import (
    BankAmountBody,
    PayoutAnswer,
    ProviderBalanceAnswer,
    ProviderMovementAnswer,
)
from src.presentation.utils.responses import paginated, resource, updated, whole_list

router = APIRouter(tags=["Payouts"], route_class=StrictRoute)


def movement_search(
    payout_id: Annotated[
        QueryId | None, Query(description="Only what this payout is made of.")
    ] = None,
    transaction_id: Annotated[
        QueryId | None, Query(description="Only what this payment, refund or dispute moved.")
    ] = None,
    is_paid_out: Annotated[
        bool | None,
        Query(description="What is part of a payout, or what is not yet; without the payouts."),
    ] = None,
) -> ProviderMovementSearch:
    """Which movements."""
    return ProviderMovementSearch(
        payout_id=payout_id, transaction_id=transaction_id, is_paid_out=is_paid_out
    )


@router.get(
    "/payouts",
    response_model=list[PayoutAnswer],
    **operation(ListPayouts, "List payouts", "forbidden"),
)
async def list_payouts(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListPayouts, provided("list_payouts")],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    found = await use_case.execute(actor, page)
    return paginated(request, found, PayoutAnswer.model_validate)


@router.get(
    "/payouts/{payout_id}",
    response_model=PayoutAnswer,
    **operation(ReadPayout, "Get a payout", "forbidden", "not_found", has_etag=True),
)
async def get_payout(
    request: Request,
    payout_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ReadPayout, provided("read_payout")],
) -> Response:
    found = await use_case.execute(actor, payout_id)
    return resource(request, PayoutAnswer.model_validate(found), version=found.version)


@router.put(
    "/payouts/{payout_id}/bank-amount",
    response_model=PayoutAnswer,
    **operation(
        NoteBankAmount, "Note what the bank statement says", "forbidden", "not_found", has_etag=True
    ),
)
async def note_bank_amount(
    payout_id: PathId,
    body: BankAmountBody,
    actor: CurrentActor,
    use_case: Annotated[NoteBankAmount, provided("note_bank_amount")],
) -> Response:
    found = await use_case.execute(actor, payout_id, body.bank_amount)
    return updated(PayoutAnswer.model_validate(found), version=found.version)


@router.get(
    "/provider-movements",
    response_model=list[ProviderMovementAnswer],
    **operation(ListProviderMovements, "List movements at payment providers", "forbidden"),
)
async def list_provider_movements(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListProviderMovements, provided("list_provider_movements")],
    wanted: Annotated[ProviderMovementSearch, Depends(movement_search)],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    found = await use_case.execute(actor, wanted, page)
    return paginated(request, found, ProviderMovementAnswer.model_validate)


@router.get(
    "/provider-balances",
    response_model=list[ProviderBalanceAnswer],
    **operation(ReadProviderBalances, "List what payment providers hold", "forbidden"),
)
async def list_provider_balances(
    actor: CurrentActor,
    use_case: Annotated[ReadProviderBalances, provided("read_provider_balances")],
) -> Response:
    return whole_list(map(ProviderBalanceAnswer.model_validate, await use_case.execute(actor)))


@router.post(
    "/provider-balances/refresh",
    response_model=list[ProviderBalanceAnswer],
    **operation(
        RefreshAccounts, "Read the accounts at payment providers", "forbidden", "provider_error"
    ),
)
async def refresh_provider_balances(
    actor: CurrentActor,
    use_case: Annotated[RefreshAccounts, provided("refresh_accounts")],
) -> Response:
    return whole_list(map(ProviderBalanceAnswer.model_validate, await use_case.execute(actor)))

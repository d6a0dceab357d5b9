"""Tickets in the wallets of phones."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.wallet.get_apple_pass import GetApplePass
from src.application.use_cases.wallet.get_google_link import GetGoogleLink
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.ticket_code import TicketCode
from src.presentation.openapi import operation
from src.presentation.schemas.wallet import SaveLinkAnswer
from src.presentation.utils.files import APPLE_PASS_RESPONSES, ApplePassResponse
from src.presentation.utils.responses import ok

router = APIRouter(prefix="/tickets", tags=["Wallets"])


@router.get(
    "/{ticket_code}.pkpass",
    response_class=ApplePassResponse,
    responses=APPLE_PASS_RESPONSES,
    **operation(
        GetApplePass, "Get a ticket as a pass for Apple Wallet", "not_found", "invalid_state"
    ),
)
async def get_apple_pass(
    ticket_code: TicketCode,
    actor: CurrentActor,
    use_case: Annotated[GetApplePass, provided("get_apple_pass")],
) -> Response:
    content = await use_case.execute(actor, ticket_code)
    return ApplePassResponse.named(content, f"{ticket_code}.pkpass")


@router.get(
    "/{ticket_code}/google-wallet",
    response_model=SaveLinkAnswer,
    **operation(
        GetGoogleLink,
        "Get the link that saves a ticket in Google Wallet",
        "not_found",
        "invalid_state",
    ),
)
async def get_google_wallet_link(
    ticket_code: TicketCode,
    actor: CurrentActor,
    use_case: Annotated[GetGoogleLink, provided("get_google_link")],
) -> Response:
    return ok(SaveLinkAnswer(save_url=await use_case.execute(actor, ticket_code)))

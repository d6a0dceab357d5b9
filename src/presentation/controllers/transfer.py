"""Transfers of tickets to other people: the holder's side, and that of who gets the mail."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from src.application.use_cases.ticket.get_ticket_transfer import GetTicketTransfer
from src.application.use_cases.ticket.offer_transfer import OfferTransfer, OfferTransferCommand
from src.application.use_cases.ticket.reissue_ticket import ReissueTicket
from src.application.use_cases.ticket.withdraw_transfer import WithdrawTransfer
from src.application.use_cases.transfer.accept_transfer import AcceptTransfer
from src.application.use_cases.transfer.decline_transfer import DeclineTransfer
from src.application.use_cases.transfer.get_transfer import GetTransfer
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.dependencies.ticket_changes import limited_offer, limited_reissue
from src.presentation.openapi import operation
from src.presentation.schemas.booking import TicketAnswer
from src.presentation.schemas.fields import CodePath
from src.presentation.schemas.transfer import (
    OfferTransferBody,
    TransferAnswer,
    TransferOfferAnswer,
)
from src.presentation.utils.responses import Done, created, done, location, ok, resource

router = APIRouter(tags=["Transfers"], route_class=StrictRoute)

TokenPath = Annotated[
    str,
    Path(
        pattern=r"^[A-Za-z0-9_-]{1,100}$", examples=["J3uP0nV1mJ4kq8dRrT5xw2yZ6aBcDeFgHiKlMnOpQrs"]
    ),
]


@router.post(
    "/tickets/{ticket_code}/transfer",
    status_code=201,
    response_model=TransferAnswer,
    **operation(
        OfferTransfer, "Offer a ticket to somebody", "not_found", "invalid_state", "rate_limited"
    ),
)
async def offer_transfer(
    ticket_code: CodePath,
    body: OfferTransferBody,
    actor: CurrentActor,
    use_case: Annotated[OfferTransfer, provided("offer_transfer")],
    limits: Limits,
) -> Response:
    command = OfferTransferCommand(ticket_code.upper(), body.email)
    offered = await limited_offer(use_case, limits, actor, command)
    answer = TransferAnswer.model_validate(offered)
    return created(answer, location("tickets", command.ticket_code, "transfer"))


@router.get(
    "/tickets/{ticket_code}/transfer",
    response_model=TransferAnswer,
    **operation(GetTicketTransfer, "Get the offer of a ticket", "not_found", has_etag=True),
)
async def get_ticket_transfer(
    request: Request,
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[GetTicketTransfer, provided("get_ticket_transfer")],
) -> Response:
    found = await use_case.execute(actor, ticket_code.upper())
    # Offers are never edited, so the tag needs no version for If-Match.
    return resource(request, TransferAnswer.model_validate(found), version=0)


@router.delete(
    "/tickets/{ticket_code}/transfer",
    response_model=Done,
    **operation(WithdrawTransfer, "Take an offer back", "not_found", "invalid_state"),
)
async def withdraw_transfer(
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[WithdrawTransfer, provided("withdraw_transfer")],
) -> Response:
    await use_case.execute(actor, ticket_code.upper())
    return done("The offer is taken back. The ticket is still yours.")


@router.post(
    "/tickets/{ticket_code}/reissue",
    response_model=TicketAnswer,
    **operation(ReissueTicket, "Reissue a ticket", "not_found", "invalid_state", "rate_limited"),
)
async def reissue_ticket(
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[ReissueTicket, provided("reissue_ticket")],
    limits: Limits,
) -> Response:
    ticket = await limited_reissue(use_case, limits, actor, ticket_code.upper())
    return ok(TicketAnswer.model_validate(ticket))


@router.get(
    "/transfers/{token}",
    response_model=TransferOfferAnswer,
    **operation(GetTransfer, "Get an offer by its token", "not_found", has_etag=True),
)
async def get_transfer(
    request: Request,
    token: TokenPath,
    use_case: Annotated[GetTransfer, provided("get_transfer")],
) -> Response:
    offer = await use_case.execute(token)
    return resource(request, TransferOfferAnswer.model_validate(offer), version=0)


@router.post(
    "/transfers/{token}/accept",
    response_model=TicketAnswer,
    **operation(
        AcceptTransfer, "Accept an offer", "not_found", "invalid_state", "ticket_limit_exceeded"
    ),
)
async def accept_transfer(
    token: TokenPath,
    actor: CurrentActor,
    use_case: Annotated[AcceptTransfer, provided("accept_transfer")],
) -> Response:
    return ok(TicketAnswer.model_validate(await use_case.execute(actor, token)))


@router.delete(
    "/transfers/{token}",
    response_model=Done,
    **operation(DeclineTransfer, "Decline an offer", "not_found", "invalid_state"),
)
async def decline_transfer(
    token: TokenPath, use_case: Annotated[DeclineTransfer, provided("decline_transfer")]
) -> Response:
    await use_case.execute(token)
    return done("The offer is declined. The ticket stays with its sender.")

"""Tickets that are cancelled or refunded alone, without the rest of their booking."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.concurrency.idempotency import Outcome
from src.application.settling.give_back_tickets import GiveBack, GiveBackCommand
from src.application.settling.return_ticket import ReturnTicketCommand
from src.application.use_cases.booking.quote_refund import QuoteRefund
from src.application.use_cases.booking.refund_tickets import RefundTickets
from src.application.use_cases.ticket.cancel_ticket import CancelTicket
from src.application.use_cases.ticket.refund_ticket import RefundTicket
from src.domain.entities.ticket import Ticket
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.booking_change import REFUSES_CHANGE, changed_booking
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.booking import BookingAnswer, TicketAnswer
from src.presentation.schemas.fields import CodePath, PathId
from src.presentation.schemas.returns import (
    RefundQuoteAnswer,
    RefundTicketBody,
    RefundTicketsBody,
)
from src.presentation.utils.responses import JSON, ok

router = APIRouter(tags=["Tickets"], route_class=StrictRoute)


@router.post(
    "/tickets/{ticket_code}/cancel",
    response_model=TicketAnswer,
    **operation(CancelTicket, "Cancel a ticket", *REFUSES_CHANGE),
)
async def cancel_ticket(
    request: Request,
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[CancelTicket, provided("cancel_ticket")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    command = ReturnTicketCommand(
        ticket_code=ticket_code.upper(), idempotency=idempotent(request, actor, idempotency_key)
    )
    return _ended(await use_case.execute(actor, command))


@router.post(
    "/tickets/{ticket_code}/refund",
    response_model=TicketAnswer,
    **operation(RefundTicket, "Refund a ticket", *REFUSES_CHANGE),
)
async def refund_ticket(
    request: Request,
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[RefundTicket, provided("refund_ticket")],
    body: RefundTicketBody | None = None,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    command = ReturnTicketCommand(
        ticket_code=ticket_code.upper(),
        reason=body.reason if body else None,
        idempotency=idempotent(request, actor, idempotency_key, body),
    )
    return _ended(await use_case.execute(actor, command))


@router.get(
    "/bookings/{booking_id}/tickets/refund",
    response_model=RefundQuoteAnswer,
    **operation(QuoteRefund, "Quote a refund of tickets of a booking", *REFUSES_CHANGE),
)
async def quote_refund(
    booking_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[QuoteRefund, provided("quote_refund")],
    ticket_ids: Annotated[
        str | None,
        Query(
            pattern=r"^[0-9]{1,18}(,[0-9]{1,18}){0,999}$",
            description="The ids of the tickets, with commas between them; by default of all that "
            "can be given back.",
            examples=["1,2"],
        ),
    ] = None,
) -> Response:
    wanted = [int(ticket_id) for ticket_id in ticket_ids.split(",")] if ticket_ids else None
    return ok(RefundQuoteAnswer.of_quote(await use_case.execute(actor, booking_id, wanted)))


@router.post(
    "/bookings/{booking_id}/tickets/refund",
    response_model=BookingAnswer,
    **operation(RefundTickets, "Refund tickets of a booking", *REFUSES_CHANGE, has_etag=True),
)
async def refund_tickets(
    request: Request,
    booking_id: PathId,
    body: RefundTicketsBody,
    actor: CurrentActor,
    use_case: Annotated[RefundTickets, provided("refund_tickets")],
    version: Annotated[int | None, Depends(expected_version)],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    command = GiveBackCommand(
        booking_id=booking_id,
        ticket_ids=body.ticket_ids,
        how=GiveBack.REFUND,
        reason=body.reason,
        expected=body.expected_amount,
        expected_version=version,
        idempotency=idempotent(request, actor, idempotency_key, body),
    )
    return changed_booking(await use_case.execute(actor, command))


def _ended(outcome: Outcome[Ticket]) -> Response:
    """200 with the ticket as it is now."""
    content = TicketAnswer.model_validate(outcome.result).model_dump_json()
    headers = replay_header(is_replayed=outcome.is_replayed)
    return Response(content, 200, headers, media_type=JSON)

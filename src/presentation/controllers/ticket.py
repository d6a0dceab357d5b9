"""Tickets and their check-in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.event.get_availability import GetAvailability
from src.application.use_cases.ticket.check_in_ticket import CheckInCommand, CheckInTicket
from src.application.use_cases.ticket.get_ticket import GetTicket
from src.application.use_cases.ticket.list_tickets import ListEventTickets, ListUserTickets
from src.application.use_cases.ticket.undo_check_in import UndoCheckIn
from src.domain.entities.ticket import Ticket
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor, OptionalActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.booking import CheckInBody, CheckInCodeBody, TicketAnswer
from src.presentation.schemas.event import AvailableCountAnswer
from src.presentation.schemas.fields import CodePath, PathId
from src.presentation.utils.responses import ok, paginated, resource

router = APIRouter(prefix="/tickets", tags=["Tickets"], route_class=StrictRoute)

NewestFirst = Annotated[PageRequest, Depends(newest_first)]
CheckIn = Annotated[CheckInTicket, provided("check_in_ticket")]


@router.get(
    "/user/{user_id}",
    response_model=list[TicketAnswer],
    **operation(ListUserTickets, "List a user's tickets", "forbidden"),
)
async def list_user_tickets(
    request: Request,
    user_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListUserTickets, provided("list_user_tickets")],
    page: NewestFirst,
) -> Response:
    found = await use_case.execute(actor, user_id, page)
    return paginated(request, found, TicketAnswer.model_validate)


@router.get(
    "/user/{user_id}/event/{event_id}",
    response_model=list[TicketAnswer],
    **operation(ListUserTickets, "List a user's tickets of an event", "forbidden"),
)
async def list_user_event_tickets(
    request: Request,
    user_id: PathId,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListUserTickets, provided("list_user_tickets")],
    page: NewestFirst,
) -> Response:
    found = await use_case.execute(actor, user_id, page, event_id=event_id)
    return paginated(request, found, TicketAnswer.model_validate)


@router.get(
    "/event/{event_id}",
    response_model=list[TicketAnswer],
    **operation(ListEventTickets, "List an event's tickets", "forbidden", "not_found"),
)
async def list_event_tickets(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListEventTickets, provided("list_event_tickets")],
    page: NewestFirst,
) -> Response:
    found = await use_case.execute(actor, event_id, page)
    return paginated(request, found, TicketAnswer.model_validate)


@router.get(
    "/event/{event_id}/available",
    response_model=AvailableCountAnswer,
    **operation(GetAvailability, "Get available tickets of an event", "not_found"),
)
async def count_available_tickets(
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetAvailability, provided("get_availability")],
) -> Response:
    snapshot = await use_case.execute(actor, event_id)
    available = snapshot.tickets_available
    return ok(AvailableCountAnswer(event_id=event_id, available=available))


@router.post(
    "/check-in",
    response_model=TicketAnswer,
    **operation(
        CheckInTicket,
        "Check in a ticket (code or token in the body)",
        "forbidden",
        "not_found",
        "invalid_state",
    ),
)
async def check_in_by_code(
    body: CheckInCodeBody, actor: CurrentActor, use_case: CheckIn
) -> Response:
    command = CheckInCommand(body.code.upper(), body.gate, body.kind, body.event_id)
    return _ok(await use_case.execute(actor, command))


@router.get(
    "/{ticket_code}",
    response_model=TicketAnswer,
    **operation(GetTicket, "Get a ticket", "not_found", has_etag=True),
)
async def get_ticket(
    request: Request,
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[GetTicket, provided("get_ticket")],
) -> Response:
    ticket = await use_case.execute(actor, ticket_code.upper())
    # Tickets are never edited, so the tag needs no version for If-Match.
    return resource(request, TicketAnswer.model_validate(ticket), version=0)


@router.post(
    "/{ticket_code}/check-in",
    response_model=TicketAnswer,
    **operation(CheckInTicket, "Check in a ticket", "forbidden", "not_found", "invalid_state"),
)
async def check_in_ticket(
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: CheckIn,
    body: CheckInBody | None = None,
) -> Response:
    body = body or CheckInBody.model_validate({})
    command = CheckInCommand(ticket_code.upper(), body.gate, body.kind)
    return _ok(await use_case.execute(actor, command))


@router.post(
    "/{ticket_code}/undo-check-in",
    response_model=TicketAnswer,
    **operation(UndoCheckIn, "Undo a check-in", "forbidden", "not_found", "invalid_state"),
)
async def undo_check_in(
    ticket_code: CodePath,
    actor: CurrentActor,
    use_case: Annotated[UndoCheckIn, provided("undo_check_in")],
) -> Response:
    return _ok(await use_case.execute(actor, ticket_code.upper()))


def _ok(ticket: Ticket) -> Response:
    return ok(TicketAnswer.model_validate(ticket))

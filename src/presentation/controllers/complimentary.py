"""Tickets that are given away."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from src.application.use_cases.booking.list_complimentary import ListComplimentary
from src.application.use_cases.sales.give_tickets import GiveTickets
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.booking_change import REFUSES_SALE
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import newest_first
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.complimentary import ComplimentaryAnswer, GiveTicketsBody
from src.presentation.schemas.fields import PathId
from src.presentation.utils.responses import created, location, paginated

router = APIRouter(
    prefix="/events/{event_id}/complimentary", tags=["Bookings"], route_class=StrictRoute
)


@router.post(
    "",
    status_code=201,
    response_model=ComplimentaryAnswer,
    **operation(GiveTickets, "Give tickets of an event away", *REFUSES_SALE),
)
async def give_tickets(
    request: Request,
    event_id: PathId,
    body: GiveTicketsBody,
    actor: CurrentActor,
    use_case: Annotated[GiveTickets, provided("give_tickets")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    gift = body.gift(event_id, idempotent(request, actor, idempotency_key, body))
    outcome = await use_case.execute(actor, gift)
    return created(
        ComplimentaryAnswer.model_validate(outcome.result),
        location("bookings", outcome.result.id),
        headers=replay_header(is_replayed=outcome.is_replayed),
    )


@router.get(
    "",
    response_model=list[ComplimentaryAnswer],
    **operation(
        ListComplimentary, "List what was given away of an event", "forbidden", "not_found"
    ),
)
async def list_complimentary(
    request: Request,
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListComplimentary, provided("list_complimentary")],
    page: Annotated[PageRequest, Depends(newest_first)],
) -> Response:
    found = await use_case.execute(actor, event_id, page)
    return paginated(request, found, ComplimentaryAnswer.model_validate)

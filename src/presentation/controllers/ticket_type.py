"""Ticket types: of one event, and across all of them."""

from contextlib import nullcontext
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.use_cases.ticket_type.add_ticket_type import AddTicketType
from src.application.use_cases.ticket_type.delete_ticket_type import DeleteTicketType
from src.application.use_cases.ticket_type.get_ticket_type import GetTicketType
from src.application.use_cases.ticket_type.list_ticket_types import (
    ListEventTicketTypes,
    ListTicketTypes,
)
from src.application.use_cases.ticket_type.set_ticket_type_status import SetTicketTypeStatus
from src.application.use_cases.ticket_type.update_ticket_type import (
    UpdateTicketType,
    UpdateTicketTypeCommand,
)
from src.domain.entities.ticket_type import TicketType, TicketTypeStatus
from src.domain.repositories.page import PageRequest
from src.domain.repositories.ticket_type import TicketTypeFilter
from src.domain.shared.times import in_zone_or_none
from src.presentation.dependencies.authentication import CurrentActor, OptionalActor
from src.presentation.dependencies.discount_code import REFUSES_CODE, guessed_opening
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.discount import OpeningCode
from src.presentation.schemas.fields import (
    CurrencyQuery,
    PathId,
    PriceQuery,
    QueryId,
    SearchText,
    When,
)
from src.presentation.schemas.ticket_type import (
    NewTicketTypeBody,
    TicketTypeAnswer,
    TicketTypeStatusBody,
    UpdateTicketTypeBody,
)
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    paginated,
    resource,
    updated,
    whole_list,
)

router = APIRouter(tags=["Ticket types"], route_class=StrictRoute)

ListUseCase = Annotated[ListTicketTypes, provided("list_ticket_types")]
ById = Annotated[PageRequest, Depends(by_id)]
ExpectedVersion = Annotated[int | None, Depends(expected_version)]


@router.get(
    "/events/{event_id}/ticket-types",
    response_model=list[TicketTypeAnswer],
    **operation(ListEventTicketTypes, "List an event's ticket types", "not_found", *REFUSES_CODE),
)
async def list_event_ticket_types(
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[ListEventTicketTypes, provided("list_event_ticket_types")],
    limits: Limits,
    code: OpeningCode = None,
) -> Response:
    bounded = guessed_opening(limits) if code else nullcontext()
    async with bounded:
        ticket_types = await use_case.execute(actor, event_id, code)
    return whole_list(TicketTypeAnswer.model_validate(ticket_type) for ticket_type in ticket_types)


@router.post(
    "/events/{event_id}/ticket-types",
    status_code=201,
    response_model=TicketTypeAnswer,
    **operation(
        AddTicketType,
        "Add a ticket type to an event",
        "forbidden",
        "not_found",
        "in_use",
        "duplicate",
    ),
)
async def add_ticket_type(
    event_id: PathId,
    body: NewTicketTypeBody,
    actor: CurrentActor,
    use_case: Annotated[AddTicketType, provided("add_ticket_type")],
) -> Response:
    ticket_type = await use_case.execute(actor, event_id, body.command())
    return created(
        TicketTypeAnswer.model_validate(ticket_type), location("ticket-types", ticket_type.id)
    )


@router.get(
    "/ticket-types",
    response_model=list[TicketTypeAnswer],
    **operation(ListTicketTypes, "List ticket types"),
)
async def list_ticket_types(
    request: Request,
    use_case: ListUseCase,
    page: ById,
    event_id: Annotated[QueryId | None, Query()] = None,
    status: TicketTypeStatus | None = None,
    category: SearchText | None = None,
    price_min: PriceQuery = None,
    price_max: PriceQuery = None,
    currency: CurrencyQuery = None,
    admits: bool = True,
) -> Response:
    wanted = TicketTypeFilter(
        event_id, status, category, price_min, price_max, currency, admits=admits
    )
    found = await use_case.execute(wanted, page)
    return paginated(request, found, TicketTypeAnswer.model_validate)


@router.get(
    "/ticket-types/search",
    response_model=list[TicketTypeAnswer],
    **operation(ListTicketTypes, "Search ticket types by event"),
)
async def search_ticket_types(
    request: Request,
    use_case: ListUseCase,
    page: ById,
    event_name: Annotated[
        SearchText | None, Query(description="Part of the event's title.")
    ] = None,
    venue: Annotated[SearchText | None, Query(description="Part of the venue's name.")] = None,
    category: SearchText | None = None,
    date_from: Annotated[When | None, Query(description="Event starts at or after.")] = None,
    date_to: Annotated[When | None, Query(description="Event starts before.")] = None,
    price_min: PriceQuery = None,
    price_max: PriceQuery = None,
    currency: CurrencyQuery = None,
    available: Annotated[
        bool | None, Query(description="Whether tickets can be bought now.")
    ] = None,
) -> Response:
    wanted = TicketTypeFilter(
        category=category,
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        is_available=available,
        event_name=event_name,
        venue=venue,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
    )
    found = await use_case.execute(wanted, page)
    return paginated(request, found, TicketTypeAnswer.model_validate)


@router.get(
    "/ticket-types/{ticket_type_id}",
    response_model=TicketTypeAnswer,
    **operation(GetTicketType, "Get a ticket type", "not_found", has_etag=True),
)
async def get_ticket_type(
    request: Request,
    ticket_type_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetTicketType, provided("get_ticket_type")],
) -> Response:
    found = await use_case.execute(actor, ticket_type_id)
    return resource(request, TicketTypeAnswer.model_validate(found), version=found.version)


@router.put(
    "/ticket-types/{ticket_type_id}",
    response_model=TicketTypeAnswer,
    **operation(
        UpdateTicketType,
        "Update a ticket type",
        "forbidden",
        "not_found",
        "in_use",
        "duplicate",
        has_etag=True,
    ),
)
async def update_ticket_type(
    ticket_type_id: PathId,
    body: UpdateTicketTypeBody,
    actor: CurrentActor,
    use_case: Annotated[UpdateTicketType, provided("update_ticket_type")],
    version: ExpectedVersion,
) -> Response:
    command = UpdateTicketTypeCommand(ticket_type_id, body.changes(), version)
    return _updated(await use_case.execute(actor, command))


@router.patch(
    "/ticket-types/{ticket_type_id}/status",
    response_model=TicketTypeAnswer,
    **operation(
        SetTicketTypeStatus,
        "Change a ticket type's status",
        "forbidden",
        "not_found",
        has_etag=True,
    ),
)
async def set_ticket_type_status(
    ticket_type_id: PathId,
    body: TicketTypeStatusBody,
    actor: CurrentActor,
    use_case: Annotated[SetTicketTypeStatus, provided("set_ticket_type_status")],
    version: ExpectedVersion,
) -> Response:
    return _updated(
        await use_case.execute(actor, ticket_type_id, body.status, expected_version=version)
    )


@router.delete(
    "/ticket-types/{ticket_type_id}",
    response_model=Done,
    **operation(DeleteTicketType, "Delete a ticket type", "forbidden", "not_found", "in_use"),
)
async def delete_ticket_type(
    ticket_type_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteTicketType, provided("delete_ticket_type")],
) -> Response:
    await use_case.execute(actor, ticket_type_id)
    return done("The ticket type is deleted.")


def _updated(ticket_type: TicketType) -> Response:
    return updated(TicketTypeAnswer.model_validate(ticket_type), version=ticket_type.version)

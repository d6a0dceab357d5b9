"""Events, and the users who scan tickets at their doors."""

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from src.application.use_cases.event.assign_scanners import AssignScanners
from src.application.use_cases.event.create_event import CreateEvent
from src.application.use_cases.event.delete_event import DeleteEvent
from src.application.use_cases.event.get_event import GetEvent
from src.application.use_cases.event.list_events import ListEvents
from src.application.use_cases.event.list_scanners import ListScanners
from src.application.use_cases.event.update_event import UpdateEvent, UpdateEventCommand
from src.domain.entities.event import EventKind, EventStatus
from src.domain.repositories.event import EventFilter
from src.domain.shared.times import in_zone_or_none
from src.presentation.dependencies.authentication import CurrentActor, OptionalActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import CursorQuery, LimitQuery, page_request
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.strict_route import StrictRoute
from src.presentation.openapi import operation
from src.presentation.schemas.event import (
    EVENT,
    EVENTS,
    CreateEventBody,
    EventAnswer,
    ScannersBody,
    UpdateEventBody,
)
from src.presentation.schemas.fields import (
    CurrencyQuery,
    PathId,
    PriceQuery,
    QueryId,
    SearchText,
    When,
)
from src.presentation.schemas.seller import Country
from src.presentation.schemas.user import UserAnswer
from src.presentation.utils.responses import (
    Done,
    created,
    done,
    location,
    shared_page,
    shared_resource,
    updated,
    whole_list,
)

router = APIRouter(prefix="/events", tags=["Events"], route_class=StrictRoute)


class EventSort(StrEnum):
    DATE_TIME = "date_time"
    DATE_TIME_DESCENDING = "-date_time"
    PRICE = "price"
    PRICE_DESCENDING = "-price"
    CREATED_AT = "created_at"
    CREATED_AT_DESCENDING = "-created_at"


def event_filter(
    actor: OptionalActor,
    q: Annotated[SearchText | None, Query(description="Part of the title or the venue.")] = None,
    kind: EventKind | None = None,
    venue_id: Annotated[QueryId | None, Query()] = None,
    country: Annotated[Country | None, Query()] = None,
    status: EventStatus = EventStatus.ACTIVE,
    date_from: Annotated[When | None, Query(description="Starts at or after.")] = None,
    date_to: Annotated[When | None, Query(description="Starts before.")] = None,
    price_min: PriceQuery = None,
    price_max: PriceQuery = None,
    currency: CurrencyQuery = None,
    available: Annotated[bool | None, Query(description="Whether tickets are left.")] = None,
) -> EventFilter:
    """The filters of the event list."""
    return EventFilter(
        viewer=actor,
        status=status,
        q=q,
        kind=kind,
        venue_id=venue_id,
        country=country,
        date_from=in_zone_or_none(date_from, "UTC"),
        date_to=in_zone_or_none(date_to, "UTC"),
        price_min=price_min,
        price_max=price_max,
        currency=currency,
        is_available=available,
    )


@router.get(
    "",
    response_model=list[EventAnswer],
    **operation(ListEvents, "List events", has_etag=True),
)
async def list_events(
    request: Request,
    use_case: Annotated[ListEvents, provided("list_events")],
    wanted: Annotated[EventFilter, Depends(event_filter)],
    sort: EventSort = EventSort.DATE_TIME,
    limit: LimitQuery = 50,
    cursor: CursorQuery = None,
) -> Response:
    events = await use_case.execute(wanted, page_request(limit, cursor, sort=sort.value))
    return shared_page(request, EVENTS(events), events)


@router.post(
    "",
    status_code=201,
    response_model=EventAnswer,
    **operation(CreateEvent, "Create an event", "forbidden", "not_found", "duplicate"),
)
async def create_event(
    body: CreateEventBody,
    actor: CurrentActor,
    use_case: Annotated[CreateEvent, provided("create_event")],
) -> Response:
    event = await use_case.execute(actor, body.command())
    return created(EventAnswer.model_validate(event), location("events", event.id))


@router.get(
    "/{event_id}",
    response_model=EventAnswer,
    **operation(GetEvent, "Get an event", "not_found", has_etag=True),
)
async def get_event(
    request: Request,
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetEvent, provided("get_event")],
) -> Response:
    snapshot = await use_case.execute(actor, event_id)
    return shared_resource(request, EVENT(snapshot), version=snapshot.event.version)


@router.put(
    "/{event_id}",
    response_model=EventAnswer,
    **operation(
        UpdateEvent,
        "Update, publish, cancel or complete an event",
        "forbidden",
        "not_found",
        "in_use",
        "invalid_state",
        has_etag=True,
    ),
)
async def update_event(
    event_id: PathId,
    body: UpdateEventBody,
    actor: CurrentActor,
    use_case: Annotated[UpdateEvent, provided("update_event")],
    version: Annotated[int | None, Depends(expected_version)],
) -> Response:
    command = UpdateEventCommand(event_id, body.changes(), body.status, version)
    event = await use_case.execute(actor, command)
    return updated(EventAnswer.model_validate(event), version=event.version)


@router.delete(
    "/{event_id}",
    response_model=Done,
    **operation(DeleteEvent, "Delete an event", "forbidden", "not_found", "in_use"),
)
async def delete_event(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[DeleteEvent, provided("delete_event")],
) -> Response:
    await use_case.execute(actor, event_id)
    return done("The event is deleted.")


@router.get(
    "/{event_id}/scanners",
    response_model=list[UserAnswer],
    **operation(ListScanners, "List an event's scanners", "forbidden", "not_found"),
)
async def list_scanners(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListScanners, provided("list_scanners")],
) -> Response:
    users = await use_case.execute(actor, event_id)
    return whole_list(UserAnswer.model_validate(user) for user in users)


@router.put(
    "/{event_id}/scanners",
    response_model=list[UserAnswer],
    **operation(AssignScanners, "Assign scanners to an event", "forbidden", "not_found"),
)
async def assign_scanners(
    event_id: PathId,
    body: ScannersBody,
    actor: CurrentActor,
    use_case: Annotated[AssignScanners, provided("assign_scanners")],
) -> Response:
    users = await use_case.execute(actor, event_id, body.user_ids)
    return whole_list(UserAnswer.model_validate(user) for user in users)

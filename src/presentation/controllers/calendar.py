"""Calendar files of events and tickets, and calendars to subscribe to."""

from typing import Annotated

from fastapi import APIRouter, Request, Response

from src.application.use_cases.calendar.get_calendar_feed import GetCalendarFeed
from src.application.use_cases.calendar.get_ticket_calendar import GetTicketCalendar
from src.application.use_cases.calendar.make_calendar_feed import MakeCalendarFeed
from src.application.use_cases.calendar.revoke_calendar_feed import RevokeCalendarFeed
from src.application.use_cases.event.get_event_calendar import GetEventCalendar
from src.domain.errors import NotFound
from src.presentation.dependencies.authentication import CurrentActor, OptionalActor
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits
from src.presentation.dependencies.strict_route import StrictRoute, open_to_any_parameter
from src.presentation.dependencies.ticket_code import TicketCode
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId, PathText
from src.presentation.schemas.user import CalendarFeedAnswer
from src.presentation.utils.files import (
    CALENDAR_RESPONSES,
    CalendarResponse,
    subscribed_calendar,
)
from src.presentation.utils.responses import Done, created, done

router = APIRouter(tags=["Calendars"], route_class=StrictRoute)


@router.get(
    "/tickets/{ticket_code}.ics",
    response_class=CalendarResponse,
    responses=CALENDAR_RESPONSES,
    **operation(
        GetTicketCalendar, "Get a ticket's event as a calendar file", "not_found", "invalid_state"
    ),
)
async def get_ticket_calendar(
    ticket_code: TicketCode,
    actor: CurrentActor,
    use_case: Annotated[GetTicketCalendar, provided("get_ticket_calendar")],
) -> Response:
    return CalendarResponse.named(await use_case.execute(actor, ticket_code), f"{ticket_code}.ics")


@router.get(
    "/events/{event_id}/calendar.ics",
    response_class=CalendarResponse,
    responses=CALENDAR_RESPONSES,
    **operation(GetEventCalendar, "Get an event as a calendar file", "not_found"),
)
@open_to_any_parameter
async def get_event_calendar(
    event_id: PathId,
    actor: OptionalActor,
    use_case: Annotated[GetEventCalendar, provided("get_event_calendar")],
) -> Response:
    return CalendarResponse.named(await use_case.execute(actor, event_id), f"event-{event_id}.ics")


@router.get(
    "/calendar/{secret}.ics",
    response_class=CalendarResponse,
    responses=CALENDAR_RESPONSES,
    **operation(
        GetCalendarFeed,
        "Subscribe to a user's events as a calendar",
        "not_found",
        "rate_limited",
        has_etag=True,
    ),
)
@open_to_any_parameter
async def get_calendar_feed(
    request: Request,
    secret: PathText,
    use_case: Annotated[GetCalendarFeed, provided("get_calendar_feed")],
    limits: Limits,
) -> Response:
    try:
        owner = await use_case.owner(secret)
    except NotFound:
        # Only what is unknown counts for the client: a calendar service reads the feeds of many.
        await limits.hit("guess", f"calendar:{limits.client}")
        raise
    await limits.hit("calendar", str(owner))
    return subscribed_calendar(request, await use_case.execute(owner))


@router.post(
    "/auth/calendar-feed",
    status_code=201,
    response_model=CalendarFeedAnswer,
    **operation(MakeCalendarFeed, "Make a calendar feed", "not_found"),
)
async def create_calendar_feed(
    actor: CurrentActor,
    use_case: Annotated[MakeCalendarFeed, provided("make_calendar_feed")],
) -> Response:
    url = await use_case.execute(actor)
    return created(CalendarFeedAnswer(url=url), url)


@router.delete(
    "/auth/calendar-feed",
    response_model=Done,
    **operation(RevokeCalendarFeed, "Revoke a calendar feed", "not_found"),
)
async def revoke_calendar_feed(
    actor: CurrentActor,
    use_case: Annotated[RevokeCalendarFeed, provided("revoke_calendar_feed")],
) -> Response:
    await use_case.execute(actor)
    return done("The address of the calendar no longer works.")

"""The organizer's events: a table, the same as a file, and one event with what to do next."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from src.application.dtos.event import EventSnapshot
from src.application.dtos.managed_event import (
    EventPeriod,
    ManagedEventSearch,
    ManagedEventSort,
)
from src.application.use_cases.event.delete_event import DeleteEvent
from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.event.list_managed_events import ListManagedEvents
from src.application.use_cases.event.update_event import UpdateEvent, UpdateEventCommand
from src.domain.entities.event import EventStatus
from src.domain.entities.user import Role
from src.domain.errors import Forbidden, NotFound, TicketingError
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, SearchText
from src.presentation.utils.csv_table import csv_response
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter(prefix="/manage/events")

PAGE = 50
MAX_IN_FILE = 10_000
CSV_COLUMNS = (
    *("id", "title", "kind", "venue", "date_time", "timezone", "status", "price", "currency"),
    *("capacity", "sold", "held", "organizer"),
)


class ListQuery(BaseModel):
    """What the address asks for."""

    q: SearchText | None = None
    status: EventStatus | None = None
    period: EventPeriod = EventPeriod.UPCOMING
    sort: ManagedEventSort | None = None
    page: Annotated[int, Field(ge=1, le=100_000)] = 1

    def search(self, *, limit: int, offset: int = 0) -> ManagedEventSearch:
        is_past = self.period is EventPeriod.PAST
        usual = ManagedEventSort.DATE_DESCENDING if is_past else ManagedEventSort.DATE
        return ManagedEventSearch(
            q=self.q,
            status=self.status,
            period=self.period,
            sort=self.sort or usual,
            limit=limit,
            offset=offset,
        )

    def kept(self) -> dict[str, object]:
        """What the links of the page keep of the address: all but the page."""
        return self.model_dump(mode="json", exclude={"page"}, exclude_none=True)


def _query(visit: Visit) -> ListQuery:
    """What the address asks for; an address that nobody understands asks for nothing."""
    return visit.query(ListQuery).data or ListQuery()


@router.get("")
async def list_events(
    visit: CurrentVisit,
    use_case: Annotated[ListManagedEvents, provided("list_managed_events")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    asked = _query(visit)
    wanted = asked.search(limit=PAGE, offset=(asked.page - 1) * PAGE)
    found = await use_case.execute(actor, wanted)
    is_narrowed = bool(asked.q or asked.status or asked.period is not EventPeriod.UPCOMING)
    return visit.render(
        "manage/events.html",
        found=found,
        query=asked.kept(),
        asked=asked,
        page=asked.page,
        size=PAGE,
        is_narrowed=is_narrowed,
    )


@router.get("/events.csv")
async def export_events(
    visit: CurrentVisit,
    use_case: Annotated[ListManagedEvents, provided("list_managed_events")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    found = await use_case.execute(actor, _query(visit).search(limit=MAX_IN_FILE))
    rows = [{column: getattr(event, column) for column in CSV_COLUMNS} for event in found.items]
    return csv_response("events", CSV_COLUMNS, rows)


@router.get("/{event_id}")
async def show_event(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    return _overview(visit, await use_case.execute(actor, event_id))


@router.post("/{event_id}/publish")
async def publish_event(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[UpdateEvent, provided("update_event")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        await use_case.execute(actor, UpdateEventCommand(event_id, {}, EventStatus.ACTIVE))
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        managed = await get_event.execute(actor, event_id)
        if managed.event.status is EventStatus.ACTIVE:
            return visit.redirect(f"/manage/events/{event_id}")
        return _overview(visit, managed, problem=visit.sentence(refusal), status=409)
    return visit.redirect(f"/manage/events/{event_id}", visit.gettext("The event is on sale."))


@router.post("/{event_id}/delete")
async def delete_event(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[DeleteEvent, provided("delete_event")],
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    try:
        await use_case.execute(actor, event_id)
    except (NotFound, Forbidden):
        raise
    except TicketingError as refusal:
        managed = await get_event.execute(actor, event_id)
        return _overview(visit, managed, problem=visit.sentence(refusal), status=409)
    return visit.redirect("/manage/events", visit.gettext("The event is deleted."))


def _overview(
    visit: Visit, managed: EventSnapshot, *, status: int = 200, problem: str | None = None
) -> Response:
    return visit.render(
        "manage/event.html",
        status=status,
        event=managed.event,
        ticket_types=managed.ticket_types,
        problem=problem,
    )

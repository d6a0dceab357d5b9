"""Who gets which add-ons of an event."""

from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel

from src.application.use_cases.event.get_managed_event import GetManagedEvent
from src.application.use_cases.sales.list_add_ons import ExportAddOns, ListAddOns
from src.domain.entities.user import Role
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathId, QueryId
from src.presentation.utils.add_ons_csv import COLUMNS, add_on_rows
from src.presentation.utils.csv_table import csv_response
from src.presentation.web.listing import address_with, next_address, page_wanted
from src.presentation.web.visit import CurrentVisit

router = APIRouter(prefix="/manage/events/{event_id}")


class AddOnsQuery(BaseModel):
    """The filter of the list: one add-on."""

    ticket_type_id: QueryId | None = None


@router.get("/add-ons")
async def show_add_ons(
    visit: CurrentVisit,
    event_id: PathId,
    get_event: Annotated[GetManagedEvent, provided("get_managed_event")],
    use_case: Annotated[ListAddOns, provided("list_add_ons")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    managed = await get_event.execute(actor, event_id)
    form = visit.query(AddOnsQuery)
    wanted = form.data.ticket_type_id if form.data else None
    page = page_wanted(visit.request, sort="id")
    found = await use_case.execute(actor, event_id, page, ticket_type_id=wanted)
    return visit.render(
        "manage/add_ons.html",
        event=managed.event,
        kinds=[kind for kind in managed.ticket_types if not kind.admits],
        found=found.items,
        form=form,
        next_page=next_address(visit.request, found),
        table=address_with(visit.request, f"/manage/events/{event_id}/add-ons.csv"),
    )


@router.get("/add-ons.csv")
async def export_add_ons(
    visit: CurrentVisit,
    event_id: PathId,
    use_case: Annotated[ExportAddOns, provided("export_add_ons")],
) -> Response:
    actor = visit.require_role(Role.ORGANIZER)
    form = visit.query(AddOnsQuery)
    wanted = form.data.ticket_type_id if form.data else None
    found = await use_case.execute(actor, event_id, ticket_type_id=wanted)
    return csv_response("add-ons", COLUMNS, add_on_rows(found))

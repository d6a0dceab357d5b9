"""The home page."""

from typing import Annotated

from fastapi import APIRouter, Response

from src.application.use_cases.event.list_events import ListEvents
from src.domain.entities.event import EventStatus
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.injection import provided
from src.presentation.web.visit import CurrentVisit

router = APIRouter()

SHOWN = 12


@router.get("/")
async def show_home(
    visit: CurrentVisit, list_events: Annotated[ListEvents, provided("list_events")]
) -> Response:
    wanted = EventFilter(viewer=None, status=EventStatus.ACTIVE)
    events = await list_events.execute(wanted, PageRequest(limit=SHOWN, sort="date_time"))
    return visit.render("home/home.html", events=events.items)

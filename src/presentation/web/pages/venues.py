"""Venues: all of them, and one with what is on there."""

from typing import Annotated

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from src.application.ports.database import Clock
from src.application.use_cases.event.list_events import ListEvents
from src.application.use_cases.venue.browse_venues import BrowseVenues
from src.application.use_cases.venue.get_venue import GetVenue
from src.domain.repositories.event import EventFilter
from src.domain.shared.country import with_country
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import page_request
from src.presentation.schemas.fields import PathText
from src.presentation.web.addresses import map_address, referred_id, venue_path
from src.presentation.web.event_cards import cards_of
from src.presentation.web.event_search import Words
from src.presentation.web.event_words import kind_names
from src.presentation.web.formats import formats_of
from src.presentation.web.listing import next_address
from src.presentation.web.visit import CurrentVisit

router = APIRouter()

VENUES_OF_A_PAGE = 60
EVENTS_OF_A_PAGE = 24

Cursor = Annotated[str, Field(max_length=500, pattern="^[A-Za-z0-9_=-]*$")]


class VenueSearch(BaseModel):
    """What the address of the list asks for."""

    q: Words | None = None
    cursor: Cursor | None = None


@router.get("/venues")
async def list_venues(
    visit: CurrentVisit,
    use_case: Annotated[BrowseVenues, provided("browse_venues")],
    site: Annotated[str, provided("site_address")],
) -> Response:
    """Venues by name, with the number of events to come."""
    form = visit.query(VenueSearch)
    search = form.data or VenueSearch()
    page = page_request(VENUES_OF_A_PAGE, search.cursor, sort="name")
    found = await use_case.execute(search.q or None, page)
    return visit.render(
        "venues/list.html",
        form=form,
        search=search,
        venues=found.items,
        next_path=next_address(visit.request, found),
        venue_path=venue_path,
        site=site,
    )


@router.get("/venues/{reference}")
async def show_venue(
    reference: PathText,
    visit: CurrentVisit,
    get_venue: Annotated[GetVenue, provided("get_venue")],
    list_events: Annotated[ListEvents, provided("list_events")],
    clock: Annotated[Clock, provided("clock")],
    site: Annotated[str, provided("site_address")],
) -> Response:
    """A venue with what is on there."""
    if (venue_id := referred_id(reference)) is None:
        raise HTTPException(404)
    venue = await get_venue.execute(venue_id)
    path = venue_path(venue.id, venue.name)
    if f"/venues/{reference}" != path:
        return RedirectResponse(path, 301)
    search = visit.query(VenueSearch).data or VenueSearch()
    now = clock()
    found = await list_events.execute(
        EventFilter(venue_id=venue.id, ends_after=now),
        page_request(EVENTS_OF_A_PAGE, search.cursor, sort="date_time"),
    )
    country = formats_of(visit.language).country(venue.country) if venue.country else None
    location = with_country(venue.location or "", country) or country
    place = ", ".join(part for part in (venue.name, location) if part)
    return visit.render(
        "venues/venue.html",
        venue=venue,
        location=location,
        path_of_venue=path,
        site=site,
        map_address=map_address(place),
        cards=cards_of(found.items, now),
        next_path=next_address(visit.request, found),
        kinds=kind_names(visit.gettext),
    )

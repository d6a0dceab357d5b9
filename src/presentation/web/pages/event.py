"""The page of an event: everything about it, and how to get tickets."""

from typing import Annotated, Any

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from src.application.use_cases.event.get_event_page import EventPage, GetEventPage
from src.presentation.dependencies.injection import provided
from src.presentation.schemas.fields import PathText
from src.presentation.web.addresses import event_id_of, event_path, map_address, venue_path
from src.presentation.web.event_data import described, structured
from src.presentation.web.event_pictures import picture_of
from src.presentation.web.event_words import kind_names
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.kept_pages import KeptPages
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

KEPT = KeptPages("events/event.html")


@router.get("/events/{reference}")
async def show_event(
    reference: PathText,
    visit: CurrentVisit,
    use_case: Annotated[GetEventPage, provided("get_event_page")],
    site: Annotated[str, provided("site_address")],
) -> Response:
    """An event by its id and title. Drafts are shown to those who manage them."""
    event_id = event_id_of(reference)
    page = await use_case.execute(visit.actor, event_id)
    path = event_path(event_id, page.event.title)
    if path != f"/events/{reference}":
        return RedirectResponse(path, 301)
    facts = (page.event, page.phase, page.offers, page.background)
    return KEPT.response(visit, facts, lambda: _values(visit, page, site), page.now)


def _values(visit: Visit, page: EventPage, site: str) -> dict[str, Any]:
    event, actor = page.event, visit.actor
    path = event_path(event.id, event.title)
    form: Form[NoFields] = Form.new({})
    form.key = KEPT.key_mark
    picture = picture_of(event)
    place = ", ".join(part for part in (event.venue, page.background.location) if part)
    return {
        "page": page,
        "event": event,
        "phase": page.phase.value,
        "picture": picture,
        "kinds": kind_names(visit.gettext),
        "paragraphs": [part for part in (event.description or "").split("\n\n") if part.strip()],
        "summary": described(event.description),
        "place": place,
        "map_address": map_address(place) if place else None,
        "venue_path": venue_path(event.venue_id, event.venue or "") if event.venue_id else None,
        "address": f"{site}{path}",
        "social": f"{site}{picture.social}" if picture.social else None,
        "structured": structured(page, site, place),
        "is_managed": actor is not None and event.is_managed_by(actor),
        "form": form,
        "now_mark": KEPT.now_mark,
    }

"""The page of an event: everything about it, and how to get tickets."""

from contextlib import nullcontext
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Response
from fastapi.responses import RedirectResponse

from src.application.use_cases.event.get_event_page import EventPage, GetEventPage
from src.domain.errors import DiscountInvalid, RateLimited
from src.domain.shared.country import with_country
from src.presentation.dependencies.discount_code import guessed_opening
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.rate_limits import Limits, RateLimits
from src.presentation.schemas.fields import PathText
from src.presentation.web.addresses import event_id_of, event_path, map_address, venue_path
from src.presentation.web.event_data import described, structured
from src.presentation.web.event_pictures import picture_of
from src.presentation.web.event_words import kind_names
from src.presentation.web.formats import formats_of
from src.presentation.web.forms import Form, NoFields
from src.presentation.web.kept_pages import KeptPages, stamp_of
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

KEPT = KeptPages("events/event.html")
LONGEST_CODE = 40


class EventPages:
    """The pages of events, for who only looks and for a form that was refused."""

    def __init__(self, use_case: GetEventPage, site: str, limits: RateLimits) -> None:
        self._use_case = use_case
        self._site = site
        self._limits = limits

    async def read(
        self, visit: Visit, event_id: int, code: str | None
    ) -> tuple[EventPage, str | None]:
        """What there is to say of the event, and why the code that was given opens nothing."""
        try:
            async with guessed_opening(self._limits) if code else nullcontext():
                return await self._use_case.execute(visit.actor, event_id, code), None
        except (DiscountInvalid, RateLimited) as refusal:
            return await self._use_case.execute(visit.actor, event_id), visit.sentence(refusal)

    def kept(self, visit: Visit, page: EventPage) -> Response:
        """The page as everybody sees it."""
        facts = (page.event, page.phase, page.offers, page.background)
        return KEPT.response(visit, facts, lambda: _values(visit, page, self._site), page.now)

    def shown(self, visit: Visit, page: EventPage, form: Form[Any], *, status: int) -> Response:
        """The page with what was typed and what is wrong with it: kept for nobody else."""
        values = {**_values(visit, page, self._site), "form": form, "now_mark": stamp_of(page.now)}
        return visit.render("events/event.html", status=status, **values)


async def pages_of_events(
    use_case: Annotated[GetEventPage, provided("get_event_page")],
    site: Annotated[str, provided("site_address")],
    limits: Limits,
) -> EventPages:
    """Return the pages, with what they are made of."""
    return EventPages(use_case, site, limits)


PagesOfEvents = Annotated[EventPages, Depends(pages_of_events)]


@router.get("/events/{reference}")
async def show_event(reference: PathText, visit: CurrentVisit, pages: PagesOfEvents) -> Response:
    """An event by its id and title. Drafts are shown to those who manage them.

    A `code` in the address opens hidden ticket types, and is used for what is bought.
    """
    event_id = event_id_of(reference)
    code = visit.parameter("code").strip()[:LONGEST_CODE] or None
    page, problem = await pages.read(visit, event_id, code)
    path = event_path(event_id, page.event.title)
    if path != f"/events/{reference}":
        return RedirectResponse(f"{path}?code={quote(code)}" if code else path, 301)
    if code is None:
        return pages.kept(visit, page)
    form: Form[NoFields] = Form.new({"code": code})
    form.problems.update({"code": problem} if problem else {})
    return pages.shown(visit, page, form, status=409 if problem else 200)


def _values(visit: Visit, page: EventPage, site: str) -> dict[str, Any]:
    event, actor = page.event, visit.actor
    path = event_path(event.id, event.title)
    form: Form[NoFields] = Form.new({})
    form.key = KEPT.key_mark
    picture = picture_of(event)
    country = formats_of(visit.language).country(event.country) if event.country else None
    location = with_country(page.background.location or "", country) or country
    place = ", ".join(part for part in (event.venue, location) if part) if event.venue else ""
    return {
        "page": page,
        "event": event,
        "phase": page.phase.value,
        "picture": picture,
        "kinds": kind_names(visit.gettext),
        "paragraphs": [part for part in (event.description or "").split("\n\n") if part.strip()],
        "summary": described(event.description),
        "place": place,
        "location": location,
        "map_address": map_address(place) if place else None,
        "venue_path": venue_path(event.venue_id, event.venue or "") if event.venue_id else None,
        "path": path,
        "address": f"{site}{path}",
        "social": f"{site}{picture.social}" if picture.social else None,
        "structured": structured(page, site, place),
        "is_managed": actor is not None and event.is_managed_by(actor),
        "form": form,
        "now_mark": KEPT.now_mark,
    }

"""Lists of events: all of them, and movies."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Response

from src.application.catalogue.price_filter import currencies_of
from src.application.ports.database import Clock
from src.application.use_cases.event.list_currencies import ListCurrencies
from src.application.use_cases.event.list_events import ListEvents
from src.domain.entities.event import Event, EventKind
from src.domain.errors import ValidationFailed
from src.domain.repositories.page import Page
from src.presentation.dependencies.injection import provided
from src.presentation.web.event_cards import cards_of
from src.presentation.web.event_search import EventSearch
from src.presentation.web.event_words import kind_names
from src.presentation.web.kept_pages import KeptPages
from src.presentation.web.listing import next_address
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

KEPT = KeptPages("events/list.html")

Currencies = Annotated[ListCurrencies, provided("list_currencies")]
Events = Annotated[ListEvents, provided("list_events")]
Now = Annotated[Clock, provided("clock")]
Site = Annotated[str, provided("site_address")]


@router.get("/events")
async def list_events(
    visit: CurrentVisit, use_case: Events, currencies: Currencies, clock: Now, site: Site
) -> Response:
    """Events that are not over, by what the address asks for."""
    return await _show(visit, use_case, currencies, clock, site, kind=None)


@router.get("/movies")
async def list_movies(
    visit: CurrentVisit, use_case: Events, currencies: Currencies, clock: Now, site: Site
) -> Response:
    """Movies that are not over, by what the address asks for."""
    return await _show(visit, use_case, currencies, clock, site, kind=EventKind.MOVIE)


async def _show(
    visit: Visit,
    use_case: ListEvents,
    currencies: ListCurrencies,
    clock: Clock,
    site: str,
    *,
    kind: EventKind | None,
) -> Response:
    form = visit.query(EventSearch)
    # What cannot be read asks for nothing, and is named beside its field.
    search = form.data or EventSearch()
    now = clock()
    found: Page[Event] = Page([])
    chosen = None
    try:
        found, chosen = await _found(use_case, search, now, kind)
    except ValidationFailed as refusal:
        visit.refuse(form, refusal)
    cards, codes = cards_of(found.items, now), await currencies.execute()

    def values() -> dict[str, object]:
        kinds = kind_names(visit.gettext)
        return {
            "form": form,
            "search": search,
            "only": kind,
            "cards": cards,
            "next_path": next_address(
                visit.request, found, **({"currency": chosen} if chosen else {})
            ),
            "chosen": chosen,
            "kinds": kinds,
            "kinds_as_choices": [(known.value, name) for known, name in kinds.items()],
            "currencies_as_choices": [(code, code) for code in codes],
            "site": site,
        }

    facts = (cards, found.next, codes, form.problem, chosen)
    return KEPT.response(visit, facts, values, now)


async def _found(
    use_case: ListEvents, search: EventSearch, now: datetime, kind: EventKind | None
) -> tuple[Page[Event], str | None]:
    """The page of events, and the currency of the price where none was chosen and there are many.

    Raises ValidationFailed.
    """
    wanted = search.filter(now, kind=kind)
    try:
        return await use_case.execute(wanted, search.page()), None
    except ValidationFailed as refusal:
        currencies = currencies_of(refusal)
        if not currencies:
            raise
    chosen = currencies[0]
    return await use_case.execute(replace(wanted, currency=chosen), search.page()), chosen

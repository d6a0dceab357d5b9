"""The home page: what is on next."""

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Response

from src.application.ports.database import Clock
from src.application.use_cases.event.list_events import ListEvents
from src.domain.entities.event import EventKind
from src.domain.repositories.event import EventFilter
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.injection import provided
from src.presentation.web.event_cards import EventCard, cards_of
from src.presentation.web.event_words import kind_names, kind_sections
from src.presentation.web.kept_pages import KeptPages
from src.presentation.web.visit import CurrentVisit, Visit

router = APIRouter()

KEPT = KeptPages("home/home.html")

EVENTS_READ = 60
NEXT = 6
OF_A_KIND = 3


@router.get("/")
async def show_home(
    visit: CurrentVisit,
    use_case: Annotated[ListEvents, provided("list_events")],
    clock: Annotated[Clock, provided("clock")],
    site: Annotated[str, provided("site_address")],
) -> Response:
    """What is on next, and a few of each kind."""
    now = clock()
    # In whole seconds, so that all who look meanwhile share what is read.
    wanted = EventFilter(ends_after=now.replace(microsecond=0))
    found = await use_case.execute(wanted, PageRequest(EVENTS_READ, "date_time"))
    cards = cards_of(found.items, now)
    return KEPT.response(visit, cards, lambda: _values(visit, cards, site), now)


def _values(visit: Visit, cards: list[EventCard], site: str) -> dict[str, object]:
    return {
        "first": cards[0] if cards else None,
        "next_cards": cards[1 : NEXT + 1],
        "of_kind": _by_kind(cards[NEXT + 1 :]),
        "sections": kind_sections(visit.gettext),
        "kinds": kind_names(visit.gettext),
        "site": site,
    }


def _by_kind(cards: list[EventCard]) -> dict[EventKind, list[EventCard]]:
    """The first of each kind, in the order of the kinds."""
    order = list(EventKind)

    def position(card: EventCard) -> int:
        return order.index(card.event.kind)

    in_order = sorted(cards, key=position)
    return {order[at]: list(found)[:OF_A_KIND] for at, found in groupby(in_order, key=position)}

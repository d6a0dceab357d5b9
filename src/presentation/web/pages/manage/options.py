"""What can be chosen in the forms of events, in the reader's language."""

from functools import cache
from typing import Any

from src.domain.entities.event import EventKind
from src.domain.shared.language import Language
from src.presentation.schemas.fields import TIMEZONES
from src.presentation.web.pages.manage.fields import CURRENCIES
from src.presentation.web.visit import Visit
from src.presentation.web.words import NAMES


def event_options(visit: Visit, currency: str = "") -> dict[str, Any]:
    """The choices of every form of an event; its own currency is among them."""
    currencies = dict.fromkeys([*CURRENCIES, *([currency] if currency else [])])
    return {
        "kinds": [(kind.value, name) for kind, name in kind_names(visit).items()],
        "zones": zones(),
        "currencies": [(code, code) for code in currencies],
        "event_languages": [(code.value, NAMES[code]) for code in Language],
    }


def kind_names(visit: Visit) -> dict[EventKind, str]:
    """The kinds of events, as people call them."""
    return {
        EventKind.CONCERT: visit.gettext("Concert"),
        EventKind.MOVIE: visit.gettext("Film"),
        EventKind.THEATRE: visit.gettext("Theatre"),
        EventKind.SPORT: visit.gettext("Sport"),
        EventKind.CONFERENCE: visit.gettext("Conference"),
        EventKind.OTHER: visit.gettext("Something else"),
    }


@cache
def zones() -> tuple[str, ...]:
    """The names of time zones that people know, in alphabetical order."""
    return tuple(sorted(zone for zone in TIMEZONES if "/" in zone and not zone.startswith("Etc/")))

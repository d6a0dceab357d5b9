"""Words for kinds of events, by the names that the domain gives them."""

from src.domain.entities.event import EventKind
from src.presentation.web.field_problems import Gettext


def kind_names(gettext: Gettext) -> dict[EventKind, str]:
    """Each kind, in the singular."""
    return {
        EventKind.CONCERT: gettext("Concert"),
        EventKind.MOVIE: gettext("Movie"),
        EventKind.THEATRE: gettext("Theatre"),
        EventKind.SPORT: gettext("Sport"),
        EventKind.CONFERENCE: gettext("Conference"),
        EventKind.OTHER: gettext("Experience"),
    }


def kind_sections(gettext: Gettext) -> dict[EventKind, str]:
    """Each kind, as the heading of a list."""
    return {
        EventKind.CONCERT: gettext("Concerts"),
        EventKind.MOVIE: gettext("Movies"),
        EventKind.THEATRE: gettext("On stage"),
        EventKind.SPORT: gettext("Sports"),
        EventKind.CONFERENCE: gettext("Conferences and talks"),
        EventKind.OTHER: gettext("And more"),
    }

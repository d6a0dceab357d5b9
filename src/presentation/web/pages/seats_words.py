"""What the map of seats says, in the visitor's language."""

from decimal import Decimal

from src.domain.entities.section_plan import PlannedSeat
from src.presentation.web.visit import Visit

EXAMPLE_AMOUNT = Decimal(1234567)
"""From this amount as the server writes it, the page learns how to write money."""


def seat_name(visit: Visit, seat: PlannedSeat) -> str:
    """`Stalls, row A, seat 12`."""
    return visit.gettext("%(section)s, row %(row)s, seat %(number)s") % {
        "section": seat.section,
        "row": seat.row,
        "number": seat.seat_number,
    }


def map_words(visit: Visit, limit: int) -> dict[str, object]:
    """Sentences with places for values; of two, the first is for one seat."""
    _, ngettext = visit.gettext, visit.ngettext
    return {
        "stage": _("Stage"),
        "seat": _("%(section)s, row %(row)s, seat %(number)s"),
        "accessible": _("wheelchair place"),
        "companion": _("companion seat"),
        "free": _("free"),
        "taken": _("taken"),
        "chosen": _("chosen"),
        "was_chosen": _("%(seat)s, %(price)s: chosen."),
        "was_removed": _("%(seat)s: removed."),
        "is_taken": _("%(seat)s is taken."),
        "remove": _("Remove %(seat)s"),
        "full": ngettext(
            "You can choose one seat here.",
            "You can choose %(count)s seats here. Remove one first.",
            limit,
        ),
        "nothing": _("No seat chosen yet"),
        "sum": [
            ngettext("%(count)s seat, %(amount)s", "%(count)s seats, %(amount)s", number)
            for number in (1, 2)
        ],
        "fees": _("%(amount)s of it are fees and taxes"),
        "hold": [
            ngettext("Hold %(count)s seat, %(amount)s", "Hold %(count)s seats, %(amount)s", number)
            for number in (1, 2)
        ],
        "lost": [
            ngettext(
                "%(seats)s has just been taken by somebody else.",
                "%(seats)s have just been taken by somebody else.",
                number,
            )
            for number in (1, 2)
        ],
        "take": [
            ngettext("Take %(seats)s instead", "Take these instead: %(seats)s", number)
            for number in (1, 2)
        ],
        "no_offer": _("No other seat is free."),
        "none_together": _("So many seats are not free. Try fewer, or another price."),
        "chosen_best": _("Chosen: %(seats)s."),
    }

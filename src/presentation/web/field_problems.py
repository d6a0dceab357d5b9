"""What is wrong with a field, as a sentence beside it, in the reader's language."""

from collections.abc import Callable, Mapping
from typing import Any

from src.domain.shared.names import INVISIBLE, SEVERAL_LINES, TURNED
from src.presentation.utils.field_messages import limit_of

Gettext = Callable[[str], str]

NUMBERS = frozenset(
    {"decimal_parsing", "decimal_type", "float_parsing", "float_type", "finite_number"}
)
WHOLE_NUMBERS = frozenset({"int_parsing", "int_parsing_size", "int_type", "int_from_float"})
DATES = frozenset({"date_parsing", "date_type", "date_from_datetime_parsing"})
MOMENTS = frozenset(
    {
        "datetime_parsing",
        "datetime_type",
        "datetime_from_date_parsing",
        "datetime_object_invalid",
        "timezone_aware",
        "time_parsing",
        "time_type",
    }
)
BOUNDS = {
    "string_too_long": "max_length",
    "string_too_short": "min_length",
    "too_long": "max_length",
    "too_short": "min_length",
    "greater_than_equal": "ge",
    "greater_than": "gt",
    "less_than_equal": "le",
    "less_than": "lt",
    "decimal_max_places": "decimal_places",
    "decimal_max_digits": "max_digits",
    "decimal_whole_digits": "whole_digits",
}
"""What the limit is called in the context of each error."""

CHOICES = frozenset({"enum", "literal_error"})


def field_problem(kind: str, message: str, context: Mapping[str, Any], gettext: Gettext) -> str:
    """The sentence for an error of Pydantic, by its kind; `message` is its own sentence."""
    if kind == "value_error":
        return _own(message.removeprefix("Value error, "), gettext)
    sentences = (
        (NUMBERS, gettext("Please write a number.")),
        (WHOLE_NUMBERS, gettext("Please write a whole number.")),
        (DATES, gettext("Please write a date, such as 2026-12-25.")),
        (MOMENTS, gettext("Please give a day and a time.")),
        (CHOICES, gettext("Please choose one of these.")),
    )
    for kinds, sentence in sentences:
        if kind in kinds:
            return sentence
    return _bounded(kind, context, gettext) or _formed(kind, gettext)


def _bounded(kind: str, context: Mapping[str, Any], gettext: Gettext) -> str | None:
    """The sentence for something that is too long, too short, too high or too low."""
    sentences = {
        "string_too_long": gettext("At most %(count)s characters."),
        "string_too_short": gettext("At least %(count)s characters."),
        "too_long": gettext("Choose at most %(count)s."),
        "too_short": gettext("Choose at least %(count)s."),
        "greater_than_equal": gettext("At least %(count)s."),
        "greater_than": gettext("More than %(count)s."),
        "less_than_equal": gettext("At most %(count)s."),
        "less_than": gettext("Less than %(count)s."),
        "decimal_max_places": gettext("At most %(count)s digits after the point."),
        "decimal_max_digits": gettext("At most %(count)s digits."),
        "decimal_whole_digits": gettext("At most %(count)s digits before the point."),
    }
    bound = BOUNDS.get(kind)
    if bound is None:
        return None
    if kind == "string_too_short" and context[bound] == 1:
        return gettext("Please fill this in.")
    return sentences[kind] % {"count": limit_of(context, bound)}


def _formed(kind: str, gettext: Gettext) -> str:
    """The sentence for something that is missing, or has another form."""
    match kind:
        case "missing":
            return gettext("Please fill this in.")
        case "string_pattern_mismatch":
            return gettext("This has characters that do not belong here, or is too short.")
        case "url_parsing" | "url_scheme" | "url_type":
            return gettext("Please write an address such as https://example.com.")
        case "bool_parsing" | "bool_type":
            return gettext("Please tick this, or leave it empty.")
    return gettext("Please look at this again: it does not fit here.")


def _own(message: str, gettext: Gettext) -> str:
    """The sentence for a rule of our own, or of an e-mail address."""
    if message.startswith("value is not a valid email address"):
        return gettext("Please write an e-mail address such as ann@example.com.")
    known = {
        "must not contain control characters": gettext("Please write this in plain text."),
        "must be text, without the character NUL": gettext("Please write this in plain text."),
        "must be a time such as 2026-12-25T19:00:00Z": gettext("Please give a day and a time."),
        "must be a date such as 2026-12-25": gettext("Please write a date, such as 2026-12-25."),
        "must be an IANA time zone such as Europe/Berlin": gettext(
            "Please choose a time zone, such as Europe/Berlin."
        ),
        INVISIBLE: gettext("Please write something that can be seen."),
        SEVERAL_LINES: gettext("Please write this on one line."),
        TURNED: gettext("This has a character that turns the direction of writing."),
        "names a seat twice": gettext("One seat is chosen twice."),
        "say how many: give a quantity, or seat_ids": gettext("Please say how many."),
        "differs from the number of seat_ids": gettext("Choose as many seats as tickets."),
    }
    if message.startswith("must lie between the years"):
        return gettext("Please look at the year: it is too far away.")
    if message.startswith("must have the +"):
        return gettext("Please give a day and a time.")
    return known.get(message) or gettext(message)

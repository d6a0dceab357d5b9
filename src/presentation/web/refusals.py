"""What use cases refuse, as sentences in the reader's language."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from src.domain import errors
from src.domain.shared.language import Language
from src.presentation.web.formats import Formats
from src.presentation.web.words import translations

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("refusals.toml").read_text("utf-8"))

ONE_SEAT = "A seat you asked for is no longer free."
SEVERAL_SEATS = "Some of the seats you asked for are no longer free."
MINUTES = "Too many tries. Wait {n} minutes and try again."
SECONDS_SAID_IN_MINUTES = 120
TIMES = ("%d %B %Y at %H:%M:%S", "%d %B %Y at %H:%M")
"""How the sentences of the API write a time."""


class Template(NamedTuple):
    """A sentence with values: `one` and, where it counts `{n}` things, `many`."""

    one: str
    many: str | None = None


TEMPLATES = tuple(Template(**template) for template in WORDS["templates"])


def sentence(refusal: errors.TicketingError, language: Language) -> str:
    """The refusal as a sentence that the visitor can act on."""
    return said(_worded(refusal), language)


def said(text: str, language: Language) -> str:
    """A sentence of the API, or the reason of something that failed, in the reader's language."""
    words = translations(language)
    text = str(WORDS["reworded"].get(text, text))
    translated = words.gettext(text)
    if translated != text:
        return translated
    for template, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return _filled(template, found.groupdict(), language)
    return text


def _worded(refusal: errors.TicketingError) -> str:
    """The sentence of the refusal, where its class has better ones for people."""
    match refusal:
        case errors.CodeRetired():
            return str(refusal)
        case errors.NotFound():
            named = str(refusal).removeprefix("There is no ").removesuffix(".")
            return str(
                next(
                    (
                        known
                        for noun, known in WORDS["unknown"].items()
                        if f"{named} ".startswith(f"{noun} ")
                    ),
                    WORDS["unknown_otherwise"],
                )
            )
        case errors.Duplicate():
            return str(WORDS["taken"].get(refusal.facts["field"], refusal))
        case errors.SeatTaken():
            return SEVERAL_SEATS if len(str(refusal.facts["seat_ids"]).split(",")) > 1 else ONE_SEAT
        case errors.RateLimited() if refusal.retry_after_seconds >= SECONDS_SAID_IN_MINUTES:
            return MINUTES.format(n=-(-refusal.retry_after_seconds // 60))
    return str(refusal)


@cache
def _patterns() -> tuple[tuple[Template, re.Pattern[str]], ...]:
    """How each template is recognised, those with the fewest places for values first."""

    def all_forms() -> Iterator[tuple[Template, str]]:
        for template in TEMPLATES:
            for form in filter(None, template):
                yield template, form

    ordered = sorted(all_forms(), key=lambda item: item[1].count("{"))
    return tuple((template, re.compile(_expression(form))) for template, form in ordered)


def _expression(form: str) -> str:
    parts = re.split(r"\{(\w+)\}", form)
    names, texts = parts[1::2], parts[0::2]
    places = [rf"(?P<{name}>\d+)" if name == "n" else f"(?P<{name}>.+?)" for name in names]
    return "".join(
        re.escape(text) + place for text, place in zip(texts, [*places, ""], strict=True)
    )


def _filled(template: Template, values: Mapping[str, str], language: Language) -> str:
    words = translations(language)
    if template.many is not None:
        form = words.ngettext(template.one, template.many, int(values["n"]))
    else:
        form = words.gettext(template.one)
    return form.format(**{name: _value(name, value, language) for name, value in values.items()})


def _value(name: str, value: str, language: Language) -> str:
    words = translations(language)
    match name:
        case "state" | "other_state":
            return words.pgettext("state", value)
        case "thing":
            return words.pgettext("thing", value)
        case "when" | "other_when":
            return _when(value, language)
    return value


def _when(value: str, language: Language) -> str:
    for form in TIMES:
        try:
            moment = datetime.strptime(value, form).replace(tzinfo=UTC)
        except ValueError:
            continue
        return Formats(language).moment(moment)
    return value

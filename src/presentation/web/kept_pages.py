"""Pages as text, kept for as long as what they say is the same, for visitors who are not logged in.

Most who look at an event during a sale are not logged in, and see the same page but for the key
of its form and the time. To write it takes ten times as long as to compare what it is made of.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import Response

from src.domain.shared.language import Language
from src.presentation.web.visit import Visit

MAX_PAGES = 300
KEY_BYTES = 16


def stamp_of(now: datetime) -> str:
    """The time of the server as scripts read it."""
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Kept:
    """A page, and what it was made of."""

    facts: object
    text: str


class KeptPages:
    """Pages of one template, by address and language.

    `facts` is all that a page depends on, compared by value and never modified. In a kept page
    stand `key_mark` for the key of a form, and `now_mark` for the time of the server.
    """

    def __init__(self, template: str) -> None:
        self._template = template
        self._kept: dict[tuple[str, Language], Kept] = {}
        # Nobody can write them into a text that is shown.
        self.key_mark = f"key-{secrets.token_hex(KEY_BYTES)}"
        self.now_mark = f"now-{secrets.token_hex(KEY_BYTES)}"

    def response(
        self, visit: Visit, facts: object, values: Callable[[], Mapping[str, Any]], now: datetime
    ) -> Response:
        """The page, made with `values` unless it is kept."""
        if visit.is_anybody:
            text = self._text(visit, facts, values)
        else:
            text = visit.text(self._template, **values())
        text = text.replace(self.key_mark, secrets.token_urlsafe(KEY_BYTES))
        return visit.respond(text.replace(self.now_mark, stamp_of(now)))

    def _text(self, visit: Visit, facts: object, values: Callable[[], Mapping[str, Any]]) -> str:
        address = (visit.public(visit.here), visit.language)
        kept = self._kept.get(address)
        if kept is None or kept.facts != facts:
            self._kept.pop(address, None)
            while len(self._kept) >= MAX_PAGES:
                del self._kept[next(iter(self._kept))]
            kept = self._kept[address] = Kept(facts, visit.text(self._template, **values()))
        return kept.text

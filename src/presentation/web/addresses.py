"""The addresses of what has a page, made for people to read and share."""

import re
import unicodedata
from urllib.parse import quote

from src.domain.errors import NotFound

LONGEST_SLUG = 60
NO_LETTER = re.compile(r"[^a-z0-9]+")
REFERENCE = re.compile(r"([1-9][0-9]{0,17})(?:-[^/]*)?")

# What decomposition leaves whole.
LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"}
)


def slug(title: str) -> str:
    """`Rock Concert` as `rock-concert`; nothing of a title in letters that are not Latin."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(LETTERS))
    words = NO_LETTER.sub("-", "".join(c for c in plain if not unicodedata.combining(c)))
    return words.strip("-")[:LONGEST_SLUG].rstrip("-")


def event_path(event_id: int, title: str) -> str:
    """`/events/12-rock-concert`."""
    return f"/events/{_reference(event_id, title)}"


def venue_path(venue_id: int, name: str) -> str:
    """`/venues/3-old-vic`."""
    return f"/venues/{_reference(venue_id, name)}"


def referred_id(reference: str) -> int | None:
    """The id in `12-rock-concert` or `12`; None if there is none."""
    found = REFERENCE.fullmatch(reference)
    return int(found[1]) if found else None


def event_id_of(reference: str) -> int:
    """The id of the event in its address. Raises NotFound."""
    if (event_id := referred_id(reference)) is None:
        raise NotFound("event", reference)
    return event_id


def map_address(place: str) -> str:
    """Where a map shows a place that is known by its name."""
    return f"https://www.openstreetmap.org/search?query={quote(place, safe='')}"


def _reference(number: int, title: str) -> str:
    words = slug(title)
    return f"{number}-{words}" if words else str(number)

"""What visitors read of the catalogue as a whole, with plain SQL."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from src.application.ports.catalogue import BrowsedVenue, EventBackground, PublicPage, PublicPages
from src.application.ports.database import Clock
from src.domain.entities.venue import Venue
from src.domain.errors import NotFound
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.matching import containing
from src.infrastructure.database.orm import current_connection

SORT = "name"
COLUMNS = tuple(field.name for field in fields(Venue))

# The name of the cursor's venue is read, since names are too long for an address.
VENUES = f"""
SELECT {", ".join(f"venue.{column}" for column in COLUMNS)}, (
    SELECT count(*) FROM events AS event
    WHERE event.venue_id = venue.id AND event.status = 'active' AND event.deleted_at IS NULL
        AND event.ends_at > $3
) AS events
FROM venues AS venue
WHERE venue.deleted_at IS NULL
    AND ($1::text IS NULL
        OR concat_ws(' ', venue.name_folded, venue.location_folded) LIKE $1)
    AND ($2::bigint IS NULL OR (venue.name, venue.id) > (
        SELECT name, id FROM venues WHERE id = $2
    ))
ORDER BY venue.name, venue.id
LIMIT $4
"""  # noqa: S608 - only names of columns

CURRENCIES = """
SELECT DISTINCT currency FROM events
WHERE status = 'active' AND deleted_at IS NULL AND ends_at > $1 ORDER BY currency
"""

EVENT_PAGES = """
SELECT id, title, updated_at FROM events
WHERE status = 'active' AND deleted_at IS NULL AND ends_at > $1
ORDER BY date_time, id LIMIT $2
"""

VENUE_PAGES = """
SELECT id, name AS title, updated_at FROM venues WHERE deleted_at IS NULL ORDER BY id LIMIT $1
"""

BACKGROUND = """
SELECT organizer.name AS organizer, venue.location, (
    SELECT (entry.before ->> 'date_time')::timestamptz
    FROM audit_log AS entry
    WHERE entry.subject = 'event' AND entry.subject_id = event.id
        AND entry.action = 'event.updated'
        AND entry.before ->> 'date_time' <> entry.after ->> 'date_time'
    ORDER BY entry.id DESC LIMIT 1
) AS moved_from
FROM events AS event
JOIN users AS organizer ON organizer.id = event.organizer_id
LEFT JOIN venues AS venue ON venue.id = event.venue_id
WHERE event.id = $1
"""


class PostgresCatalogueReader:
    """Implements `CatalogueReader`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def venues(self, q: str | None, page: PageRequest) -> Page[BrowsedVenue]:
        after = page.after.id if page.after else None
        # One more row than requested shows whether there is a next page.
        rows = await _rows(VENUES, [await containing(q), after, self._clock(), page.limit + 1])
        found = [_browsed(row) for row in rows[: page.limit]]
        if len(rows) <= page.limit:
            return Page(found)
        return Page(found, Cursor(SORT, "", found[-1].venue.id))

    async def currencies(self) -> Sequence[str]:
        return [row["currency"] for row in await _rows(CURRENCIES, [self._clock()])]

    async def public_pages(self, *, events: int, venues: int) -> PublicPages:
        found = await _rows(EVENT_PAGES, [self._clock(), events])
        places = await _rows(VENUE_PAGES, [venues])
        return PublicPages(
            [PublicPage(**row) for row in found], [PublicPage(**row) for row in places]
        )

    async def background(self, event_id: int) -> EventBackground:
        rows = await _rows(BACKGROUND, [event_id])
        if not rows:
            raise NotFound("event", event_id)
        return EventBackground(**rows[0])


async def _rows(query: str, values: list[object]) -> list[dict[str, Any]]:
    return list(await current_connection().execute_query_dict(query, values))


def _browsed(row: dict[str, Any]) -> BrowsedVenue:
    return BrowsedVenue(Venue(**{column: row[column] for column in COLUMNS}), row["events"])

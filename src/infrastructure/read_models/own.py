"""What is a buyer's own, each read by one statement."""

from collections.abc import Mapping
from typing import Any

from src.application.dtos.booking import BookingDetails
from src.application.dtos.cart import CartContents
from src.application.ports.database import Clock
from src.domain.entities.booking import BookingStatus
from src.domain.entities.user import Actor, User
from src.domain.errors import NotFound, ValidationFailed
from src.domain.repositories.page import Cursor, Page, PageRequest
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG, Records, values_of
from src.infrastructure.read_models.cart_lines import LINES, lines_of
from src.infrastructure.read_models.whole_bookings import OF_BOOKING, booking_of
from src.infrastructure.read_models.whole_events import SHOWN, shown_event

NEWEST = "-id"
USERS = Records(User, "users")

OWN_BOOKINGS = f"""
WITH page AS (
    SELECT id, event_id FROM bookings
    WHERE user_id = $2 {{conditions}}
    ORDER BY id DESC LIMIT $3
)
SELECT json_build_array({USERS.columns}) AS "user",
    ARRAY(
        SELECT {OF_BOOKING} FROM bookings
        WHERE bookings.id = ANY(ARRAY(SELECT id FROM page)) ORDER BY bookings.id DESC
    ) AS bookings,
    ARRAY(SELECT {SHOWN} FROM events WHERE id IN (SELECT event_id FROM page)) AS events
FROM users WHERE id = $2 AND deleted_at IS NULL
"""  # noqa: S608 - only names of columns

CART = f"""
SELECT (SELECT discount_id FROM cart_discounts WHERE user_id = users.id) AS discount_id,
    {LINES} AS lines
FROM users WHERE id {AMONG.format(ids="$2")} AND deleted_at IS NULL
"""  # noqa: S608 - only names of columns


class PostgresOwnReader:
    """Implements `OwnReader`; the clock decides which holds have lapsed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def bookings(
        self, viewer: Actor, user_id: int, status: BookingStatus | None, page: PageRequest
    ) -> Page[BookingDetails]:
        # One more row than requested shows whether there is a next page.
        values: list[object] = [self._clock(), user_id, page.limit + 1]
        conditions = ""
        if page.after is not None:
            values.append(_last_id(page.after))
            conditions += f" AND id < ${len(values)}"
        if status is not None:
            values.append(status)
            conditions += f" AND status::text = ${len(values)}"
        statement = OWN_BOOKINGS.format(conditions=conditions)
        rows = await current_connection().execute_query_dict(statement, values)
        if not rows:
            raise NotFound("user", user_id)
        found = _details(rows[0], viewer)
        if len(found) <= page.limit:
            return Page(found)
        last_id = found[page.limit - 1].booking.id
        return Page(found[: page.limit], Cursor(NEWEST, str(last_id), last_id))

    async def cart(self, user_id: int) -> CartContents:
        now = self._clock()
        rows = await current_connection().execute_query_dict(CART, [now, [user_id]])
        if not rows:
            raise NotFound("user", user_id)
        return CartContents(lines_of(rows[0]["lines"], now), rows[0]["discount_id"])


def _last_id(cursor: Cursor) -> int:
    """Where the page begins. Raises ValidationFailed for a cursor of another list."""
    if cursor.sort != NEWEST:
        raise ValidationFailed("query.cursor", "This cursor belongs to another sort order.")
    return cursor.id


def _details(row: Mapping[str, Any], viewer: Actor) -> list[BookingDetails]:
    user = USERS.entity(values_of(row["user"]))
    shown = (shown_event(values, viewer) for values in map(values_of, row["events"]))
    events = {event.id: event for event in shown}
    bookings = map(booking_of, map(values_of, row["bookings"]))
    return [BookingDetails(booking, user, events[booking.event_id]) for booking in bookings]

"""Tickets counted as held whose hold has lapsed, so that they are available."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from src.infrastructure.database.orm import current_connection

LAPSED = """
SELECT tickets.event_id, tickets.ticket_type_id, tickets.admits, count(*) AS tickets
FROM bookings JOIN tickets
    ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
WHERE bookings.status = 'pending' AND bookings.expires_at <= $1 AND tickets.status = 'reserved'
    {condition}
GROUP BY tickets.event_id, tickets.ticket_type_id, tickets.admits
"""
OF_EVENTS = LAPSED.format(condition="AND bookings.event_id = ANY($2)")
OF_ALL = LAPSED.format(condition="")

OF_EVENT = """
CASE WHEN {is_held} THEN ARRAY(
    SELECT json_build_array(tickets.ticket_type_id, tickets.admits, count(*))
    FROM bookings JOIN tickets
        ON tickets.event_id = bookings.event_id AND tickets.booking_id = bookings.id
    WHERE bookings.event_id = events.id AND bookings.status = 'pending'
        AND bookings.expires_at <= $1 AND tickets.status = 'reserved'
    GROUP BY tickets.ticket_type_id, tickets.admits
) END
"""


@dataclass(slots=True)
class Lapsed:
    """What lapsed holds of an event have, by ticket type, and how much of it takes its places."""

    by_type: dict[int, int] = field(default_factory=dict)
    admissions: int = 0

    def add(self, ticket_type_id: int, tickets: int, *, admits: bool) -> None:
        """Count those of a ticket type."""
        self.by_type[ticket_type_id] = tickets
        self.admissions += tickets if admits else 0


NOTHING_LAPSED = Lapsed()


async def count_lapsed(event_ids: Collection[int], now: datetime) -> dict[int, Lapsed]:
    """What is free again, by event id. No query if there are no event ids."""
    return await _count(OF_EVENTS, [now, list(event_ids)]) if event_ids else {}


async def count_all_lapsed(now: datetime) -> dict[int, Lapsed]:
    """The same for all events. There are never many, since a job releases them soon."""
    return await _count(OF_ALL, [now])


def lapsed_in(is_held: str) -> str:
    """What is free again of the row of `events`, in a statement of which $1 is the time.

    `is_held` is the condition on which there can be some.
    """
    return OF_EVENT.format(is_held=is_held)


def lapsed_of(values: Iterable[Sequence[Any]] | None) -> Lapsed:
    """What is free again of an event: the lists of `lapsed_in`."""
    lapsed = Lapsed()
    for ticket_type_id, admits, tickets in values or ():
        lapsed.add(ticket_type_id, tickets, admits=admits)
    return lapsed


async def _count(query: str, values: list[object]) -> dict[int, Lapsed]:
    found: dict[int, Lapsed] = {}
    for row in await current_connection().execute_query_dict(query, values):
        lapsed = found.setdefault(row["event_id"], Lapsed())
        lapsed.add(row["ticket_type_id"], row["tickets"], admits=row["admits"])
    return found

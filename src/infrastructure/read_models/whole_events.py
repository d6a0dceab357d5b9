"""Events as they are shown, read by one statement: with what lapsed holds leave free.

Of events that hide some of their ticket types comes what of their stock everybody may see.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from src.domain.entities.event import Event
from src.domain.entities.user import Actor
from src.domain.services.shown_stock import Stock, with_stock
from src.infrastructure.database.orm import current_connection
from src.infrastructure.database.records import AMONG, Records, values_of
from src.infrastructure.read_models.lapsed_holds import Lapsed, lapsed_in, lapsed_of

EVENTS = Records(Event, "events", but=("tickets_lapsed",))

TYPES_IF_HIDDEN = """
(
    SELECT json_agg(json_build_array(id, capacity, sold, held, is_hidden))
    FROM ticket_types WHERE admits AND ticket_types.event_id = events.id
    HAVING bool_or(is_hidden)
)
"""

# $1 is the time at which holds have lapsed or not.
LAPSED = lapsed_in("events.tickets_held > 0")
WHOLE = f"json_build_array({EVENTS.columns}, {LAPSED})"
SHOWN = f"json_build_array({EVENTS.columns}, {LAPSED}, {TYPES_IF_HIDDEN})"

AMONG_IDS = AMONG.format(ids="$2")
WHOLE_BY_IDS = f"SELECT {WHOLE} AS event FROM events WHERE id {AMONG_IDS}"  # noqa: S608
SHOWN_BY_IDS = f"SELECT {SHOWN} AS event FROM events WHERE id {AMONG_IDS}"  # noqa: S608


async def whole_events(event_ids: Collection[int], now: datetime) -> dict[int, Event]:
    """The events that exist, deleted ones too, by id."""
    return {
        event.id: event for event in map(whole_event, await _lists(WHOLE_BY_IDS, event_ids, now))
    }


async def shown_events(
    viewer: Actor | None, event_ids: Collection[int], now: datetime
) -> dict[int, Event]:
    """Likewise, as the viewer sees them."""
    records = await _lists(SHOWN_BY_IDS, event_ids, now)
    return {event.id: event for event in (shown_event(record, viewer) for record in records)}


async def _lists(statement: str, event_ids: Collection[int], now: datetime) -> list[list[Any]]:
    values = [now, list(event_ids)]
    rows = await current_connection().execute_query_dict(statement, values)
    return [values_of(row["event"]) for row in rows]


def whole_event(values: Sequence[Any]) -> Event:
    """The event of a list of `WHOLE`."""
    return EVENTS.entity(values, tickets_lapsed=lapsed_of(values[len(EVENTS)]).admissions)


def shown_event(values: Sequence[Any], viewer: Actor | None) -> Event:
    """The event of a list of `SHOWN`: who manages it knows of its hidden types."""
    lapsed = lapsed_of(values[len(EVENTS)])
    event = EVENTS.entity(values, tickets_lapsed=lapsed.admissions)
    types = values[len(EVENTS) + 1]
    if types is None or (viewer is not None and event.is_managed_by(viewer)):
        return event
    return with_stock(event, _visible(types, lapsed))


def _visible(types: Sequence[Any], lapsed: Lapsed) -> Stock:
    """What is to be seen of these ticket types."""
    visible = [kind for kind in types if not kind[-1]]
    return Stock(
        capacity=sum(capacity for _, capacity, *_ in visible),
        sold=sum(sold for _, _, sold, *_ in visible),
        held=sum(held for *_, held, _ in visible),
        lapsed=sum(lapsed.by_type.get(type_id, 0) for type_id, *_ in visible),
    )

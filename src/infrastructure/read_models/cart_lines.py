"""The lines of a cart, as a part of a statement: items with their events and ticket types."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from src.application.dtos.cart import CartLine
from src.domain.entities.cart import CartItem
from src.domain.entities.event import Event
from src.domain.entities.ticket_type import TicketType
from src.infrastructure.database.price_tiers import tiers_from_json
from src.infrastructure.database.records import AMONG, Records, values_of
from src.infrastructure.read_models.lapsed_holds import Lapsed, lapsed_in, lapsed_of
from src.infrastructure.read_models.whole_events import EVENTS

ITEMS = Records(CartItem, "cart_items")
TYPES = Records(TicketType, "ticket_types", but=("price_tiers", "event_left", "lapsed", "read_at"))

# An add-on alone can be held. Deleted events and ticket types are in no cart any more.
# $2 has the user, and not a row around it: of that a cluster could not ask its nodes.
LINES = f"""ARRAY(
    SELECT json_build_array({ITEMS.columns}, json_build_array({EVENTS.columns}),
        json_build_array({TYPES.columns}), ticket_types.price_tiers::text,
        {lapsed_in("events.tickets_held > 0 OR ticket_types.held > 0")})
    FROM cart_items
    JOIN ticket_types ON ticket_types.event_id = cart_items.event_id
        AND ticket_types.id = cart_items.ticket_type_id
    JOIN events ON events.id = cart_items.event_id AND events.deleted_at IS NULL
    WHERE cart_items.user_id {AMONG.format(ids="$2")} ORDER BY cart_items.id
)"""  # noqa: S608 - only names of columns


def lines_of(lists: Iterable[str], now: datetime) -> list[CartLine]:
    """The lines of the lists of `LINES`, as they are at `now`."""
    return [_line(values_of(text), now) for text in lists]


def _line(record: Sequence[Any], now: datetime) -> CartLine:
    event, ticket_type, tiers, held = record[len(ITEMS) :]
    lapsed = lapsed_of(held)
    shown: Event = EVENTS.entity(event, tickets_lapsed=lapsed.admissions)
    return CartLine(ITEMS.entity(record), shown, _type(ticket_type, tiers, shown, lapsed, now))


def _type(
    record: Sequence[Any], tiers: str | None, event: Event, lapsed: Lapsed, now: datetime
) -> TicketType:
    ticket_type: TicketType = TYPES.entity(record, read_at=now)
    ticket_type.price_tiers = tiers_from_json(json.loads(tiers)) if tiers else ()
    ticket_type.event_left = event.tickets_available
    ticket_type.lapsed = lapsed.by_type.get(ticket_type.id, 0)
    return ticket_type
